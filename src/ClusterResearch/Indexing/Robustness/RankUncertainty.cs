using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>How sure ranks are when weights are not: many draws of weights, the ranking of each, counted.</summary>
/// <remarks>
/// <para>For R draws of weights the goal's scores of all n cities are computed and ranked in every year; counted are rank frequencies f_ir and how often city a
/// stands above city b. Mean rank Σ r f_ir / R; quantiles are the smallest rank with at least that share of draws. Figures, normalisation and aggregation stay
/// those of the index, and so do weights that are not drawn.</para>
/// <para>Draw r is a function of the seed and r alone, and counts are whole numbers, so the result does not depend on the number of threads. Memory does not
/// grow with R. The standard error of a probability p is √(p (1 − p) / R), an upper bound for low-discrepancy points; with a wanted precision the run stops as
/// soon as 1.96 standard errors of every probability of a pair are below it.</para>
/// <para>Missing cells are treated as by the recipe, with the drawn weights. Equal scores all get the best of their ranks. Aggregations that are no weighted mean are
/// refused (CR3601).</para>
/// <para><b>Source</b> Saisana, Saltelli and Tarantola, Journal of the Royal Statistical Society A 168 (2005), 307–323.</para>
/// <para><b>Verification</b> closed forms for two indicators, given draws replayed through <see cref="IndexRecipe.Build"/>:
/// tests/ClusterResearch.Tests/Indexing/Robustness/RankUncertaintyTests.cs.</para>
/// </remarks>
/// <example><code>
/// RankUncertainty.Of(index, new SimplexSampling(), 100_000)
/// </code></example>
public sealed class RankUncertainty
{
    private const int Block = 4096;

    private readonly RankCounter[] counters;

    private RankUncertainty(IndexResult index, WeightSampling sampling, ulong seed, long replications, RankCounter[] counters, ImmutableArray<(long, double)> convergence) =>
        (Index, Sampling, Seed, Replications, this.counters, Convergence) = (index, sampling, seed, replications, counters, convergence);

    /// <summary>The index whose weights were varied.</summary>
    public IndexResult Index { get; }

    /// <summary>How weights were drawn.</summary>
    public WeightSampling Sampling { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>R, draws counted.</summary>
    public long Replications { get; }

    /// <summary>After so many draws the largest half-width of a 95 % interval of the probability of a pair was so much.</summary>
    public ImmutableArray<(long Replications, double HalfWidth)> Convergence { get; }

    /// <summary>Draws weights and counts ranks.</summary>
    /// <param name="index">The index.</param>
    /// <param name="sampling">How weights are drawn.</param>
    /// <param name="replications">R, or the most of them if a precision is wanted.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="precision">Stop when the half-width of every pair's probability is below this; 0 to use all draws.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="FindingsException">An aggregation is no weighted mean (CR3601); unknown codes or constraints without room (CR3110, CR3602, CR3603).</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RankUncertainty Of(
        IndexResult index, WeightSampling sampling, long replications = 100_000, ulong seed = 1, double precision = 0, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(sampling);
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        var draws = new WeightDraws(index, sampling, seed);
        var kernels = Enumerable.Range(index.Period.First, index.Period.Count).Select(y => new ScoreKernel(index, y)).ToArray();
        RankCounter[] New() => [.. kernels.Select(k => new RankCounter(k.Cities, k.Padded))];
        var (total, done, convergence) = (New(), 0L, ImmutableArray.CreateBuilder<(long, double)>());
        var target = (long)Block;
        while (done < replications)
        {
            // looked at after 4096 draws and each time these have doubled: few looks, and the same ones every time
            var until = Math.Min(target, replications);
            Run(draws, kernels, done, until, New, total, cancellation);
            (done, target) = (until, target * 2);
            convergence.Add((done, total.Max(c => HalfWidth(c, index.Cities.Length, done))));
            progress?.Report((double)done / replications);
            if (convergence[^1].Item2 < precision)
            {
                break;
            }
        }
        return new(index, sampling, seed, done, total, convergence.ToImmutable());
    }

    /// <summary>The share of draws in which a city has a rank.</summary>
    public double Frequency(string city, int year, int rank) => (double)Counter(year).Frequency(CityIndex(city), rank) / Replications;

    /// <summary>The mean of a city's ranks; NaN if it has none.</summary>
    public double MeanRank(string city, int year)
    {
        var (sum, count) = (0.0, 0L);
        for (var rank = 1; rank <= Index.Cities.Length; rank++)
        {
            var f = Counter(year).Frequency(CityIndex(city), rank);
            (sum, count) = (sum + (double)rank * f, count + f);
        }
        return sum / count;
    }

    /// <summary>The smallest rank that at least a share of a city's draws do not exceed; NaN if it has no rank.</summary>
    public double RankQuantile(string city, int year, double share)
    {
        var (counter, at) = (Counter(year), CityIndex(city));
        var all = Enumerable.Range(1, Index.Cities.Length).Sum(r => counter.Frequency(at, r));
        var sum = 0L;
        for (var rank = 1; rank <= Index.Cities.Length; rank++)
        {
            sum += counter.Frequency(at, rank);
            if (all > 0 && sum >= share * all - 1e-9)
            {
                return rank;
            }
        }
        return double.NaN;
    }

