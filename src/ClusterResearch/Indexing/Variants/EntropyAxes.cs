namespace ClusterResearch.Indexing.Variants;

/// <summary>What the shares of an entropy variant are taken of.</summary>
public enum EntropyValues
{
    /// <summary>Min-max values by direction.</summary>
    MinMax,

    /// <summary>Min-max values with every indicator taken as “higher is better”.</summary>
    MinMaxUndirected,

    /// <summary>Raw figures.</summary>
    Raw,

    /// <summary>Raw figures, 1/x where lower is better.</summary>
    RawInverted,

    /// <summary>x / max x, min x / x where lower is better.</summary>
    RatioToMaximum,

    /// <summary>x / √Σx², one minus that where lower is better.</summary>
    Vector,

    /// <summary>z-scores by direction, lifted so that the lowest is 0.</summary>
    LiftedZScore,
}

/// <summary>Over what an entropy variant sums, and what it averages.</summary>
public enum EntropySpan
{
    /// <summary>All city-years together.</summary>
    Panel,

    /// <summary>Weights of single years, averaged.</summary>
    MeanOfWeights,

    /// <summary>Entropies of single years, averaged.</summary>
    MeanOfEntropies,

    /// <summary>The last year only.</summary>
    LastYear,
}

/// <summary>By what the sum Σ p ln p is divided.</summary>
public enum EntropyDivisor
{
    /// <summary>ln of the number of shares summed: the only one that keeps entropies between 0 and 1.</summary>
    Shares,

    /// <summary>ln T, the number of years.</summary>
    Years,

    /// <summary>ln n, the number of cities.</summary>
    Cities,

    /// <summary>ln k, the number of indicators.</summary>
    Indicators,

    /// <summary>log10 of the number of shares, with natural logarithms in the sum.</summary>
    OtherBase,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How weights are made of entropies.</summary>
public enum EntropyFormula
{
    /// <summary>(1 − e) / Σ (1 − e).</summary>
    Divergence,

    /// <summary>(1 − e / Σe) / (k − 1).</summary>
    Remainder,

    /// <summary>e / Σe.</summary>
    Evenness,
}

/// <summary>What is done to every value before shares are taken: y becomes scale · y + plus.</summary>
/// <param name="Scale">What it is multiplied with.</param>
/// <param name="Plus">What is added.</param>
public sealed record EntropyShift(double Scale, double Plus)
{
    /// <summary>Nothing.</summary>
    public static EntropyShift None { get; } = new(1, 0);

    /// <summary>The lowest value relative to the range above it: how much the shift evens out min-max values.</summary>
    public double Relative => Plus / Scale;

    /// <inheritdoc/>
    public override string ToString() =>
        this == None ? "no shift"
        : Scale == 1 ? string.Create(Invariant, $"{Plus:R} added")
        : Scale > 1 ? string.Create(Invariant, $"{Plus:R} + {Scale:R}y")
        : string.Create(Invariant, $"mapped into [{Plus:R}, {Math.Round(Scale + Plus, 6):R}]");
}
