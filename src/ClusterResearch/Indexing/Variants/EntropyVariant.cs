using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing.Variants;

/// <summary>One of the recipes that go by the name of entropy weights.</summary>
/// <remarks>
/// <para>y: what <see cref="Values"/> says, on the scale of all city-years or of each year; x = y after <see cref="Shift"/>;
/// p_i = x_i / Σx; e = −(1 / D) Σ p ln p with the divisor D; weights by <see cref="Formula"/>. The defaults are those of
/// <see cref="EntropyWeights"/>. The base of the logarithm changes nothing as long as it is the same above and below.</para>
/// <para>The wrong ones are here to be recognised in printed tables, never to be chosen: <see cref="Trouble"/> says what is
/// wrong with them.</para>
/// <para>Missing cells take no part. A variant that the data do not allow (negative values, 1/0, a constant column) has no weights.</para>
/// <para><b>Source</b> Shannon, Bell System Technical Journal 27 (1948), 379–423, for entropies from 0 to 1; the other choices are
/// those met in public code (<see cref="EntropyVariants.Known"/>).</para>
/// <para><b>Verification</b> the sound ones against <see cref="EntropyWeights"/>, which tests/reference/B_weighting.json holds to R and
/// scikit-criteria; the others worked by hand: tests/ClusterResearch.Tests/Indexing/Variants/EntropyVariantTests.cs.</para>
/// </remarks>
public sealed record EntropyVariant
{
    /// <summary>From this relative shift on, weights are called flattened.</summary>
    private const double LargeShift = 0.5;

    /// <summary>What the shares are taken of.</summary>
    public EntropyValues Values { get; init; }

    /// <summary>Whether each year has a scale of its own.</summary>
    public bool ScaledPerYear { get; init; }

    /// <summary>What is added before shares are taken.</summary>
    public EntropyShift Shift { get; init; } = EntropyShift.None;

    /// <summary>Over what is summed and averaged.</summary>
    public EntropySpan Span { get; init; }

    /// <summary>By what is divided.</summary>
    public EntropyDivisor Divisor { get; init; }

    /// <summary>Whether a column that holds a zero is given the entropy 0 instead of 0 · ln 0 = 0.</summary>
    public bool ZeroKills { get; init; }

    /// <summary>How weights are made.</summary>
    public EntropyFormula Formula { get; init; }

    /// <summary>Whether values are put on a scale at all, of the panel or of a year.</summary>
    internal bool HasScale => Values is not (EntropyValues.Raw or EntropyValues.RawInverted);

    /// <summary>What is wrong with it; null if it is sound.</summary>
    public string? Trouble =>
        Divisor is not EntropyDivisor.Shares
            ? "the divisor is not the logarithm of the number of shares, so entropies do not end at 1; above 1, divergences are negative and the order of the weights is turned round"
        : ZeroKills ? "one zero gives an indicator the entropy 0 and so the greatest weight, though 0 · ln 0 = 0"
        : Formula is EntropyFormula.Remainder ? "(1 − e/Σe)/(k − 1) hardly differs from 1/k, whatever the data"
        : Formula is EntropyFormula.Evenness ? "weights grow with evenness: an indicator that tells nobody apart gets most"
        : Values is EntropyValues.MinMaxUndirected ? "costs are entered as benefits"
        : HasScale && Shift.Relative >= LargeShift ? "a shift of the size of the values evens out the shares and flattens the weights"
        : !HasScale && Shift != EntropyShift.None ? "a shift of raw figures depends on their units"
        : null;

    /// <summary>The library's method that computes it; null if it has none, as for all that are not sound.</summary>
    public EntropyWeights? Method =>
        Trouble is not null || ScaledPerYear || Shift.Scale != 1 || Span is not (EntropySpan.Panel or EntropySpan.MeanOfWeights) || Basis is not { } basis
            ? null
            : new EntropyWeights { Basis = basis, Shift = Shift.Plus, Pooling = Span == EntropySpan.Panel ? EntropyPooling.Panel : EntropyPooling.MeanOfYears };

    /// <summary>The choices by axis.</summary>
    public Variant Named =>
        new(
            [
                new("weights", "entropy"),
                new("values", Words(Values)),
                new("scale", !HasScale ? "as they are" : ScaledPerYear ? "scale of each year" : "scale of all years"),
                new("shift", Shift.ToString()),
                new("sums", Words(Span)),
                new("divisor", Words(Divisor)),
                new("zeros", ZeroKills ? "entropy 0 for a column with a zero" : "0 · ln 0 = 0"),
                new("formula", Words(Formula)),
            ],
            Trouble
        );

    /// <inheritdoc/>
    public override string ToString() => Named.ToString();

    private EntropyBasis? Basis => Values switch { EntropyValues.MinMax => EntropyBasis.MinMax, EntropyValues.Raw => EntropyBasis.Raw, _ => null };

    private static string Words(EntropyValues values) =>
        values switch
        {
            EntropyValues.MinMax => "min-max by direction",
            EntropyValues.MinMaxUndirected => "min-max without direction",
            EntropyValues.Raw => "raw figures",
            EntropyValues.RawInverted => "raw figures, 1/x for costs",
            EntropyValues.RatioToMaximum => "ratio to maximum",
            EntropyValues.Vector => "vector norm",
            _ => "z-scores lifted to 0",
        };

    private static string Words(EntropySpan span) =>
        span switch
        {
            EntropySpan.Panel => "all city-years",
            EntropySpan.MeanOfWeights => "mean of yearly weights",
            EntropySpan.MeanOfEntropies => "mean of yearly entropies",
            _ => "last year",
        };

    private static string Words(EntropyDivisor divisor) =>
        divisor switch
        {
            EntropyDivisor.Shares => "ln of the number of shares",
            EntropyDivisor.Years => "ln of the number of years",
            EntropyDivisor.Cities => "ln of the number of cities",
            EntropyDivisor.Indicators => "ln of the number of indicators",
            EntropyDivisor.OtherBase => "log10 under natural logarithms",
            _ => "no divisor",
        };

    private static string Words(EntropyFormula formula) =>
        formula switch
        {
            EntropyFormula.Divergence => "(1 − e) / Σ(1 − e)",
            EntropyFormula.Remainder => "(1 − e/Σe) / (k − 1)",
            _ => "e / Σe",
        };
}