    /// <summary>The share of draws in which a city is strictly above another.</summary>
    public double ProbabilityAbove(string city, string other, int year) => (double)Counter(year).Above(CityIndex(city), CityIndex(other)) / Replications;

    /// <summary>One row per city: rank of the index, mean, median, 5 % and 95 % of the ranks drawn, share of draws with the index's own rank.</summary>
    public Table ToTable(int year, Language language = Language.English) =>
        new(language.Say($"Ranks when weights vary, {year.ToString(Invariant)}", $"权重变动下的排名，{year.ToString(Invariant)}年"),
            [
                Column.Text("city", language.Say("City", "城市")), Column.Number("rank", language.Say("Rank of the index", "指数排名"), 0), Column.Number("mean", language.Say("Mean rank", "平均排名"), 2),
                Column.Number("median", language.Say("Median", "中位数"), 0), Column.Number("p5", "5 %", 0), Column.Number("p95", "95 %", 0), Column.Number("same", language.Say("Draws with that rank", "同名次的抽样"), 1, "%"),
            ],
            Index.Cities.OrderBy(c => Index.Rank(c.Key, year) ?? double.MaxValue).Select(c => (object?[])
            [
                c.Name(language), Index.Rank(c.Key, year), MeanRank(c.Key, year), RankQuantile(c.Key, year, 0.5), RankQuantile(c.Key, year, 0.05), RankQuantile(c.Key, year, 0.95),
                Index.Rank(c.Key, year) is { } rank && rank == Math.Floor(rank) ? 100 * Frequency(c.Key, year, (int)rank) : null,
            ]), Notes) { Methods = Index.Methods };

    /// <summary>The probability that the city of a row stands above that of a column.</summary>
    public Table PairTable(int year, Language language = Language.English)
    {
        var order = Index.Cities.OrderBy(c => Index.Rank(c.Key, year) ?? double.MaxValue).ToArray();
        return new(language.Say($"Probability that the row stands above the column, {year.ToString(Invariant)}", $"行城市居列城市之前的概率，{year.ToString(Invariant)}年"),
            [Column.Text("city", language.Say("City", "城市")), .. order.Select((c, i) => Column.Number(string.Create(Invariant, $"c{i + 1}"), c.Name(language), 2))],
            order.Select(a => (object?[])[a.Name(language), .. order.Select(b => a == b ? null : (object?)ProbabilityAbove(a.Key, b.Key, year))]), Notes) { Methods = Index.Methods };
    }

    /// <summary>How the precision grew with the draws.</summary>
    public Table ConvergenceTable() =>
        new("Precision of the probabilities", [Column.Number("r", "Draws", 0), Column.Number("half", "Largest half-width of a 95 % interval", 4)], Convergence.Select(c => (object?[])[(double)c.Replications, c.HalfWidth]), Notes);

    /// <summary>What a reader must know.</summary>
    public ImmutableArray<string> Notes =>
        [string.Create(Invariant, $"{Replications} draws, {Sampling}{(Sampling.Parents.IsDefaultOrEmpty ? "" : $", under {string.Join(", ", Sampling.Parents)}")}, seed {Seed}; probabilities to ± {Convergence[^1].HalfWidth:F4} (95 %)."), .. Index.Notes];

    private static void Run(WeightDraws draws, ScoreKernel[] kernels, long from, long until, Func<RankCounter[]> counters, RankCounter[] total, CancellationToken cancellation)
    {
        var blocks = (int)((until - from + Block - 1) / Block);
        var gate = new Lock();
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, counters, (block, _, own) =>
        {
            var nodes = kernels.Length == 0 ? 0 : draws.Nodes;
            var (local, global) = (new double[nodes], new double[nodes]);
            var scores = kernels.Select(k => new double[k.Padded]).ToArray();
            for (var r = from + (long)block * Block; r < Math.Min(until, from + (long)(block + 1) * Block); r++)
            {
                draws.Local(r, local);
                for (var t = 0; t < kernels.Length; t++)
                {
                    kernels[t].Score(local, global, scores[t]);
                    own[t].Add(scores[t]);
                }
            }
            return own;
        }, own =>
        {
            lock (gate)
            {
                for (var t = 0; t < total.Length; t++)
                {
                    total[t].Add(own[t]);
                }
            }
        });
    }

    private static double HalfWidth(RankCounter counter, int cities, long r)
    {
        var largest = 0.0;
        for (var a = 0; a < cities; a++)
        {
            for (var b = 0; b < cities; b++)
            {
                var p = (double)counter.Above(a, b) / r;
                largest = Math.Max(largest, p * (1 - p));
            }
        }
        return 1.959964 * Math.Sqrt(largest / r);
    }

    private RankCounter Counter(int year) =>
        Index.Period.Contains(year) ? counters[year - Index.Period.First] : throw new KeyNotFoundException(string.Create(Invariant, $"{year} is not in this index: {Index.Period}."));

    private int CityIndex(string city) => Index.Indicators.Row(city, Index.Period.First) / Index.Period.Count;
}
