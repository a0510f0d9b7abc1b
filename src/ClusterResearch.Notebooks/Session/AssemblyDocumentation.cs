using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace ClusterResearch.Notebooks.Session;

/// <summary>The XML documentation of an assembly: beside it, or for the runtime's own in the SDK's reference pack.</summary>
/// <remarks>Files are searched when a member is asked for and never held: that of the runtime alone would take tens of megabytes.</remarks>
internal sealed class AssemblyDocumentation : DocumentationProvider
{
    /// <summary>In the runtime most types live in one assembly; their documentation is spread over those that programs name.</summary>
    private static readonly string[] OfCoreLibrary = ["System.Runtime", "System.Collections", "System.Threading"];

    private static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly Lazy<string?> Pack = new(FindPack);

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly string assembly;

    /// <param name="assembly">The assembly's file.</param>
    public AssemblyDocumentation(string assembly) => this.assembly = assembly;

    public override bool Equals(object? obj) => obj is AssemblyDocumentation other && other.assembly == assembly;

    public override int GetHashCode() => assembly.GetHashCode(StringComparison.Ordinal);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        known.GetOrAdd(documentationMemberID, id => Files().Where(File.Exists).Select(f => Find(f, id)).FirstOrDefault(d => d.Length > 0, ""));

    private IEnumerable<string> Files()
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        return !string.Equals(Path.GetDirectoryName(assembly), Runtime, StringComparison.OrdinalIgnoreCase) ? [Path.ChangeExtension(assembly, ".xml")]
            : Pack.Value is not { } pack ? []
            : (name == "System.Private.CoreLib" ? OfCoreLibrary : [name]).Select(n => Path.Combine(pack, n + ".xml"));
    }

    private static string Find(string file, string member)
    {
        try
        {
            using var xml = XmlReader.Create(file);
            while (xml.ReadToFollowing("member"))
            {
                if (xml.GetAttribute("name") == member)
                {
                    return xml.ReadOuterXml();
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            // Help that cannot be read is no help; the cell runs all the same.
        }
        return "";
    }

    private static string? FindPack()
    {
        var packs = Path.Combine(Runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.Exists(packs)
            ? Directory.GetDirectories(packs).Order(StringComparer.Ordinal).Select(p => Path.Combine(p, "ref")).Where(Directory.Exists).SelectMany(Directory.GetDirectories).LastOrDefault()
            : null;
    }
}
