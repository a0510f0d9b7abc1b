using System.Collections.Immutable;
using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Indexing.Weighing.Ahp;
using ClusterResearch.Statistics;

namespace ClusterResearch.Verification;

/// <summary>Family B: weights, and the principal components of family G that some of them rest on.</summary>
internal static class WeightingCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["weights.entropy"] = Entropy,
            ["weights.entropy_panel"] = Entropy,
            ["weights.equal"] = c => new Dictionary<string, object> { ["w"] = EqualWeights.Of(c.Columns.Length) },
            ["weights.critic"] = Critic,
            ["weights.standard_deviation"] = c => new Dictionary<string, object> { ["w"] = VariationWeights.Of(MinMaxed(c), VariationMeasure.StandardDeviation).Weights },
            ["weights.coefficient_of_variation"] = Variation,
            ["weights.pca"] = Pca,
            ["weights.ahp"] = Ahp,
            ["weights.ahp_group"] = AhpGroup,
            ["weights.combine_game_theory"] = Game,
            ["weights.combine_multiplicative"] = c => Combined(c, CombinationRule.Multiplicative, []),
            ["weights.combine_geometric"] = c => Combined(c, CombinationRule.Geometric, []),
            ["weights.combine_linear"] = c => Combined(c, CombinationRule.Linear, [.. ReferenceCase.Numbers(c.Option("alpha")!.Value)]),
            ["pca.correlation"] = Components,
        };

    private static Direction Direction(ReferenceCase c, int j) => ReferenceCase.DirectionOf(c.Input.GetProperty("direction"), j);

    private static ReadOnlyMemory<double>[] Raw(ReferenceCase c) => [.. c.Columns.Select((_, j) => (ReadOnlyMemory<double>)c.Column(j))];

    private static ReadOnlyMemory<double>[] MinMaxed(ReferenceCase c) => [.. c.Columns.Select((_, j) => (ReadOnlyMemory<double>)MinMax.Of(c.Column(j), Direction(c, j), (0, 1)))];

    private static Dictionary<string, object> Entropy(ReferenceCase c)
    {
        var shift = c.Number("shift", 0);
        var columns = (c.Word("transform") == "raw" ? Raw(c) : MinMaxed(c)).Select(x => (ReadOnlyMemory<double>)x.ToArray().Select(v => v + shift).ToArray());
        var result = EntropyWeights.Of([.. columns]);
        var p = c.Rows.Select((_, i) => result.Shares.Select(share => share[i]).ToArray()).ToArray();
        return new() { ["p"] = p, ["e"] = result.Entropy, ["d"] = result.Divergence, ["w"] = result.Weights };
    }

    private static Dictionary<string, object> Critic(ReferenceCase c)
    {
        var result = CriticWeights.Of(MinMaxed(c), c.Flag("absolute"));
        return new() { ["sd"] = result.StandardDeviations, ["corr"] = result.Correlations, ["conflict"] = result.Conflict, ["C"] = result.Information, ["w"] = result.Weights };
    }

    private static Dictionary<string, object> Variation(ReferenceCase c)
    {
        var result = VariationWeights.Of(Raw(c), VariationMeasure.CoefficientOfVariation);
        // the library divides by n − 1; a divisor of n changes the coefficients of complete columns by one factor and no weight
        var n = c.Rows.Length;
        var factor = c.Number("ddof", 1) == 0 ? Math.Sqrt((n - 1.0) / n) : 1;
        return new() { ["cv"] = result.Spread.Select(v => v * factor), ["w"] = result.Weights };
    }

    private static Dictionary<string, object> Pca(ReferenceCase c)
    {
        var columns = Raw(c);
        PcaResult By(PcaScheme scheme) => PcaWeights.Of(columns, scheme, l => c.Word("retain") == "cumulative" ? PcaWeights.Cumulative(l, c.Number("threshold")) : PcaWeights.Kaiser(l));
        var (handbook, communality) = (By(PcaScheme.Handbook), By(PcaScheme.Communality));
        return new()
        {
            ["eigenvalues"] = handbook.Components.Eigenvalues, ["k"] = handbook.Kept, ["explained_share"] = handbook.Components.Shares,
            ["eigenvectors"] = handbook.Components.Eigenvectors, ["loadings"] = handbook.Components.Loadings, ["communality"] = handbook.Loadings.Select(row => row.Sum(l => l * l)),
            ["w_communality"] = communality.Weights, ["w_share_weighted_sq"] = communality.Weights, ["rotated_loadings"] = handbook.Rotated, ["rotated_ss"] = handbook.SumsOfSquares,
            ["group_factor"] = handbook.Groups.Select(g => g + 1), ["w_nicoletti"] = handbook.Weights, ["w_first_pc_sq"] = By(PcaScheme.FirstSquared).Weights,
        };
    }

    private static ComparisonMatrix Matrix(double[][] rows) => ComparisonMatrix.Of([.. rows.Select(r => r.ToImmutableArray())]);

    private static Dictionary<string, object> Ahp(ReferenceCase c)
    {
        var matrix = Matrix(ReferenceCase.Matrix(c.Input.GetProperty("matrix")));
        var (eigen, geometric) = (matrix.Priorities(AhpPriorities.Eigenvector), matrix.Priorities(AhpPriorities.GeometricMean));
        var column = matrix.Priorities(AhpPriorities.ColumnMean);
        return new()
        {
            ["eigenvector"] = eigen, ["geometric_mean"] = geometric, ["column_mean"] = column, ["lambda_max"] = matrix.Lambda(eigen),
            ["lambda_max_geometric"] = matrix.Lambda(geometric), ["lambda_max_column_mean"] = matrix.Lambda(column),
            ["CI"] = matrix.ConsistencyIndex, ["RI"] = matrix.RandomIndex, ["CR"] = matrix.ConsistencyRatio, ["geometric_consistency_index"] = matrix.GeometricConsistencyIndex,
        };
    }

    private static Dictionary<string, object> AhpGroup(ReferenceCase c)
    {
        ImmutableArray<ComparisonMatrix> judges = [.. c.Input.GetProperty("matrices").EnumerateArray().Select(m => Matrix(ReferenceCase.Matrix(m)))];
        ImmutableArray<double> weights = c.Has("expert_weights") ? [.. c.Values("expert_weights")] : [];
        var mean = ComparisonMatrix.Mean(judges, weights);
        var eigen = mean.Priorities(AhpPriorities.Eigenvector);
        var each = judges.Select(j => j.Priorities(AhpPriorities.Eigenvector)).ToArray();
        return new()
        {
            ["aggregated_matrix"] = Enumerable.Range(0, mean.Count).Select(i => Enumerable.Range(0, mean.Count).Select(j => mean[i, j]).ToArray()).ToArray(),
            ["aij_eigenvector"] = eigen, ["aij_lambda_max"] = mean.Lambda(eigen), ["aij_CR"] = mean.ConsistencyRatio,
            ["aip_geometric"] = AhpWeights.Mean(each, weights, geometric: true), ["aip_arithmetic"] = AhpWeights.Mean(each, weights, geometric: false),
        };
    }

    private static ImmutableArray<double>[] Vectors(ReferenceCase c) => [.. ReferenceCase.Matrix(c.Input.GetProperty("W")).Select(w => w.ToImmutableArray())];

    private static Dictionary<string, object> Combined(ReferenceCase c, CombinationRule rule, ImmutableArray<double> shares) => new() { ["w"] = CombinedWeights.Of(rule, Vectors(c), shares).Weights };

    private static Dictionary<string, object> Game(ReferenceCase c)
    {
        var vectors = Vectors(c);
        var result = CombinedWeights.Of(CombinationRule.GameTheory, vectors);
        // some papers divide |α| by its sum
        var magnitudes = result.Alpha.Select(Math.Abs).ToImmutableArray();
        return new() { ["a"] = result.Alpha, ["a_normalised"] = result.Counts, ["w"] = result.Weights, ["w_abs"] = CombinedWeights.Of(CombinationRule.Linear, vectors, magnitudes).Weights };
    }

    private static Dictionary<string, object> Components(ReferenceCase c)
    {
        var m = ReferenceCase.Matrix(c.Input.GetProperty("M"));
        var pca = PrincipalComponents.Of([.. c.Columns.Select((_, j) => (ReadOnlyMemory<double>)m.Select(r => r[j]).ToArray())]);
        var cumulative = pca.Shares.Select((_, k) => pca.Shares.Take(k + 1).Sum());
        return new() { ["eigenvalues"] = pca.Eigenvalues, ["explained"] = pca.Shares, ["cumulative"] = cumulative, ["eigenvectors"] = pca.Eigenvectors, ["loadings"] = pca.Loadings, ["scores"] = pca.Scores };
    }
}
