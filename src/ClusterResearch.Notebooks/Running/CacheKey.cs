using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Running;

/// <summary>Everything the outputs of a notebook depend on that is known before it runs, as one hash.</summary>
/// <remarks>
/// Code cells in order with their parameters, imported files, referenced assemblies, files whose path stands in a cell,
/// the versions of our assemblies, of the charts and of the runtime, and the culture. Prose is no part of it.
/// </remarks>
internal sealed partial class CacheKey : IDisposable
{
    private static readonly Lazy<string> Assemblies = new(() =>
        string.Join('\n', HostFiles().Select(Version))
    );

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The key of a notebook, 64 hexadecimal digits.</summary>
    public static string Of(Notebook notebook, string folder)
    {
        using var key = new CacheKey();
        key.Add(notebook.File);
        key.Add(Assemblies.Value);
        key.Add(Environment.Version.ToString());
        key.Add(CultureInfo.CurrentCulture.Name);
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Code))
        {
            key.AddCode(cell.Source, folder);
        }
        return Convert.ToHexStringLower(key.hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    /// <summary>A text with its length, so that two texts never hash as one.</summary>
    private void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private void AddCode(string code, string folder)
    {
        Add(code);
        var imports = CellDirective.Find(code).Where(d => d.Name == "import").Select(d => d.Argument);
        var loads = CellDirective.ReferencedFiles(code);
        foreach (
            var file in imports
                .Concat(loads)
                .Concat(TextLiteral().Matches(code).Select(m => m.Groups["text"].Value))
        )
        {
            AddFile(Path.GetFullPath(Path.Combine(folder, file)));
        }
    }

    private void AddFile(string path)
    {
        if (!seen.Add(path) || !File.Exists(path) || IsHosts(path))
        {
            return;
        }
        if (path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase))
        {
            AddCode(File.ReadAllText(path), Path.GetDirectoryName(path)!);
            return;
        }
        hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
    }

    /// <summary>Such an assembly is not loaded from there: the host's own of that name is.</summary>
    private static bool IsHosts(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        && File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(path)));

    private static IEnumerable<string> HostFiles() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(f =>
                Path.GetFileName(f).StartsWith("ClusterResearch", StringComparison.Ordinal)
                || Path.GetFileName(f).StartsWith("Plotly", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    /// <summary>Name and module version, which the compiler derives from the content.</summary>
    private static string Version(string file)
    {
        using var assembly = new PEReader(File.OpenRead(file));
        var metadata = assembly.GetMetadataReader();
        return $"{Path.GetFileName(file)} {metadata.GetGuid(metadata.GetModuleDefinition().Mvid)}";
    }

    [GeneratedRegex(
        "\"(?<text>[^\"\\\\\n]{1,260})\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TextLiteral();
}
