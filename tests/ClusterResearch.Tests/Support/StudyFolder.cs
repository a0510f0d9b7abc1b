using System.Security.Cryptography;
using System.Text;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Support;

/// <summary>A sound study in a folder of its own, in which a test changes one thing.</summary>
internal sealed class StudyFolder : IDisposable
{
    private readonly Dictionary<string, byte[]> files = [];
    private readonly string root = Directory.CreateTempSubdirectory("study-").FullName;
    private Dictionary<string, byte[]>? hashed;

    public StudyFolder()
    {
        With("datapackage.json", SoundStudy.Package).With("cities.csv", SoundStudy.Cities).With("panel.csv", SoundStudy.Panel)
            .With("breaks.csv", SoundStudy.Breaks).With("index.csv", SoundStudy.Index);
    }

    /// <summary>The folder, after <see cref="Write"/>.</summary>
    public string Path => System.IO.Path.Combine(root, "study");

    public StudyFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public StudyFolder With(string file, byte[] bytes)
    {
        files[file] = bytes;
        return this;
    }

    public StudyFolder Without(string file)
    {
        files.Remove(file);
        return this;
    }

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public StudyFolder Replace(string file, string old, string text)
    {
        var whole = Text(file);
        Assert.Equal(2, whole.Split(old).Length);
        return With(file, whole.Replace(old, text, StringComparison.Ordinal));
    }

    /// <summary>Replaces a whole line, counted from 1; null removes it.</summary>
    public StudyFolder Line(string file, int number, string? text)
    {
        var lines = Text(file).Split('\n').ToList();
        lines.RemoveAt(number - 1);
        if (text is not null)
        {
            lines.Insert(number - 1, text);
        }
        return With(file, string.Join('\n', lines));
    }

    public StudyFolder Panel(string old, string text) => Replace("panel.csv", old, text);

    public StudyFolder Index(string old, string text) => Replace("index.csv", old, text);

    public StudyFolder Package(string old, string text) => Replace("datapackage.json", old, text);

    /// <summary>What changes from here on is not hashed anew.</summary>
    public StudyFolder KeepHashes()
    {
        hashed = new(files);
        return this;
    }

    public string Text(string file) => Encoding.UTF8.GetString(files[file]);

    public StudyFolder Write()
    {
        Directory.CreateDirectory(Path);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(Path, name), name == "datapackage.json" ? WithHashes(bytes) : bytes);
        }
        return this;
    }

    public Study Open() => Study.Open(Write().Path);

    public IndexResult Build(IndexRecipe? recipe = null) => (recipe ?? new IndexRecipe()).Build(Open().Index("index"));

    /// <summary>What opening finds, as a reader sees it, with the folder called <c>study</c>. Nothing may be written.</summary>
    public string Findings()
    {
        Write();
        var before = Contents();
        var found = Study.Validate(Path);
        if (found.IsEmpty)
        {
            Study.Open(Path);
        }
        else
        {
            Assert.Equal(found, Assert.Throws<FindingsException>(() => Study.Open(Path)).Findings);
        }
        Assert.Equal(before, Contents());
        return Readable(found);
    }

    /// <summary>What building an index finds. Nothing may be written.</summary>
    public string BuildFindings(IndexRecipe? recipe = null) => FindingsOf(design => (recipe ?? new IndexRecipe()).Build(design));

    /// <summary>What is found by something done with the index. Nothing may be written.</summary>
    public string FindingsOf(Action<IndexDesign> action)
    {
        var design = Open().Index("index");
        var before = Contents();
        var found = Assert.Throws<FindingsException>(() => action(design)).Findings;
        Assert.Equal(before, Contents());
        return Readable(found);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Readable(IEnumerable<Finding> findings) => string.Join("\n", findings).Replace(Path.Replace('\\', '/'), "study", StringComparison.Ordinal).Replace($"{System.IO.Path.GetFileName(root)}/study", "study", StringComparison.Ordinal);

    private string[] Contents() =>
        [.. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => FormattableString.Invariant($"{f} {File.GetLastWriteTimeUtc(f).Ticks} {(File.Exists(f) ? Hash(File.ReadAllBytes(f)) : "")}"))];

    private byte[] WithHashes(byte[] package)
    {
        var text = Encoding.UTF8.GetString(package);
        foreach (var (name, bytes) in hashed ?? files)
        {
            text = text.Replace($"{{hash:{name}}}", Hash(bytes), StringComparison.Ordinal);
        }
        return text == Encoding.UTF8.GetString(package) ? package : Encoding.UTF8.GetBytes(text);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
