using ClusterResearch.Findings;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Fills a missing cell with the centre of others: of all city-years, of its year, of its group of cities.</summary>
public abstract record CentreImputation : Imputation
{
    /// <summary>The cities among which the centre is taken. <value>Default: all.</value></summary>
    public CityGroups Groups { get; init; } = CityGroups.None;

    /// <summary>Whether the centre is that of the same year only. <value>Default: false, of all years.</value></summary>
    public bool PerYear { get; init; }

    /// <summary>As cards say it: among which values the centre is taken.</summary>
    private protected string Among => $"of {Groups}, {(PerYear ? "same year" : "all years")}";

    /// <summary>The centre of present values.</summary>
    internal abstract double Centre(ReadOnlySpan<double> present);

    /// <summary>Fills each missing value with the centre of its group.</summary>
    private protected static double[] Fill(ReadOnlySpan<double> x, ReadOnlySpan<int> groups, Func<double[], double> centre)
    {
        if (x.Length != groups.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{x.Length} values but {groups.Length} groups."), nameof(groups));
        }
        Magnitude.RefuseInfinite(x, nameof(x));
        var members = new Dictionary<int, List<double>>();
        for (var i = 0; i < x.Length; i++)
        {
            var group = members.TryGetValue(groups[i], out var known) ? known : members[groups[i]] = [];
            if (!double.IsNaN(x[i]))
            {
                group.Add(x[i]);
            }
        }
        var centres = members.ToDictionary(m => m.Key, m => m.Value.Count == 0 ? double.NaN : centre([.. m.Value]));
        var filled = x.ToArray();
        for (var i = 0; i < x.Length; i++)
        {
            filled[i] = double.IsNaN(x[i]) ? centres[groups[i]] : x[i];
        }
        return filled;
    }

    internal sealed override void Check(IndicatorTable table, List<Finding> findings) => Groups.Check(table, findings);

    internal sealed override double[] Fill(IndicatorTable table, IndexNode node)
    {
        var names = new Dictionary<(string, int), int>();
        var groups = Enumerable.Range(0, table.Cities.Length * table.Period.Count).Select(table.At)
            .Select(at => (Groups.Of(at.City), PerYear ? at.Year : 0)).Select(key => names.TryGetValue(key, out var id) ? id : names[key] = names.Count).ToArray();
        return Fill(table.Column(node.Code).Span, groups, x => Centre(x));
    }
}

/// <summary>Fills a missing cell with the mean of others.</summary>
/// <remarks>
/// <para>x'_it = Σ x_g / n_g over the n_g values that are present in the cell's group g: all city-years, those of its year
/// (<see cref="CentreImputation.PerYear"/>), those of its group of cities (<see cref="CentreImputation.Groups"/>), or of both.
/// A group without a value fills nothing. Means pull what is filled towards the middle and shrink the spread.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “imputation of missing data”;
/// Little and Rubin, Statistical Analysis with Missing Data (2002), on why a mean understates the spread.</para>
/// <para><b>Verification</b> the ASEM example of COINr 1.1.14 (mean of the unit's group): tests/ClusterResearch.Tests/EndToEnd/AsemTests.cs;
/// by hand: tests/ClusterResearch.Tests/Indexing/Preparing/CentreImputationTests.cs.</para>
/// </remarks>
public sealed record MeanImputation : CentreImputation
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("imputation", "Mean imputation", Among, @"x'_{it} = \frac{1}{n_g} \sum_{g} x_g",
            "A cell whose group has no value stays missing. Filled cells are marked in tables and charts.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
        { Symbols = "x: value of city i in year t; g: the city-years it is filled in from; n_g: how many of them have a value" };

    /// <summary>The values of one indicator, missing ones filled with the mean of their group.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="groups">The number of each value's group.</param>
    /// <returns>One value each; NaN where the group has none.</returns>
    /// <exception cref="ArgumentException">Not one group per value, or a value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<int> groups) => Fill(x, groups, values => Moments.Mean(values));

    internal override double Centre(ReadOnlySpan<double> present) => Moments.Mean(present);
}

/// <summary>Fills a missing cell with the median of others.</summary>
/// <remarks>
/// <para>x'_it = median of the values that are present in the cell's group: all city-years, those of its year
/// (<see cref="CentreImputation.PerYear"/>), those of its group of cities (<see cref="CentreImputation.Groups"/>), or of both; for an
/// even number the mean of the two in the middle. A group without a value fills nothing. Outliers do not move it.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “imputation of missing data”.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/CentreImputationTests.cs.</para>
/// </remarks>
public sealed record MedianImputation : CentreImputation
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("imputation", "Median imputation", Among, @"x'_{it} = \operatorname{med}_g x_g",
            "A cell whose group has no value stays missing. Filled cells are marked in tables and charts.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
        { Symbols = "x: value of city i in year t; g: the city-years it is filled in from; med: their median" };

    /// <summary>The values of one indicator, missing ones filled with the median of their group.</summary>
    /// <param name="x">Values; NaN is missing.</param>
    /// <param name="groups">The number of each value's group.</param>
    /// <returns>One value each; NaN where the group has none.</returns>
    /// <exception cref="ArgumentException">Not one group per value, or a value is infinite.</exception>
    public static double[] Of(ReadOnlySpan<double> x, ReadOnlySpan<int> groups) => Fill(x, groups, values => Moments.Median(values));

    internal override double Centre(ReadOnlySpan<double> present) => Moments.Median(present);
}
