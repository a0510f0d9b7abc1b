using System.Collections.Immutable;

namespace ClusterResearch.Findings;

/// <summary>An input has faults; all of them are in <see cref="Findings"/>, not only the first.</summary>
public sealed class FindingsException : Exception
{
    /// <summary>Every fault, in the order of files, lines and columns.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Makes the exception; its message holds every finding.</summary>
    /// <param name="findings">The faults; at least one.</param>
    public FindingsException(IEnumerable<Finding> findings)
        : this([.. findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)]) { }

    private FindingsException(ImmutableArray<Finding> findings)
        : base(Text(findings)) => Findings = findings;

    private static string Text(ImmutableArray<Finding> findings) =>
        string.Create(Invariant, $"{findings.Length} finding{(findings.Length == 1 ? "" : "s")}\n")
        + string.Join("\n", findings);
}
