using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Takes what a cell shows, in the order in which it shows it; may be called from any thread.</summary>
public interface ICellSink
{
    /// <summary>Text written to the console.</summary>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">What was written; need not end with the line.</param>
    void Text(string name, string text);

    /// <summary>A value shown with <c>display</c>.</summary>
    /// <param name="displayId">Under what name it can be updated; unique in the session.</param>
    /// <param name="data">MIME type to content.</param>
    void Display(string displayId, ImmutableSortedDictionary<string, string> data);

    /// <summary>Replaces what an earlier <see cref="Display"/> showed, perhaps in an earlier cell.</summary>
    /// <param name="displayId">The name given then.</param>
    /// <param name="data">MIME type to content.</param>
    void Update(string displayId, ImmutableSortedDictionary<string, string> data);

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Whether that may wait for the next output.</param>
    void Clear(bool wait);

    /// <summary>The value of the cell's last expression.</summary>
    /// <param name="data">MIME type to content.</param>
    void Result(ImmutableSortedDictionary<string, string> data);

    /// <summary>The cell failed; nothing follows.</summary>
    /// <param name="failure">Why and where.</param>
    void Fail(CellFailure failure);
}
