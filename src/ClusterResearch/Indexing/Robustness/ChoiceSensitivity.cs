using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using ClusterResearch.Data;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Statistics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>What sensitivity asks of: six choices at once, each of its alternatives as likely as the others.</summary>
public sealed record SensitivityChoices
{
    /// <summary>Normalisations.</summary>
    public ImmutableArray<Normalisation> Normalisations { get; init; } = [new MinMax { To = (0.01, 1) }, new MinMax { To = (0.01, 1), Pooling = Pooling.PerYear }];

    /// <summary>Weightings.</summary>
    public ImmutableArray<Weighting> Weightings { get; init; } = [new EntropyWeights(), new CriticWeights(), new EqualWeights()];

    /// <summary>Aggregations; weighted means only.</summary>
    public ImmutableArray<WeightedMean> Aggregations { get; init; } = [new ArithmeticMean(), new GeometricMean()];

    /// <summary>What is done about missing cells.</summary>
    public ImmutableArray<Imputation> Imputations { get; init; } = [new NoImputation(), new LinearImputation(), new MeanImputation()];

    /// <summary>Whether one indicator, or none, is left out.</summary>
    public bool LeaveOneOut { get; init; } = true;

    /// <summary>Noise around the weights of the method.</summary>
    public WeightSampling Noise { get; init; } = new NoiseSampling(0.25);
}

/// <summary>Which choice moves the ranking most: variance-based sensitivity of ranks to six choices at once.</summary>
/// <remarks>
/// <para>Inputs: normalisation, weights, aggregation, treatment of missing cells, one indicator left out, noise on the weights. The result whose variance is split is the rank of
/// a city in a year, or, without a city, the mean over all cities of how many places each stands from its place in the index. Indices by <see cref="SobolIndices"/>.</para>
/// <para>What the first five choices share is computed once: figures per treatment, normalised values and weights; only noise and aggregation are done at every point.</para>
/// <para>Every combination must be possible: choose alternatives that fit each other, e.g. scales above zero for a geometric mean; else the first refusal is thrown.</para>
/// <para><b>Source</b> Saisana, Saltelli and Tarantola, Journal of the Royal Statistical Society A 168 (2005), 307–323.</para>
/// <para><b>Verification</b> the indices: tests/ClusterResearch.Tests/Statistics/SobolIndicesTests.cs; an input that changes nothing has none:
/// tests/ClusterResearch.Tests/Indexing/Robustness/ChoiceSensitivityTests.cs.</para>
/// </remarks>
public sealed class ChoiceSensitivity
{
    private static readonly string[] Inputs = ["normalisation", "weights", "aggregation", "missing cells", "indicator left out", "noise on weights"];

    private ChoiceSensitivity(IndexResult index, City? city, int year, int n, ulong seed, ImmutableArray<SobolIndex> indices) =>
        (Index, City, Year, N, Seed, Indices) = (index, city, year, n, seed, indices);

    /// <summary>The index in the middle.</summary>
    public IndexResult Index { get; }

