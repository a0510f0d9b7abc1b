using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>In which direction imbalance counts.</summary>
public enum Penalty
{
    /// <summary>Subtracted: for what is good, imbalance costs. MPI⁻; Compind calls it POS.</summary>
    Subtracted,

    /// <summary>Added: for what is bad, e.g. poverty, imbalance makes it worse. MPI⁺; Compind calls it NEG.</summary>
    Added,
}

/// <summary>By what the sum of squares within a row is divided.</summary>
public enum RowDeviation
{
    /// <summary>m, as in the papers of Mazziotta and Pareto.</summary>
    Population,

    /// <summary>m − 1, as in the R package Compind 3.4.</summary>
    Sample,
}

/// <summary>Mazziotta-Pareto index: the mean of standardised children, corrected for how unevenly they stand.</summary>
/// <remarks>
/// <para>z_ij = 100 ± 10 (x_ij − mean_j) / sd_j; M_i and S_i mean and standard deviation of a city's m values; cv_i = S_i / M_i;
/// MPI_i = M_i ∓ S_i cv_i. Children are standardised over the city-years compared, so the score is around 100 at every node.</para>
/// <para>The divisor within a row is named: m or m − 1; the same one is taken down the columns. Weights play no part: all count the same. A missing value:
/// over the values present; a single one has no penalty. A constant child is refused (CR3402). By standardising, the other cities matter;
/// over time use <see cref="AdjustedMazziottaPareto"/>.</para>
/// <para><b>Source</b> Mazziotta and Pareto, Social Indicators Research 127 (2016), 983–1003; De Muro, Mazziotta and Pareto, Social
/// Indicators Research 104 (2011), 1–18.</para>
/// <para><b>Verification</b> Compind 3.4 ci_mpi: tests/reference/C_aggregation_ranking.json.</para>
/// </remarks>
public sealed record MazziottaPareto : ComparativeAggregation
{
    /// <summary>Makes the method; it standardises over all city-years.</summary>
    public MazziottaPareto() => Comparison = Comparison.Pooled;

    /// <summary>In which direction imbalance counts. <value>Default: it is subtracted.</value></summary>
    public Penalty Penalty { get; init; }

    /// <summary>The divisor of the deviations. <value>Default: m, of the papers.</value></summary>
    public RowDeviation Deviation { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Mazziotta-Pareto index", $"{Words(Penalty, Deviation)}, children standardised to mean 100 and deviation 10, {Among}",
            $@"MPI_i = M_i {(Penalty == Penalty.Subtracted ? "-" : "+")} S_i \frac{{S_i}}{{M_i}},\quad z_{{ij}} = 100 + 10 \frac{{x_{{ij}} - \bar{{x}}_j}}{{s_j}}",
            "All children count the same; the recipe's weights play no part. Missing children: over the present ones; a single one has no penalty. A constant child is refused.",
            "Mazziotta and Pareto (2016), Social Indicators Research 127, 983–1003")
        { Symbols = "MPI: score of city-year i; z: standardised score of child j; M, S: mean and standard deviation of its z; x̄, s: mean and standard deviation of child j" };

    /// <summary>Means, deviations and the index of rows that are standardised already.</summary>
    /// <param name="columns">One column per indicator, on one scale around 100, higher better; NaN is missing.</param>
    /// <param name="deviation">The divisor within a row.</param>
    /// <returns>One value per row; all NaN if an indicator has no value at all, as a constant one after standardising.</returns>
    /// <exception cref="ArgumentException">No column, columns of different length, or an infinite value.</exception>
    public static MazziottaParetoResult Of(IReadOnlyList<ReadOnlyMemory<double>> columns, RowDeviation deviation)
    {
        var matrix = DecisionMatrix.Of(columns);
        var empty = Enumerable.Range(0, matrix.Criteria).Any(j => matrix.Column(j).All(double.IsNaN));
        var rows = Enumerable.Range(0, matrix.Alternatives)
            .Select(i => empty ? [] : Enumerable.Range(0, matrix.Criteria).Select(j => matrix[i, j]).Where(v => !double.IsNaN(v)).ToArray()).ToArray();
        double[] mean = [.. rows.Select(r => r.Length == 0 ? double.NaN : Moments.Mean(r))];
        double[] spread = [.. rows.Select(r => r.Length == 1 ? 0 : Moments.StandardDeviation(r, deviation == RowDeviation.Sample ? 1 : 0))];
        double[] variation = [.. spread.Zip(mean, (s, m) => s == 0 ? 0 : s / m)];
        return new([.. mean], [.. spread], [.. variation], [.. rows.Select((_, i) => mean[i] + spread[i] * variation[i])], [.. rows.Select((_, i) => mean[i] - spread[i] * variation[i])]);
    }

    internal override IReadOnlyList<double> Compare(DecisionMatrix matrix, List<string> did)
    {
        var variant = Deviation == RowDeviation.Sample ? ZScoreVariant.Sample : ZScoreVariant.Population;
        var z = Enumerable.Range(0, matrix.Criteria).Select(j => (ReadOnlyMemory<double>)ZScore.Of(matrix.Column(j), new Direction.Higher(), variant).Select(v => 100 + 10 * v).ToArray());
        did.Add("all children count the same; the recipe's weights play no part");
        var result = Of([.. z], Deviation);
        return Penalty == Penalty.Subtracted ? result.Subtracted : result.Added;
    }

    private protected override void CheckScores(Siblings siblings, List<Finding> findings) =>
        siblings.FindConstants(Comparison == Comparison.WithinYear, Card.Name, findings);

    internal static string Words(Penalty penalty, RowDeviation deviation) =>
        $"penalty {(penalty == Penalty.Subtracted ? "subtracted" : "added")}, deviation with divisor {(deviation == RowDeviation.Population ? "m" : "m − 1")}";
}

/// <summary>The Mazziotta-Pareto index with what it is made of.</summary>
/// <param name="Means">M: mean per row.</param>
/// <param name="Deviations">S: standard deviation within the row.</param>
/// <param name="Variations">cv = S / M.</param>
/// <param name="Added">M + S · cv, for what is bad.</param>
/// <param name="Subtracted">M − S · cv, for what is good.</param>
public sealed record MazziottaParetoResult(
    ImmutableArray<double> Means, ImmutableArray<double> Deviations, ImmutableArray<double> Variations, ImmutableArray<double> Added, ImmutableArray<double> Subtracted)
{
    /// <summary>One row per alternative.</summary>
    /// <param name="names">One name per alternative.</param>
    /// <param name="language">Language of title and headers.</param>
    public Table ToTable(IReadOnlyList<string> names, Language language = Language.English) =>
        AlternativesTable.Of(language.Say("Mazziotta-Pareto index", "Mazziotta-Pareto指数"), language, names, [],
            (Column.Number("mean", language.Say("Mean", "均值"), 2), Means), (Column.Number("sd", language.Say("Deviation", "标准差"), 2), Deviations),
            (Column.Number("subtracted", language.Say("Penalty subtracted", "减去惩罚"), 2), Subtracted), (Column.Number("added", language.Say("Penalty added", "加上惩罚"), 2), Added));
}
