using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Aggregating;

/// <summary>Adjusted Mazziotta-Pareto index: the same penalty on a scale that years share, so that change can be read.</summary>
/// <remarks>
/// <para>r_ij = 60 (x_ij − Min_j) / (Max_j − Min_j) + 70; AMPI_i = M_i ∓ S_i cv_i over a city-year's m values r_ij. With inf and sup the
/// smallest and largest value over all city-years and Δ = (sup − inf) / 2, the goalposts are Min = ref − Δ and Max = ref + Δ, where ref is the
/// mean over the cities of the base year: then 100 is the average of that year. Without a base year Min = inf and Max = sup, and scores lie
/// between 70 and 130.</para>
/// <para>The divisor within a row is named. Weights play no part. A missing value: over the values present; a single one has no penalty. Refused: a constant child
/// (CR3402), a base year outside the index (CR3401) or without values (CR3404). For given goalposts a city's score does not depend on the other cities.</para>
/// <para><b>Source</b> Mazziotta and Pareto, Social Indicators Research 127 (2016), 983–1003, on the index for comparison over time.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Aggregating/AdjustedMazziottaParetoTests.cs.</para>
/// </remarks>
public sealed record AdjustedMazziottaPareto : Aggregation
{
    /// <summary>The year whose mean counts as 100; null for goalposts at the smallest and largest value. <value>Default: null.</value></summary>
    public int? BaseYear { get; init; }

    /// <summary>In which direction imbalance counts. <value>Default: it is subtracted.</value></summary>
    public Penalty Penalty { get; init; }

    /// <summary>The divisor of the deviation within a row. <value>Default: m, of the papers.</value></summary>
    public RowDeviation Deviation { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("aggregation", "Adjusted Mazziotta-Pareto index",
            $"{MazziottaPareto.Words(Penalty, Deviation)}, " + (BaseYear is { } year ? string.Create(Invariant, $"mean of {year} = 100") : "goalposts at the smallest and largest value of all city-years = 70 and 130"),
            $@"AMPI_i = M_i {(Penalty == Penalty.Subtracted ? "-" : "+")} S_i \frac{{S_i}}{{M_i}},\quad r_{{ij}} = 60 \frac{{x_{{ij}} - Min_j}}{{Max_j - Min_j}} + 70",
            "All children count the same; the recipe's weights play no part. Missing children: over the present ones; a single one has no penalty. A constant child is refused.",
            "Mazziotta and Pareto (2016), Social Indicators Research 127, 983–1003")
        { Symbols = "AMPI: score of city-year i; r: child j between its goalposts Min and Max; M, S: mean and standard deviation of the r" };

    internal override bool AllowsNegative => true;

    /// <summary>The goalposts of one indicator.</summary>
    /// <param name="x">All values, of all city-years; NaN is missing.</param>
    /// <param name="reference">The value that counts as 100, e.g. the mean of a base year; null for goalposts at the smallest and largest value.</param>
    /// <returns>The values that count as 70 and 130; NaN without values.</returns>
    public static Goalposts Posts(ReadOnlySpan<double> x, double? reference = null)
    {
        var present = x.ToArray().Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).ToArray();
        var (inf, sup) = (present.Min(), present.Max());
        return reference is { } r ? new(r - (sup - inf) / 2, r + (sup - inf) / 2) : new(inf, sup);
    }

    /// <summary>One indicator on the scale of 70 to 130.</summary>
    /// <param name="x">Values; NaN is missing and stays so.</param>
    /// <param name="posts">The values that count as 70 and 130; NaN for all if they are the same.</param>
    /// <param name="direction">Lower turns the scale round: r = 60 (Max − x) / (Max − Min) + 70.</param>
    /// <exception cref="ArgumentException">A direction other than higher or lower.</exception>
    public static double[] Scale(ReadOnlySpan<double> x, Goalposts posts, Direction direction)
    {
        ArgumentNullException.ThrowIfNull(posts);
        if (direction is not (Direction.Higher or Direction.Lower))
        {
            throw new ArgumentException("The direction is higher or lower; a target or range must be normalised first.", nameof(direction));
        }
        var range = posts.High - posts.Low;
        return [.. x.ToArray().Select(v => range > 0 ? 60 * (direction is Direction.Higher ? v - posts.Low : posts.High - v) / range + 70 : double.NaN)];
    }

    internal override void Check(IndexTree tree, Period period, List<Finding> findings)
    {
        if (BaseYear is { } year && !period.Contains(year))
        {
            findings.Add(AggregatingFindings.BaseYear(tree.File, year, period.ToString()));
        }
    }

    internal override NodeScores Combine(Siblings siblings, List<Finding> findings)
    {
        var before = findings.Count;
        siblings.FindConstants(perYear: false, Card.Name, findings);
        var scaled = new List<ReadOnlyMemory<double>>();
        var notes = new List<string>();
        foreach (var (child, column) in siblings.Tree.Children(siblings.Parent.Code).Zip(siblings.Scores))
        {
            var reference = BaseYear is { } year ? Mean(column.Span, siblings.Period, year) : (double?)null;
            if (reference is double.NaN)
            {
                findings.Add(AggregatingFindings.NoReference(siblings.Tree.File, child.Line, child.Code, BaseYear!.Value));
            }
            var posts = Posts(column.Span, reference);
            scaled.Add(Scale(column.Span, posts, new Direction.Higher()));
            notes.Add(string.Create(Invariant, $"{child.Code}: goalposts {posts.Low:0.####} and {posts.High:0.####}"));
        }
        if (findings.Count > before)
        {
            return new([.. Enumerable.Repeat(double.NaN, siblings.Count)], []);
        }
        var result = MazziottaPareto.Of(scaled, Deviation);
        var partial = siblings.Partial();
        return new([.. Penalty == Penalty.Subtracted ? result.Subtracted : result.Added],
            [.. notes, .. partial > 0 ? [string.Create(Invariant, $"{siblings.Parent.Code}: {partial} city-years by the children they have")] : ImmutableArray<string>.Empty]);
    }

    private static double Mean(ReadOnlySpan<double> column, Period period, int year)
    {
        var (sum, count) = (0.0, 0);
        for (var r = year - period.First; r < column.Length; r += period.Count)
        {
            (sum, count) = double.IsNaN(column[r]) ? (sum, count) : (sum + column[r], count + 1);
        }
        return count > 0 ? sum / count : double.NaN;
    }
}
