using System.Security.Cryptography;

namespace ClusterResearch.Data;

/// <summary>A file that was read: its bytes, and the hash under which results cite it.</summary>
/// <param name="Path">Where it lies, absolute.</param>
/// <param name="Name">How findings and results name it: as the reader did, with forward slashes; never by an absolute path.</param>
/// <param name="Bytes">Its content.</param>
public sealed record SourceFile(string Path, string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>Raised for every file the library reads, so that a report can list them.</summary>
    public static event Action<SourceFile>? Opened;

    /// <summary>Reads a file and reports it to <see cref="Opened"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceFile Read(string path, string name)
    {
        var file = new SourceFile(System.IO.Path.GetFullPath(path), name, File.ReadAllBytes(path));
        Opened?.Invoke(file);
        return file;
    }
}
