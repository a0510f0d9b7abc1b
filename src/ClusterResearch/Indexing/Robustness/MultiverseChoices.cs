using System.Collections.Immutable;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>What a multiverse crosses. Each choice has a label, which stands in every output.</summary>
public sealed record MultiverseChoices
{
    /// <summary>Normalisations. <value>Default: min-max.</value></summary>
    public ImmutableArray<(string Label, Normalisation Method)> Normalisations { get; init; } = [("min-max", new MinMax())];

    /// <summary>Weightings. <value>Default: entropy weights.</value></summary>
    public ImmutableArray<(string Label, Weighting Method)> Weightings { get; init; } = [("entropy", new EntropyWeights())];

    /// <summary>Aggregations. <value>Default: the arithmetic mean.</value></summary>
    public ImmutableArray<(string Label, Aggregation Method)> Aggregations { get; init; } = [("arithmetic", new ArithmeticMean())];

    /// <summary>City frames; null for the cities of the index. <value>Default: these alone.</value></summary>
    public ImmutableArray<(string Label, CityFrame? Cities)> Frames { get; init; } = [("all cities", null)];

    /// <summary>Periods; null for that of the index. <value>Default: this alone.</value></summary>
    public ImmutableArray<(string Label, Period? Period)> Periods { get; init; } = [("all years", null)];

    /// <summary>Whether each indicator is left out in turn, besides none. <value>Default: true.</value></summary>
    public bool LeaveOneOut { get; init; } = true;

    /// <summary>Which combinations make no sense, and why. <value>Default: <see cref="UsualRules"/>.</value></summary>
    public ImmutableArray<ExclusionRule> Rules { get; init; } = UsualRules;

    /// <summary>Means of powers and logarithms need a scale with a zero that means nothing is there; z-scores have none.</summary>
    public static ImmutableArray<ExclusionRule> UsualRules { get; } =
    [
        new("z-scores are negative for half of the cities, and geometric and harmonic means are not defined there", (n, _, a) => n is ZScore && a is GeometricMean or HarmonicMean or PowerMean),
        new("with a zero on the scale one worst value makes a geometric or harmonic mean zero, whatever the others", (n, _, a) => n is MinMax { To.Low: <= 0 } or RankNormalisation { Variant: RankVariant.PercentileRank } && a is GeometricMean or HarmonicMean),
    ];

    /// <summary>The usual crossing of this literature: four normalisations, five weightings, three aggregations, two frames, three periods, one indicator left out.</summary>
    /// <param name="index">The index in the middle.</param>
    /// <param name="cities">The study's cities, the smaller frame; empty for one frame only.</param>
    public static MultiverseChoices Usual(IndexResult index, ImmutableArray<string> cities)
    {
        ArgumentNullException.ThrowIfNull(index);
        var (first, last) = (index.Period.First, index.Period.Last);
        var third = Math.Max(1, index.Period.Count / 3);
        return new()
        {
            Normalisations =
            [
                ("min-max", new MinMax()), ("min-max 0.01–1", new MinMax { To = (0.01, 1) }), ("z-score", new ZScore()), ("percentile rank", new RankNormalisation()),
                ("min-max per year, 0.01–1", new MinMax { To = (0.01, 1), Pooling = Pooling.PerYear }),
            ],
            Weightings =
            [
                ("entropy", new EntropyWeights()), ("CRITIC", new CriticWeights()), ("standard deviation", new VariationWeights { Measure = VariationMeasure.StandardDeviation }),
                ("principal components", new PcaWeights { Scheme = PcaScheme.Communality }), ("equal", new EqualWeights()),
            ],
            Aggregations = [("arithmetic", new ArithmeticMean()), ("geometric", new GeometricMean()), ("TOPSIS", new Topsis { Scale = TopsisScale.MinMax })],
            Frames = cities.IsDefaultOrEmpty ? [("all cities", null)] : [("all cities", null), ("study cities", (CityFrame)cities)],
            Periods = index.Period.Count < 6 ? [("all years", null)] : [("all years", null), ("without the first third", new Period(first + third, last)), ("last third", new Period(last - third, last))],
        };
    }

    /// <summary>How many crossings there are for an index, before any is excluded.</summary>
    public int Count(IndexTree tree) =>
        Normalisations.Length * Weightings.Length * Aggregations.Length * Frames.Length * Periods.Length * (LeaveOneOut ? tree.Indicators.Length + 1 : 1);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(Invariant, $"{Normalisations.Length} normalisations × {Weightings.Length} weightings × {Aggregations.Length} aggregations × {Frames.Length} frames × {Periods.Length} periods{(LeaveOneOut ? " × none or one indicator left out" : "")}");
}

/// <summary>Why a combination of methods makes no sense.</summary>
/// <param name="Reason">The reason, as a clause.</param>
/// <param name="Applies">Whether it applies to a normalisation, a weighting and an aggregation.</param>
public sealed record ExclusionRule(string Reason, Func<Normalisation, Weighting, Aggregation, bool> Applies);

/// <summary>One path through the choices, and the ranks it gives.</summary>
public sealed class Specification
{
    private readonly ImmutableDictionary<string, int> city;
    private readonly double[] ranks, scores;

    internal Specification(ImmutableArray<(string Axis, string Choice)> choices, ImmutableDictionary<string, int> city, double[] ranks, double[] scores) =>
        (Choices, this.city, this.ranks, this.scores) = (choices, city, ranks, scores);

    /// <summary>The choices, by axis: normalisation, weights, aggregation, cities, years, left out.</summary>
    public ImmutableArray<(string Axis, string Choice)> Choices { get; }

    /// <summary>The choice on an axis.</summary>
    /// <exception cref="KeyNotFoundException">No such axis.</exception>
    public string this[string axis] => Choices.FirstOrDefault(c => c.Axis == axis).Choice ?? throw new KeyNotFoundException($"No axis “{axis}”: {string.Join(", ", Choices.Select(c => c.Axis))}.");

    /// <summary>The rank of a city; null where it has none.</summary>
    /// <exception cref="KeyNotFoundException">The city is not in every frame.</exception>
    public double? Rank(string key) => double.IsNaN(ranks[city[key]]) ? null : ranks[city[key]];

    /// <summary>The score of a city; NaN where it has none.</summary>
    /// <exception cref="KeyNotFoundException">The city is not in every frame.</exception>
    public double Score(string key) => scores[city[key]];

    /// <summary>The choices in one line.</summary>
    public override string ToString() => string.Join(", ", Choices.Select(c => c.Choice));
}
