using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Statistics;
using ClusterResearch.Tables;

namespace ClusterResearch.Stages;

/// <summary>How windows of years are grouped.</summary>
public enum TrajectoryMethod
{
    /// <summary>k-means from seeded starts.</summary>
    KMeans,

    /// <summary>Ward's hierarchical clustering.</summary>
    Ward,
}

/// <summary>Stages of cities by groups of like windows of years in level, growth and concentration.</summary>
/// <remarks>
/// <para>A window of w years that ends in a year is a point: the means of level (a logarithm), growth and concentration over it, each standardised over all windows (z, n − 1). The points are grouped, and each group is named
/// afterwards by its centre: growth z ≥ 0 and concentration z &lt; 0 formation; both ≥ 0 growth; growth &lt; 0 and concentration ≥ 0 maturity; both &lt; 0 decline or renewal. Two groups may get one name; level describes, it does not name.</para>
/// <para>How sure: the silhouette of the window, set between 0 and 1 as (s + 1)/2. A window with a missing value has no stage. Windows of one city overlap, so the points are not independent and no test is made of them.</para>
/// <para><b>Source</b> own design after the outline of stages in Menzel and Fornahl, Industrial and Corporate Change 19 (2010), 205–238.</para>
/// <para><b>Verification</b> the groupings: tests/reference/E_dynamics_concentration.json; naming by hand: tests/ClusterResearch.Tests/Stages/TrajectoryClustersTests.cs.</para>
/// </remarks>
public sealed class TrajectoryClusters
{
    private TrajectoryClusters(ImmutableArray<ImmutableArray<double>> centers, ImmutableArray<int> sizes, double silhouette, StageAssignment assignment) =>
        (Centers, Sizes, Silhouette, Assignment) = (centers, sizes, silhouette, assignment);

    /// <summary>The centre of every group in standard deviations: level, growth, concentration.</summary>
    public ImmutableArray<ImmutableArray<double>> Centers { get; }

    /// <summary>How many windows every group has.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>The mean silhouette.</summary>
    public double Silhouette { get; }

    /// <summary>The stages.</summary>
    public StageAssignment Assignment { get; }

    /// <summary>Groups the windows of cities.</summary>
    /// <param name="cities">The cities.</param>
    /// <param name="years">The years.</param>
    /// <param name="values">Level, growth and concentration of a city in a year; NaN is missing.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="window">w, from 1.</param>
    /// <param name="method">How to group.</param>
    /// <param name="seed">The seed of the starts of k-means.</param>
    /// <exception cref="ArgumentException">Fewer whole windows than groups, or a measure that is the same in all of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two groups, or w below 1.</exception>
    public static TrajectoryClusters Of(ImmutableArray<City> cities, ImmutableArray<int> years, Func<string, int, (double Level, double Growth, double Concentration)> values,
        int groups = 4, int window = 3, TrajectoryMethod method = TrajectoryMethod.KMeans, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var (keys, points) = Windows(cities, years, values, window);
        if (points.Length < groups)
        {
            throw new ArgumentException(string.Create(Invariant, $"{points.Length} whole windows of {window} years for {groups} groups."), nameof(values));
        }
        var found = method == TrajectoryMethod.Ward ? WardClustering.Of(points).Cut(groups) : KMeans.Of(points, groups, seed).Labels;
        var silhouettes = ClusterQuality.Silhouettes(points, found);
        var members = Enumerable.Range(0, groups).Select(g => points.Where((_, i) => found[i] == g).ToArray()).ToArray();
        var centers = members.Select(m => Enumerable.Range(0, 3).Select(j => m.Average(p => p.Span[j])).ToImmutableArray()).ToImmutableArray();
        var at = keys.Index().ToDictionary(k => k.Item, k => k.Index);
        StageVerdict Judge(City c, int y) => at.TryGetValue((c.Key, y), out var i)
            ? new(Name(centers[found[i]]), string.Create(Invariant, $"group {found[i] + 1}: {Describe(centers[found[i]])}; silhouette {silhouettes[i]:0.00}"), (silhouettes[i] + 1) / 2)
            : new(null, string.Create(Invariant, $"a value is missing in the {window} years up to {y}"));
        string[] notes =
        [
            string.Create(Invariant, $"{method}, {groups} groups of {points.Length} windows of {window} years; level, growth and concentration standardised; mean silhouette {silhouettes.Average():0.00}{(method == TrajectoryMethod.KMeans ? $", seed {seed}" : "")}."),
            .. centers.Select((c, g) => string.Create(Invariant, $"Group {g + 1} ({members[g].Length} windows): {Describe(c)}: {Name(c).Name()}.")),
        ];
        return new(centers, [.. members.Select(m => m.Length)], silhouettes.Average(), new($"Trajectories ({method})", notes, cities, years, Judge));
    }

