using System.Collections.Concurrent;
using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>An index under every crossing of reasonable choices: which statements hold in which share of them.</summary>
/// <remarks>
/// <para>Crossed are normalisations × weightings × aggregations × city frames × periods × nothing or one indicator left out. Every specification computes everything anew
/// and ranks the cities that all frames share in the last year that all periods share. A share is the number of specifications in which a statement holds over the number in which
/// it can be asked.</para>
/// <para>What makes no sense together is excluded by a written rule (<see cref="MultiverseChoices.Rules"/>), and what the methods refuse is refused; both are counted and
/// listed by reason. Specifications are not weighed: a share is no probability, for nobody drew them at random.</para>
/// <para>Computed once is what does not change: normalisation per frame, period and method; weights per frame, period, left-out indicator and method, if the method does not look at
/// the normalised values.</para>
/// <para><b>Source</b> Steegen, Tuerlinckx, Gelman and Vanpaemel, Perspectives on Psychological Science 11 (2016), 702–712; Simonsohn, Simmons and Nelson, Nature
/// Human Behaviour 4 (2020), 1208–1214 (specification curve).</para>
/// <para><b>Verification</b> every specification of a small study against <see cref="IndexRecipe.Build"/>: tests/ClusterResearch.Tests/Indexing/Robustness/MultiverseTests.cs.</para>
/// </remarks>
/// <example><code>
/// var all = Multiverse.Of(index, MultiverseChoices.Usual(index, study.Cities));
/// all.Share(s => s.Rank(study.Focus) &lt;= 6)
/// </code></example>
public sealed class Multiverse
{
    private Multiverse(IndexResult index, MultiverseChoices choices, int year, ImmutableArray<City> cities, ImmutableArray<Specification> specifications, ImmutableArray<(string, int)> excluded) =>
        (Index, Choices, Year, Cities, Specifications, Excluded) = (index, choices, year, cities, specifications, excluded);

    /// <summary>The index that stands in the middle.</summary>
    public IndexResult Index { get; }

    /// <summary>What was crossed.</summary>
    public MultiverseChoices Choices { get; }

    /// <summary>The year whose ranks are compared.</summary>
    public int Year { get; }

    /// <summary>The cities of all frames; ranks are among them.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>The specifications that were computed.</summary>
    public ImmutableArray<Specification> Specifications { get; }

    /// <summary>Why others were not, and how many.</summary>
    public ImmutableArray<(string Reason, int Count)> Excluded { get; }

    /// <summary>Computes the crossing.</summary>
    /// <param name="index">The index in the middle: its design, preparation and rules for missing cells and ties hold for all.</param>
    /// <param name="choices">What is crossed.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="FindingsException">Nothing can be computed (CR3604).</exception>
    public static Multiverse Of(IndexResult index, MultiverseChoices choices, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(choices);
        var year = choices.Periods.Min(p => p.Period?.Last ?? index.Period.Last);
        ImmutableArray<City> cities = [.. index.Cities.Where(c => choices.Frames.All(f => f.Cities is null || f.Cities.Contains(c.Key)))];
        var worlds = MultiverseWorld.All(index, choices);
        var (found, excluded, done) = (new Specification?[worlds.Length][], new ConcurrentDictionary<string, int>(StringComparer.Ordinal), 0);
        Parallel.For(0, worlds.Length, new ParallelOptions { CancellationToken = cancellation }, w =>
        {
            found[w] = worlds[w].Specifications(choices, year, cities, reason => excluded.AddOrUpdate(reason, 1, (_, n) => n + 1));
            progress?.Report(Interlocked.Increment(ref done) / (double)worlds.Length);
        });
        ImmutableArray<Specification> specifications = [.. found.SelectMany(f => f).OfType<Specification>()];
        return specifications.IsEmpty
            ? throw new FindingsException([RobustnessFindings.Nothing(index.Tree.File, excluded.Values.Sum())])
            : new(index, choices, year, cities, specifications, [.. excluded.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, e.Value))]);
    }

    /// <summary>The share of specifications in which a statement holds; NaN if it can be asked of none.</summary>
    /// <param name="statement">True, false, or null where it cannot be asked.</param>
    public double Share(Func<Specification, bool?> statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var answers = Specifications.Select(statement).OfType<bool>().ToArray();
        return answers.Length == 0 ? double.NaN : answers.Count(a => a) / (double)answers.Length;
    }

    /// <summary>The share by the choices on one axis, for seeing which choice a statement hangs on.</summary>
    /// <param name="axis">E.g. <c>weights</c>; the axes are those of <see cref="Specification.Choices"/>.</param>
    /// <param name="statement">True, false, or null where it cannot be asked.</param>
    public ImmutableArray<(string Choice, double Share, int Count)> ShareBy(string axis, Func<Specification, bool?> statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return
        [
            .. Specifications.GroupBy(s => s[axis]).Select(g => (g.Key, Answers: g.Select(statement).OfType<bool>().ToArray()))
                .Select(g => (g.Key, g.Answers.Length == 0 ? double.NaN : g.Answers.Count(a => a) / (double)g.Answers.Length, g.Answers.Length)),
        ];
    }

    /// <summary>One row per city: rank of the index, mean, median, 5 % and 95 %, smallest and largest of its ranks.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(language.Say($"Ranks under {Specifications.Length.ToString(Invariant)} specifications, {Year.ToString(Invariant)}", $"{Specifications.Length.ToString(Invariant)}种设定下的排名，{Year.ToString(Invariant)}年"),
            [
                Column.Text("city", language.Say("City", "城市")), Column.Number("mean", language.Say("Mean rank", "平均排名"), 2), Column.Number("median", language.Say("Median", "中位数"), 0),
                Column.Number("p5", "5 %", 0), Column.Number("p95", "95 %", 0), Column.Number("best", language.Say("Best", "最好"), 0), Column.Number("worst", language.Say("Worst", "最差"), 0),
            ],
            Cities.Select(c => (City: c, Ranks: Ranks(c.Key))).OrderBy(c => c.Ranks.DefaultIfEmpty(double.MaxValue).Average()).Select(c => (object?[])
                [c.City.Name(language), .. c.Ranks.Length == 0 ? new object?[6] : [c.Ranks.Average(), Quantile(c.Ranks, 0.5), Quantile(c.Ranks, 0.05), Quantile(c.Ranks, 0.95), c.Ranks[0], c.Ranks[^1]]]),
            Notes);

    /// <summary>What was crossed, and what was excluded for which reason.</summary>
    public Table ExclusionTable() =>
        new("Specifications that were not computed", [Column.Text("reason", "Reason"), Column.Number("count", "Specifications", 0)], Excluded.Select(e => (object?[])[e.Reason, (double)e.Count]), Notes);

    /// <summary>What a reader must know.</summary>
    public ImmutableArray<string> Notes =>
        [
            string.Create(Invariant, $"{Choices}: {Choices.Count(Index.Tree)} crossings, {Specifications.Length} computed, {Excluded.Sum(e => e.Count)} excluded by rule or refused by a method. Ranks are among {Cities.Length} cities in {Year}."),
            .. Choices.Rules.Select(r => $"Rule: {r.Reason}."),
            "A share of specifications is no probability: nobody drew them at random.",
        ];

    /// <summary>A city's ranks in ascending order.</summary>
    internal double[] Ranks(string city) => [.. Specifications.Select(s => s.Rank(city)).OfType<double>().Order()];

    private static double Quantile(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length - 1e-9) - 1)];
}
