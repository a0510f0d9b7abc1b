namespace ClusterResearch.Findings;

/// <summary>One thing that is wrong with an input, said so that a reader can mend it.</summary>
/// <param name="Code">What kind of fault it is.</param>
/// <param name="File">The file, as the reader named it, with forward slashes.</param>
/// <param name="Line">Line in the file from 1; 0 where the fault is in the file as a whole.</param>
/// <param name="Column">Column in the line from 1; 0 where the fault is in the line as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="WayOut">What the reader can do.</param>
public sealed record Finding(
    FindingCode Code,
    string File,
    int Line,
    int Column,
    string Found,
    string Expected,
    string WayOut
)
{
    /// <summary>File, line and column as editors print and understand them.</summary>
    public string Place =>
        (Line, Column) switch
        {
            (0, _) => File,
            (_, 0) => string.Create(Invariant, $"{File}:{Line}"),
            _ => string.Create(Invariant, $"{File}:{Line}:{Column}"),
        };

    /// <summary>The finding in four lines: code and place, found, expected, way out.</summary>
    public override string ToString() =>
        $"{Code}  {Place}\n  found:    {Found}\n  expected: {Expected}\n  way out:  {WayOut}";
}
