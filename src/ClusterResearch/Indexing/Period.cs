namespace ClusterResearch.Indexing;

/// <summary>Years from first to last, both included.</summary>
/// <param name="First">The first year.</param>
/// <param name="Last">The last year, not before <paramref name="First"/>.</param>
public readonly record struct Period(int First, int Last)
{
    /// <summary>How many years.</summary>
    public int Count => Last - First + 1;

    /// <summary>Whether a year is in it.</summary>
    public bool Contains(int year) => year >= First && year <= Last;

    /// <inheritdoc/>
    public override string ToString() =>
        First == Last ? First.ToString(Invariant) : string.Create(Invariant, $"{First}–{Last}");
}
