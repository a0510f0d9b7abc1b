using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace ClusterResearch.Notebooks.Session;

/// <summary>The assemblies this process runs on; cells see them without asking and never get a second copy.</summary>
internal static class HostAssemblies
{
    private static readonly Lazy<ImmutableDictionary<string, PortableExecutableReference>> Loaded = new(Load);

    private static readonly string[] Hidden = ["Microsoft.CodeAnalysis", "NetMQ", "AsyncIO", "NaCl"];

    /// <summary>References to all of them but the compiler's and the kernel's own, which would only crowd the cells' names.</summary>
    public static IEnumerable<MetadataReference> References =>
        Loaded
            .Value.Where(a => !Hidden.Any(h => a.Key.StartsWith(h, StringComparison.Ordinal)))
            .Select(a => a.Value);

    /// <summary>The host's assembly of a simple name.</summary>
    public static PortableExecutableReference? Find(string simpleName) =>
        Loaded.Value.GetValueOrDefault(simpleName);

    private static ImmutableDictionary<string, PortableExecutableReference> Load() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            // The core library is listed twice.
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .AsParallel()
            .Select(path =>
                KeyValuePair.Create(
                    Path.GetFileNameWithoutExtension(path),
                    MetadataReference.CreateFromFile(path, documentation: new AssemblyDocumentation(path))
                )
            )
            .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Resolves <c>#r "path.dll"</c>: to the host's assembly of that name where there is one, else to the file.</summary>
/// <remarks>
/// Notebooks name assemblies by path so that other kernels can load them. Here they are loaded already; a second copy
/// would make two types of every type.
/// </remarks>
internal sealed class HostFirstResolver(string folder) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver files = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    private bool hasFiles;

    /// <summary>Needed for the neighbours of a reader's own assembly only; for ours it would cost half a compilation.</summary>
    public override bool ResolveMissingAssemblies => hasFiles;

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition,
        AssemblyIdentity referenceIdentity
    ) =>
        HostAssemblies.Find(referenceIdentity.Name)
        ?? files.ResolveMissingAssembly(definition, referenceIdentity);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties
    )
    {
        var name = Path.GetFileName(reference.Replace('\\', '/'));
        var simpleName = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        if (HostAssemblies.Find(simpleName) is { } host)
        {
            return [host];
        }
        hasFiles = true;
        return files.ResolveReference(
            reference,
            Path.IsPathRooted(baseFilePath) ? baseFilePath : null,
            properties
        );
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
