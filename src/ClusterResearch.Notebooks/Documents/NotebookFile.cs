using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>Reads and writes notebooks (.ipynb, nbformat 4).</summary>
public static class NotebookFile
{
    /// <summary>Reads one notebook.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="name">How findings and results name it, with forward slashes.</param>
    /// <exception cref="FindingsException">The file is missing or is not a C# notebook; holds everything found.</exception>
    public static Notebook Read(string path, string name) => ReadAll([(path, name)])[0];

    /// <summary>Reads notebooks and reports what is wrong with any of them at once.</summary>
    /// <param name="files">Where each file lies and how findings name it.</param>
    /// <exception cref="FindingsException">At least one file is missing or is not a C# notebook.</exception>
    public static ImmutableArray<Notebook> ReadAll(IEnumerable<(string Path, string Name)> files)
    {
        var drafts = files.Select(f => Draft(f.Path, f.Name)).ToArray();
        var findings = drafts.SelectMany(d => d.Findings).ToArray();
        return findings.Length > 0
            ? throw new FindingsException(findings)
            : [.. drafts.Select(d => d.Notebook!)];
    }

    /// <summary>The notebook as the bytes of a canonical file: nbformat 4.5, indented by one space, keys in order.</summary>
    public static byte[] ToBytes(Notebook notebook) => NotebookWriter.Write(notebook);

    /// <summary>Writes a notebook in canonical form; a reader never sees half a file.</summary>
    public static void Write(Notebook notebook, string path)
    {
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, ToBytes(notebook));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>What could be read of a notebook, and what is wrong with it.</summary>
    internal static (Notebook? Notebook, ImmutableArray<Finding> Findings) Draft(string path, string name)
    {
        if (!File.Exists(path))
        {
            return (null, [NotebookFindings.NoFile(name)]);
        }
        var reader = new NotebookReader(
            name,
            Path.GetFileNameWithoutExtension(path),
            File.ReadAllBytes(path)
        );
        return (reader.Read(), [.. reader.Findings]);
    }
}
