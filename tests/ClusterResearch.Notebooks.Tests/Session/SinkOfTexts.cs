using System.Collections.Immutable;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Tests.Session;

/// <summary>Notes what a cell shows as short lines.</summary>
internal sealed class SinkOfTexts : ICellSink
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    public string All => string.Concat(Lines);

    public ImmutableSortedDictionary<string, string>? Last { get; private set; }

    public void Text(string name, string text) => Add($"{name}:{text}");

    public void Display(string displayId, ImmutableSortedDictionary<string, string> data) =>
        Add($"{displayId}:{(Last = data)["text/plain"]}");

    public void Update(string displayId, ImmutableSortedDictionary<string, string> data) =>
        Add($"{displayId}*:{(Last = data)["text/plain"]}");

    public void Clear(bool wait) => Add($"clear:{wait}");

    public void Result(ImmutableSortedDictionary<string, string> data) =>
        Add($"result:{(Last = data)["text/plain"]}");

    public void Fail(CellFailure failure) => Add($"failed:{failure.Name}");

    private void Add(string line)
    {
        lock (gate)
        {
            lines.Add(line);
        }
    }
}
