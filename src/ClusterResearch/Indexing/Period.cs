namespace ClusterResearch.Indexing;

/// <summary>Years from first to last, both included.</summary>
public readonly record struct Period
{
    /// <summary>Makes a period.</summary>
    /// <param name="first">The first year.</param>
    /// <param name="last">The last year, not before the first.</param>
    /// <exception cref="ArgumentException">The last year is before the first.</exception>
    public Period(int first, int last)
    {
        if (last < first)
        {
            throw new ArgumentException(string.Create(Invariant, $"A period cannot end in {last}, before it begins in {first}."), nameof(last));
        }
        (First, Last) = (first, last);
    }

    /// <summary>The first year.</summary>
    public int First { get; }

    /// <summary>The last year.</summary>
    public int Last { get; }

    /// <summary>How many years.</summary>
    public int Count => Last - First + 1;

    /// <summary>Whether a year is in it.</summary>
    public bool Contains(int year) => year >= First && year <= Last;

    /// <inheritdoc/>
    public override string ToString() =>
        First == Last ? First.ToString(Invariant) : string.Create(Invariant, $"{First}–{Last}");
}
