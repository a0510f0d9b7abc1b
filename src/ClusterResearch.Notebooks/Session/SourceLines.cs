namespace ClusterResearch.Notebooks.Session;

/// <summary>The code that ran in a session, by file and line, so that errors can quote it.</summary>
internal sealed class SourceLines
{
    private readonly Dictionary<string, (string Name, string[] Lines)> files = new(StringComparer.Ordinal);

    /// <summary>Notes code under the path that the compiler knows it by.</summary>
    /// <param name="path">The path given to the compiler.</param>
    /// <param name="name">What readers see, e.g. <c>cell 3</c> or <c>setup.csx</c>.</param>
    /// <param name="code">The text.</param>
    public void Add(string path, string name, string code) => files[path] = (name, code.Split('\n'));

    /// <summary>Whether code under that path ran here.</summary>
    public bool Contains(string? path) => path is not null && files.ContainsKey(path);

    /// <summary>One line of code without its indentation's end; empty where there is none.</summary>
    public string Line(string path, int line) =>
        files.TryGetValue(path, out var file) && line >= 1 && line <= file.Lines.Length
            ? file.Lines[line - 1].TrimEnd()
            : "";

    /// <summary>The lines of code that hold a text, from 1.</summary>
    public IEnumerable<int> LinesWith(string path, string text) =>
        files.TryGetValue(path, out var file) ? file.Lines.Index().Where(l => l.Item.Contains(text, StringComparison.Ordinal)).Select(l => l.Index + 1) : [];

    /// <summary>Name and line as readers see them.</summary>
    public string Place(string path, int line) =>
        string.Create(
            Invariant,
            $"{(files.TryGetValue(path, out var file) ? file.Name : path)}, line {line}"
        );
}
