using ClusterResearch.Statistics;

namespace ClusterResearch.Verification;

/// <summary>Family G: agreement of rankings.</summary>
internal static class AgreementCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["agreement.kendall_w"] = Concordance,
            ["agreement.rank_pair"] = Pair,
        };

    private static Dictionary<string, object> Concordance(ReferenceCase c)
    {
        var rows = ReferenceCase.Matrix(c.Input.GetProperty("M"));
        var w = RankAgreement.KendallW([.. rows[0].Select((_, j) => (ReadOnlyMemory<double>)rows.Select(r => r[j]).ToArray())]);
        return new()
        {
            ["W_uncorrected"] = w.Uncorrected,
            ["W_tie_corrected"] = w.W,
            ["chisq_tie_corrected"] = w.ChiSquare,
            ["df"] = w.DegreesOfFreedom,
            ["p"] = w.P,
            ["mean_spearman"] = w.MeanSpearman,
            ["mean_kendall_tau_b"] = w.MeanTauB,
        };
    }

    private static Dictionary<string, object> Pair(ReferenceCase c)
    {
        var pair = RankAgreement.Of(c.Values("a"), c.Values("b"));
        var result = new Dictionary<string, object>
        {
            ["spearman"] = pair.Spearman,
            ["spearman_p_t"] = pair.SpearmanP,
            ["kendall_tau_a"] = pair.TauA,
            ["kendall_tau_b"] = pair.TauB,
            ["kendall_p_normal"] = pair.TauP,
            ["rank_a"] = pair.RanksA,
            ["rank_b"] = pair.RanksB,
            ["rank_shift_mean"] = pair.MeanShift,
            ["rank_shift_max"] = pair.LargestShift,
            ["rank_shift_rms"] = pair.RootMeanSquareShift,
            ["share_unchanged"] = pair.ShareUnchanged,
            ["ws"] = pair.Ws,
            ["weighted_spearman_rw"] = pair.WeightedSpearman,
        };
        for (var k = 1; k <= pair.RanksA.Length; k++)
        {
            result[string.Create(Invariant, $"top{k}_overlap")] = pair.TopOverlap(k);
        }
        return result;
    }
}
