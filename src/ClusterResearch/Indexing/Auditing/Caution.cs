namespace ClusterResearch.Indexing.Auditing;

/// <summary>Something in an index that is known to mislead, with what it does to this one.</summary>
/// <param name="Kind">What kind of trouble, in a word or two.</param>
/// <param name="Found">What was found, with its numbers.</param>
/// <param name="Why">Why it misleads.</param>
/// <param name="Instead">What the consequence compares with.</param>
/// <param name="Consequence">The ranking beside the one without it; null if that one cannot be computed.</param>
public sealed record Caution(string Kind, string Found, string Why, string Instead, Consequence? Consequence);
