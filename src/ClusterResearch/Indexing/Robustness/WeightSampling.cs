using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>How weights of siblings are drawn.</summary>
public abstract record WeightSampling
{
    private protected WeightSampling() { }

    /// <summary>The parents under which weights are drawn; empty for all of the tree. Others keep their weights. <value>Default: all.</value></summary>
    public ImmutableArray<string> Parents { get; init; } = [];

    /// <summary>Bounds and orders that drawn weights must keep to. <value>Default: none.</value></summary>
    public ImmutableArray<WeightConstraint> Constraints { get; init; } = [];

    /// <summary>Whether points are taken from a low-discrepancy sequence, where the sampling allows it. <value>Default: false.</value></summary>
    public bool LowDiscrepancy { get; init; }

    /// <summary>Name and variant in words.</summary>
    public abstract override string ToString();

    /// <summary>How many uniform numbers per weight a point of a sequence must have; 0 if the number is not fixed.</summary>
    internal abstract int UniformsPerWeight { get; }

    /// <summary>Draws weights, not yet divided by their sum.</summary>
    /// <param name="given">The weights of the siblings in the index.</param>
    /// <param name="uniforms">Uniform numbers, as many per weight as asked for.</param>
    /// <param name="random">More of them.</param>
    /// <param name="weights">What is drawn.</param>
    internal abstract void Draw(ReadOnlySpan<double> given, ReadOnlySpan<double> uniforms, ref CounterRandom random, Span<double> weights);

    /// <summary>Constraints and kind of points, in words.</summary>
    private protected string Rest => (LowDiscrepancy ? ", low-discrepancy points" : "") + (Constraints.IsDefaultOrEmpty ? "" : $", {string.Join(", ", Constraints)}");
}

/// <summary>Every weight vector is as likely as every other: uniform on the simplex.</summary>
/// <remarks>
/// <para>w_j = −ln u_j / Σ −ln u: Dirichlet(1, …, 1). Total ignorance about weights, a hard test; mean 1/c for c siblings.</para>
/// <para><b>Source</b> Devroye, Non-Uniform Random Variate Generation (1986), chapter V.</para>
/// <para><b>Verification</b> rank probabilities of two indicators are lengths of intervals: tests/ClusterResearch.Tests/Indexing/Robustness/RankUncertaintyTests.cs.</para>
/// </remarks>
public sealed record SimplexSampling : WeightSampling
{
    /// <inheritdoc/>
    public override string ToString() => $"uniform on the simplex{Rest}";

    internal override int UniformsPerWeight => 1;

    internal override void Draw(ReadOnlySpan<double> given, ReadOnlySpan<double> uniforms, ref CounterRandom random, Span<double> weights)
    {
        for (var j = 0; j < weights.Length; j++)
        {
            weights[j] = -Math.Log(uniforms[j]);
        }
    }
}

/// <summary>Weights spread around those of the index: Dirichlet with these as mean.</summary>
/// <remarks>
/// <para>α_j = c w_j: the mean is w, the variance w_j (1 − w_j) / (c + 1). Concentration c = 100 gives weights of 0.25 a standard deviation of 0.043. A weight of
/// zero stays zero.</para>
/// <para><b>Source</b> Devroye, Non-Uniform Random Variate Generation (1986), chapter XI.</para>
/// <para><b>Verification</b> mean and variance: tests/ClusterResearch.Tests/Indexing/Robustness/WeightSamplingTests.cs.</para>
/// </remarks>
/// <param name="Concentration">c, above zero: the larger, the closer to the index.</param>
public sealed record DirichletSampling(double Concentration = 100) : WeightSampling
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(Invariant, $"Dirichlet around the weights, concentration {Concentration:R}{Rest}");

    internal override int UniformsPerWeight => 0;

    internal override void Draw(ReadOnlySpan<double> given, ReadOnlySpan<double> uniforms, ref CounterRandom random, Span<double> weights)
    {
        for (var j = 0; j < weights.Length; j++)
        {
            weights[j] = given[j] > 0 ? random.NextGamma(Concentration * given[j]) : 0;
        }
    }
}

/// <summary>Each weight off by at most a share of itself, uniformly, then divided by the sum.</summary>
/// <remarks>
/// <para>w'_j ∝ w_j (1 + r (2 u_j − 1)) with u uniform: noise of ±r.</para>
/// <para><b>Source</b> the noise that COINr adds (get_noisy_weights), here for all levels with one r.</para>
/// <para><b>Verification</b> bounds and mean: tests/ClusterResearch.Tests/Indexing/Robustness/WeightSamplingTests.cs.</para>
/// </remarks>
/// <param name="Relative">r, from 0 to 1.</param>
public sealed record NoiseSampling(double Relative = 0.25) : WeightSampling
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(Invariant, $"weights ± {100 * Relative:0.##} %, uniform{Rest}");

    internal override int UniformsPerWeight => 1;

    internal override void Draw(ReadOnlySpan<double> given, ReadOnlySpan<double> uniforms, ref CounterRandom random, Span<double> weights)
    {
        for (var j = 0; j < weights.Length; j++)
        {
            weights[j] = given[j] * (1 + Relative * (2 * uniforms[j] - 1));
        }
    }
}

/// <summary>What weights among siblings must keep to.</summary>
public abstract record WeightConstraint
{
    private WeightConstraint() { }

    /// <summary>A weight between two ends.</summary>
    /// <param name="Code">The node.</param>
    /// <param name="Low">The least, from 0 to 1.</param>
    /// <param name="High">The most, from 0 to 1.</param>
    public sealed record Between(string Code, double Low, double High) : WeightConstraint
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(Invariant, $"{Code} from {Low:R} to {High:R}");
    }

    /// <summary>One sibling counts at least as much as another.</summary>
    /// <param name="More">The node that counts at least as much.</param>
    /// <param name="Less">The other.</param>
    public sealed record AtLeast(string More, string Less) : WeightConstraint
    {
        /// <inheritdoc/>
        public override string ToString() => $"{More} at least {Less}";
    }
}
