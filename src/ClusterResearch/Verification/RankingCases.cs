using System.Text.Json;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;

namespace ClusterResearch.Verification;

/// <summary>Family C: methods that rank alternatives.</summary>
internal static class RankingCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["rank.topsis"] = Topsis,
            ["rank.vikor"] = Vikor,
            ["rank.grey_relational"] = GreyRelational,
            ["rank.rsr"] = RankSumRatio,
            ["rank.copeland"] = c => new Dictionary<string, object> { ["score"] = Copeland.Of(Matrix(c)).Scores },
        };

    private static Dictionary<string, object> Topsis(ReferenceCase c)
    {
        var scale = c.Word("normalisation") == "vector" ? TopsisScale.Vector : TopsisScale.MinMax;
        var r = Indexing.Aggregating.Topsis.Of(Matrix(c), scale);
        return new() { ["ideal"] = r.Ideal, ["anti_ideal"] = r.AntiIdeal, ["d_plus"] = r.ToIdeal, ["d_minus"] = r.ToAntiIdeal, ["closeness"] = r.Closeness, ["rank"] = r.Ranks };
    }

    private static Dictionary<string, object> Vikor(ReferenceCase c)
    {
        var r = Indexing.Aggregating.Vikor.Of(Matrix(c), c.Number("v", 0.5));
        return new()
        {
            ["S"] = r.S,
            ["R"] = r.R,
            ["Q"] = r.Q,
            ["rank_S"] = r.RanksS,
            ["rank_R"] = r.RanksR,
            ["rank_Q"] = r.RanksQ,
            ["DQ"] = r.Threshold,
            ["acceptable_advantage"] = r.HasAdvantage,
            ["acceptable_stability"] = r.IsStable,
            ["compromise_set"] = r.Compromise,
        };
    }

    private static Dictionary<string, object> GreyRelational(ReferenceCase c)
    {
        var rho = c.Number("rho", 0.5);
        var r = c.Has("Z")
            ? Indexing.Aggregating.GreyRelational.Of(DecisionMatrix.Of(Columns(ReferenceCase.Matrix(c.Input.GetProperty("Z"))), Weights(c)), c.Values("reference"), rho)
            : Indexing.Aggregating.GreyRelational.Of(Matrix(c), rho);
        return new() { ["delta_min"] = r.SmallestDifference, ["delta_max"] = r.LargestDifference, ["coefficients"] = r.Coefficients, ["grade"] = r.Grades, ["rank"] = r.Ranks };
    }

    private static Dictionary<string, object> RankSumRatio(ReferenceCase c)
    {
        var ranks = c.Word("rank")?.StartsWith("non-integer", StringComparison.Ordinal) == true ? RsrRanks.NonIntegerRanks : RsrRanks.IntegerRanks;
        var r = Indexing.Aggregating.RankSumRatio.Of(c.Flag("weighted") ? Matrix(c) : DecisionMatrix.Of(Columns(c.Rows), directions: Directions(c)), ranks);
        return new()
        {
            ["ranks"] = r.RankMatrix,
            ["rsr"] = r.Rsr,
            ["rsr_values_sorted"] = r.Groups.Select(g => g.Rsr),
            ["frequency"] = r.Groups.Select(g => g.Frequency),
            ["cumulative"] = r.Groups.Select(g => g.Cumulative),
            ["mean_rank"] = r.Groups.Select(g => g.MeanRank),
            ["downward_frequency"] = r.Groups.Select(g => g.DownwardFrequency),
            ["probit"] = r.Groups.Select(g => g.Probit),
            ["intercept"] = r.Intercept,
            ["slope"] = r.Slope,
            ["r_squared"] = r.RSquared,
            ["F"] = r.F,
            ["F_p"] = r.P,
            ["probit_of_unit"] = r.Probits,
            ["fitted_rsr"] = r.Fitted,
            ["grade3"] = r.Grades,
        };
    }

    private static DecisionMatrix Matrix(ReferenceCase c) => DecisionMatrix.Of(Columns(c.Rows), Weights(c), Directions(c));

    private static double[] Weights(ReferenceCase c) => c.Has("weights") && c.Input.GetProperty("weights").ValueKind != JsonValueKind.Null ? c.Values("weights") : [];

    private static Direction[]? Directions(ReferenceCase c) => c.Has("direction") ? [.. c.Columns.Select((_, j) => ReferenceCase.DirectionOf(c.Input.GetProperty("direction"), j))] : null;

    private static ReadOnlyMemory<double>[] Columns(double[][] rows) => [.. rows[0].Select((_, j) => (ReadOnlyMemory<double>)rows.Select(r => r[j]).ToArray())];
}
