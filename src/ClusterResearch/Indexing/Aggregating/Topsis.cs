using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>How TOPSIS makes criteria comparable.</summary>
public enum TopsisScale
{
    /// <summary>x / √Σx², the scale of Hwang and Yoon.</summary>
    Vector,

    /// <summary>From 0 for the worst to 1 for the best.</summary>
    MinMax,
}

/// <summary>What TOPSIS with vector normalisation does where lower is better. The closeness is the same; the ideals are not.</summary>
public enum TopsisCosts
{
    /// <summary>The smallest value is the ideal, as in Hwang and Yoon.</summary>
    SwappedIdeals,

    /// <summary>1 − x / √Σx², so that the largest is the ideal.</summary>
    Complement,
}

/// <summary>TOPSIS: how much nearer a city is to the best of everything than to the worst of everything.</summary>
/// <remarks>
/// <para>v_ij = w_j r_ij; ideal v⁺_j and anti-ideal v⁻_j are the best and worst v_ij of each criterion; D⁺_i = √Σ_j (v_ij − v⁺_j)²,
/// D⁻_i likewise; C_i = D⁻_i / (D⁺_i + D⁻_i), from 0 to 1.</para>
/// <para>A constant criterion separates nobody. Where all alternatives are the same, C is 0/0: NaN. A missing value: both distances
/// are taken over the criteria that are present, weights renormalised. Adding or removing a city can reverse the order of others.</para>
/// <para><b>Source</b> Hwang and Yoon, Multiple Attribute Decision Making (1981), chapter III.</para>
/// <para><b>Verification</b> the fighter aircraft of Hwang and Yoon, scikit-criteria, pymcdm 1.4.0: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record Topsis : ComparativeAggregation
{
    /// <summary>Makes the method; it compares all city-years.</summary>
    public Topsis() => Comparison = Comparison.Pooled;

    /// <summary>How criteria become comparable. <value>Default: vector normalisation.</value></summary>
    public TopsisScale Scale { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "TOPSIS", $"{(Scale == TopsisScale.Vector ? "vector normalisation of the children's scores" : "min-max of the children's scores")}, {Among}",
            @"C_i = \frac{D_i^-}{D_i^+ + D_i^-},\quad D_i^{\pm} = \sqrt{\sum_j (w_j r_{ij} - v_j^{\pm})^2}",
            "Score from 0 to 1, higher is better. A constant child separates nobody; where all are the same there is no score. Missing children: distances over the present ones. Ranks of others can change with the cities compared.",
            "Hwang and Yoon (1981), Multiple Attribute Decision Making, chapter III")
        { Symbols = "C: closeness of city-year i; D: distances to the ideal (+) and the worst (−); r: normalised score of child j; w: weight; v: best and worst weighted score" };

    /// <summary>Closeness to the ideal.</summary>
    /// <param name="matrix">n alternatives, k criteria.</param>
    /// <param name="scale">How criteria become comparable.</param>
    /// <param name="costs">What vector normalisation does where lower is better; min-max turns it around itself.</param>
    /// <returns>Ideals, distances, closeness, ranks.</returns>
    public static TopsisResult Of(DecisionMatrix matrix, TopsisScale scale = TopsisScale.Vector, TopsisCosts costs = TopsisCosts.SwappedIdeals)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var v = Enumerable.Range(0, matrix.Criteria).Select(j => Weighted(matrix, j, scale, costs)).ToArray();
        var best = v.Select((c, j) => Extreme(c, swapped: scale == TopsisScale.Vector && costs == TopsisCosts.SwappedIdeals && !matrix.HigherIsBetter(j))).ToArray();
        var worst = v.Select((c, j) => Extreme(c, swapped: !(scale == TopsisScale.Vector && costs == TopsisCosts.SwappedIdeals && !matrix.HigherIsBetter(j)))).ToArray();
        ImmutableArray<double> plus = [.. Enumerable.Range(0, matrix.Alternatives).Select(i => Distance(i, best))];
        ImmutableArray<double> minus = [.. Enumerable.Range(0, matrix.Alternatives).Select(i => Distance(i, worst))];
        ImmutableArray<double> closeness = [.. plus.Zip(minus, (p, m) => m / (p + m))];
        return new([.. best], [.. worst], plus, minus, closeness, [.. Ranking.Of(closeness.AsSpan(), TieRule.Min, ascending: false)]);

        double Distance(int i, double[] from) =>
            matrix.Presence(i) > 0 ? Math.Sqrt(v.Select((c, j) => double.IsNaN(c[i]) ? 0 : (c[i] - from[j]) * (c[i] - from[j])).Sum()) / matrix.Presence(i) : double.NaN;
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did)
    {
        var closeness = Of(matrix, Scale).Closeness;
        if (closeness.Any(double.IsNaN))
        {
            did.Add("all city-years compared are the same, so there is no closeness");
        }
        return closeness;
    }

    private static double[] Weighted(DecisionMatrix matrix, int j, TopsisScale scale, TopsisCosts costs)
    {
        var w = matrix.Weights[j];
        if (scale == TopsisScale.MinMax)
        {
            return [.. matrix.Goodness(j).Select(r => w * r)];
        }
        var x = Magnitude.Tame(matrix.Column(j));
        var length = Math.Sqrt(x.Where(value => !double.IsNaN(value)).Sum(value => value * value));
        var complement = costs == TopsisCosts.Complement && !matrix.HigherIsBetter(j);
        return [.. x.Select(value => length > 0 ? value / length : 0 * value).Select(r => w * (complement ? 1 - r : r))];
    }

    private static double Extreme(double[] column, bool swapped)
    {
        var present = column.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN);
        return swapped ? present.Min() : present.Max();
    }
}

/// <summary>What TOPSIS computes on the way.</summary>
/// <param name="Ideal">v⁺: one weighted value per criterion.</param>
/// <param name="AntiIdeal">v⁻.</param>
/// <param name="ToIdeal">D⁺: one distance per alternative.</param>
/// <param name="ToAntiIdeal">D⁻.</param>
/// <param name="Closeness">C, from 0 to 1; NaN where all alternatives are the same.</param>
/// <param name="Ranks">1 for the largest closeness; equal ones share the smaller rank.</param>
public sealed record TopsisResult(
    ImmutableArray<double> Ideal, ImmutableArray<double> AntiIdeal, ImmutableArray<double> ToIdeal, ImmutableArray<double> ToAntiIdeal, ImmutableArray<double> Closeness, ImmutableArray<double> Ranks)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("TOPSIS", "TOPSIS法"), language, names, [],
            (Column.Number("plus", language.Say("Distance to the ideal", "与正理想解距离"), 4), ToIdeal),
            (Column.Number("minus", language.Say("Distance to the anti-ideal", "与负理想解距离"), 4), ToAntiIdeal),
            (Column.Number("closeness", language.Say("Closeness", "相对贴近度"), 4), Closeness),
            (Column.Number("rank", language.Say("Rank", "排名"), 0), Ranks));
}