    /// <summary>The city whose rank is looked at; null for the mean move of all.</summary>
    public City? City { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Rows of a sample; 8 N points are computed.</summary>
    public int N { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The indices of the six inputs.</summary>
    public ImmutableArray<SobolIndex> Indices { get; }

    /// <summary>Computes the indices.</summary>
    /// <param name="index">The index in the middle.</param>
    /// <param name="choices">The alternatives.</param>
    /// <param name="city">The key of the city whose rank is looked at; null for the mean move of all.</param>
    /// <param name="year">The year; null for the last.</param>
    /// <param name="n">N.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    /// <exception cref="Findings.FindingsException">A combination is refused, or a scheme of noise names unknown codes.</exception>
    public static ChoiceSensitivity Of(
        IndexResult index, SensitivityChoices choices, string? city = null, int? year = null, int n = 4096, ulong seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(choices);
        var at = year ?? index.Period.Last;
        var place = index.Indicators.Row(city ?? index.Cities[0].Key, at) / index.Period.Count;
        var places = index.Cities.Select(c => index.Rank(c.Key, at) ?? double.NaN).ToArray();
        var kept = new ConcurrentDictionary<(int, int, int, int), Lazy<Point>>();
        var leave = choices.LeaveOneOut ? index.Tree.Indicators.Length + 1 : 1;
        double Rank(double[] x)
        {
            int Pick(int input, int count) => Math.Min(count - 1, (int)(x[input] * count));
            var key = (Pick(0, choices.Normalisations.Length), Pick(1, choices.Weightings.Length), Pick(3, choices.Imputations.Length), Pick(4, leave));
            var point = kept.GetOrAdd(key, k => new(() => Point.Of(index, choices, k, at, seed))).Value;
            var ranks = point.Ranks(Pick(2, choices.Aggregations.Length), BitConverter.DoubleToInt64Bits(x[5]));
            return city is null ? ranks.Zip(places, (r, p) => Math.Abs(r - p)).Where(m => !double.IsNaN(m)).Average() : ranks[place];
        }
        try
        {
            return new(index, city is null ? null : index.Cities[place], at, n, seed, SobolIndices.Of(Inputs, Rank, n, seed, cancellation: cancellation));
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<Findings.FindingsException>().FirstOrDefault() is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal); // one of those that the threads met
            throw;
        }
    }

    /// <summary>One row per choice.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(language.Say($"What moves {(City is null ? "the places of all cities" : $"the rank of {City.NameEn}")}, {Year.ToString(Invariant)}", $"{(City is null ? "全部城市位次" : $"{City.NameZh}排名")}的敏感性，{Year.ToString(Invariant)}年"),
            [
                Column.Text("input", language.Say("Choice", "选择")), Column.Number("first", language.Say("First order", "一阶指数"), 3), Column.Number("first_low", "2.5 %", 3), Column.Number("first_high", "97.5 %", 3),
                Column.Number("total", language.Say("Total", "总效应指数"), 3), Column.Number("total_low", "2.5 %", 3), Column.Number("total_high", "97.5 %", 3),
            ],
            Indices.Select(i => (object?[])[i.Input, i.First, i.FirstInterval.Low, i.FirstInterval.High, i.Total, i.TotalInterval.Low, i.TotalInterval.High]), Notes);

    /// <summary>What a reader must know.</summary>
    public ImmutableArray<string> Notes =>
        [
            string.Create(Invariant, $"Sobol' indices (Jansen), N = {N}, {N * (Inputs.Length + 2)} points of a low-discrepancy sequence, seed {Seed}; 95 % bootstrap intervals over 500 samples."),
            "First order: the share of the variance that goes when this choice alone is settled. Total: the share that stays when all others are. Small estimates can be below zero.",
            .. Index.Notes,
        ];

    /// <summary>All that does not change with aggregation and noise.</summary>
    private sealed class Point(ScoreKernel[] kernels, WeightDraws draws, TieRule ties)
    {
        public static Point Of(IndexResult index, SensitivityChoices choices, (int Normalisation, int Weighting, int Imputation, int LeftOut) key, int year, ulong seed)
        {
            var design = key.LeftOut == 0 ? index.Design : index.Design with { Tree = index.Design.Tree.Without([index.Tree.Indicators[key.LeftOut - 1].Code]) };
            var recipe = index.Recipe with { Normalisation = choices.Normalisations[key.Normalisation], Weighting = choices.Weightings[key.Weighting], Imputation = choices.Imputations[key.Imputation] };
            var built = choices.Aggregations.Select(a => (recipe with { Aggregation = a }).Build(design)).ToArray();
            return new([.. built.Select(b => new ScoreKernel(b, year))], new(built[0], choices.Noise with { Parents = [.. choices.Noise.Parents.Where(p => built[0].Tree.Find(p) is not null)] }, seed), index.Recipe.Ties);
        }

        public double[] Ranks(int aggregation, long noise)
        {
            var kernel = kernels[aggregation];
            var (local, global, scores) = (new double[draws.Nodes], new double[draws.Nodes], new double[kernel.Padded]);
            draws.Local(noise, local);
            kernel.Score(local, global, scores);
            return Ranking.Of(scores.AsSpan(0, kernel.Cities), ties, ascending: false);
        }
    }
}
