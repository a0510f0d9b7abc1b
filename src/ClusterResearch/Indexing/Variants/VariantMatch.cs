using System.Collections.Immutable;

namespace ClusterResearch.Indexing.Variants;

/// <summary>Variants that give the same numbers, and how near these are to the printed ones.</summary>
public sealed class VariantMatch
{
    internal VariantMatch(ImmutableArray<Variant> variants, ImmutableArray<double> computed, IReadOnlyList<(string Label, PrintedNumber Number)> printed)
    {
        (Variants, Computed) = (variants, computed);
        var distances = printed.Zip(computed, (p, c) => p.Number.Distance(c)).ToArray();
        Largest = distances.Max();
        // what rounding explains is no distance
        Distance = Math.Sqrt(distances.Average(d => Math.Pow(Math.Max(0, d - 0.5), 2)));
        Outside = [.. printed.Zip(computed).Where(p => !p.First.Number.Agrees(p.Second)).Select(p => p.First.Label)];
    }

    /// <summary>The variants, sound ones first, then those with the fewest departures from the default.</summary>
    public ImmutableArray<Variant> Variants { get; }

    /// <summary>The first of them.</summary>
    public Variant Variant => Variants[0];

    /// <summary>The computed numbers, in the order and on the scale of the printed ones.</summary>
    public ImmutableArray<double> Computed { get; }

    /// <summary>Root mean square of what rounding does not explain, in units of the last printed digit; 0 if all agree.</summary>
    public double Distance { get; }

    /// <summary>The largest distance of one number, in units of the last printed digit.</summary>
    public double Largest { get; }

    /// <summary>What of the printed does not agree.</summary>
    public ImmutableArray<string> Outside { get; }

    /// <summary>Whether every printed number agrees.</summary>
    public bool IsExact => Outside.IsEmpty;
}
