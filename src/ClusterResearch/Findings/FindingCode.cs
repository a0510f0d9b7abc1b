namespace ClusterResearch.Findings;

/// <summary>The kinds of faults, each with a stable code and a name.</summary>
/// <param name="Id">The code, e.g. <c>CR1104</c>: CR1xxx files and tables, CR2xxx data package, CR3xxx index, CR4xxx notebooks.</param>
/// <param name="Name">The name, e.g. <c>ragged-row</c>.</param>
public sealed record FindingCode(string Id, string Name)
{
    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Id} {Name}";
}
