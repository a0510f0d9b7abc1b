using System.Collections.Immutable;
using System.Text.Json;
using ClusterResearch.Indexing.Evaluating;

namespace ClusterResearch.Verification;

/// <summary>Family C: fuzzy comprehensive evaluation and coupling coordination.</summary>
internal static class EvaluationCases
{
    private static readonly Dictionary<string, FuzzyOperator> Operators = new()
    {
        ["min-max"] = FuzzyOperator.MinMax,
        ["product-max"] = FuzzyOperator.ProductMax,
        ["min-boundedsum"] = FuzzyOperator.MinBoundedSum,
        ["product-sum"] = FuzzyOperator.ProductSum,
    };

    private static readonly Dictionary<string, CouplingForm> Forms = new()
    {
        ["standard"] = CouplingForm.Standard,
        ["standard-power-n"] = CouplingForm.StandardPowerN,
        ["legacy"] = CouplingForm.Legacy,
        ["wang2021"] = CouplingForm.Wang2021,
        ["fan"] = CouplingForm.Fan,
        ["pairwise-mean"] = CouplingForm.PairwiseMean,
    };

    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["evaluate.fuzzy_comprehensive"] = Fuzzy,
            ["evaluate.fuzzy_two_level"] = TwoLevels,
            ["evaluate.coupling_coordination"] = Coupling,
        };

    private static Dictionary<string, Dictionary<string, object>> Fuzzy(ReferenceCase c) =>
        Operators.ToDictionary(o => o.Key, o => Verdict(FuzzyEvaluation.Of(c.Values("A"), Rows(c.Input.GetProperty("R")), o.Value, c.Values("grade_values"))));

    private static Dictionary<string, object> TwoLevels(ReferenceCase c)
    {
        var groups = c.Input.GetProperty("A2").EnumerateArray().Zip(c.Input.GetProperty("R2").EnumerateArray())
            .Select(g => ((ReadOnlyMemory<double>)ReferenceCase.Numbers(g.First), (IReadOnlyList<ReadOnlyMemory<double>>)Rows(g.Second)));
        var (below, whole) = FuzzyEvaluation.TwoLevels(c.Values("A1"), [.. groups], Operators[c.Word("operator")!], c.Values("grade_values"), c.Flag("normalise_each_level"));
        return new(Verdict(whole)) { ["level1_B"] = below.Select(b => c.Flag("normalise_each_level") ? b.Normalised : b.Memberships) };
    }

    private static Dictionary<string, object> Coupling(ReferenceCase c)
    {
        var rows = ReferenceCase.Matrix(c.Input.GetProperty("U"));
        ImmutableArray<ReadOnlyMemory<double>> systems = [.. rows[0].Select((_, s) => (ReadOnlyMemory<double>)rows.Select(r => r[s]).ToArray())];
        double[] weights = c.Has("weights") && c.Input.GetProperty("weights").ValueKind != JsonValueKind.Null ? c.Values("weights") : [];
        var result = new Dictionary<string, object>();
        foreach (var (name, form) in Forms)
        {
            var degrees = CouplingCoordination.Of(systems, weights, form);
            result[name] = new Dictionary<string, object> { ["C"] = degrees.Coupling, ["T"] = degrees.Level, ["D"] = degrees.Coordination };
            if (form == CouplingForm.Standard)
            {
                result["level10_of_standard_D"] = degrees.Coordination.Select(d => CoordinationBands.Ten.Level(d) is > 0 and var level ? level : double.NaN);
            }
        }
        return result;
    }

    private static Dictionary<string, object> Verdict(FuzzyVerdict v) =>
        new() { ["B"] = v.Memberships, ["B_normalised"] = v.Normalised, ["max_membership_index"] = v.Grade, ["score"] = v.Score };

    private static ReadOnlyMemory<double>[] Rows(JsonElement rows) => [.. ReferenceCase.Matrix(rows).Select(r => (ReadOnlyMemory<double>)r)];
}
