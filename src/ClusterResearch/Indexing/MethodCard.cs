namespace ClusterResearch.Indexing;

/// <summary>What a method did, said so that nobody can take it for another of the same name.</summary>
/// <param name="Step">The step it serves: normalisation, weighting, aggregation, missing values.</param>
/// <param name="Name">Its standard name.</param>
/// <param name="Variant">Which of the variants under that name.</param>
/// <param name="Formula">The formula in TeX.</param>
/// <param name="Rules">Zero, negative, missing and tie rules in words.</param>
/// <param name="Source">The paper or book, with page or section.</param>
public sealed record MethodCard(string Step, string Name, string Variant, string Formula, string Rules, string Source)
{
    /// <summary>Name and variant, as every output shows them.</summary>
    public override string ToString() => $"{Name} ({Variant})";
}