    /// <summary>The windows as points, for choosing the number of groups; in order of cities and years.</summary>
    /// <inheritdoc cref="Of"/>
    public static ImmutableArray<ReadOnlyMemory<double>> Points(ImmutableArray<City> cities, ImmutableArray<int> years, Func<string, int, (double Level, double Growth, double Concentration)> values, int window = 3) =>
        [.. Windows(cities, years, values, window).Points];

    /// <summary>One row per group: centre, number of windows, name.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(language.Say("Groups of trajectories", "轨迹聚类"),
            [
                Column.Number("group", language.Say("Group", "类别"), 0), Column.Number("level", language.Say("Level, s.d.", "水平（标准差）"), 2), Column.Number("growth", language.Say("Growth, s.d.", "增速（标准差）"), 2),
                Column.Number("concentration", language.Say("Concentration, s.d.", "集聚度（标准差）"), 2), Column.Number("windows", language.Say("Windows", "窗口数"), 0), Column.Text("stage", language.Say("Named", "命名")),
            ],
            Centers.Select((c, g) => (object?[])[g + 1, c[0], c[1], c[2], Sizes[g], Name(c).Name(language)]),
            [Assignment.Notes[0]]);

    internal static Stage Name(ImmutableArray<double> center) =>
        (center[1] >= 0, center[2] >= 0) switch { (true, false) => Stage.Formation, (true, true) => Stage.Growth, (false, true) => Stage.Maturity, _ => Stage.Decline };

    private static string Describe(ImmutableArray<double> c) => string.Create(Invariant, $"level {c[0]:+0.0;−0.0}, growth {c[1]:+0.0;−0.0}, concentration {c[2]:+0.0;−0.0} s.d.");

    private static ((string City, int Year)[] Keys, ReadOnlyMemory<double>[] Points) Windows(ImmutableArray<City> cities, ImmutableArray<int> years, Func<string, int, (double Level, double Growth, double Concentration)> values, int window)
    {
        var all = from c in cities
                  from y in years.Skip(window - 1)
                  let own = Enumerable.Range(y - window + 1, window).Select(t => values(c.Key, t)).ToArray()
                  let point = new[] { own.Average(v => v.Level), own.Average(v => v.Growth), own.Average(v => v.Concentration) }
                  where point.All(double.IsFinite)
                  select (Key: (c.Key, y), Point: point);
        var whole = all.ToArray();
        for (var j = 0; j < 3 && whole.Length > 1; j++)
        {
            double[] column = [.. whole.Select(w => w.Point[j])];
            var (mean, spread) = (Moments.Mean(column), Moments.StandardDeviation(column, 1));
            if (!(spread > 0))
            {
                throw new ArgumentException(string.Create(Invariant, $"{(j switch { 0 => "Level", 1 => "Growth", _ => "Concentration" })} is the same in all windows and tells none apart."), nameof(values));
            }
            foreach (var (_, point) in whole)
            {
                point[j] = (point[j] - mean) / spread;
            }
        }
        return ([.. whole.Select(w => w.Key)], [.. whole.Select(w => (ReadOnlyMemory<double>)w.Point)]);
    }
}
