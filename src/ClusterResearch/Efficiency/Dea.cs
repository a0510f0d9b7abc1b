using System.Collections.Immutable;
using ClusterResearch.Tables;

namespace ClusterResearch.Efficiency;

/// <summary>Data envelopment analysis: how far each unit is from the best that others do with as little.</summary>
/// <remarks>
/// <para>n units with m inputs x and s outputs y. Input-oriented: θ_o = min θ subject to Σ_i λ_i x_i ≤ θ x_o, Σ_i λ_i y_i ≥ y_o, λ ≥ 0; output-oriented:
/// φ_o = max φ subject to Σ λ x ≤ x_o, Σ λ y ≥ φ y_o. Constant returns (CCR) as they stand; variable returns (BCC) with Σ λ = 1; non-increasing with Σ λ ≤ 1. Efficiency is
/// θ or 1 / φ, from 0 to 1. Slacks: the largest sum of what is left at that score (second phase); their sum is unique, how it is split need not be. Peers are the units
/// with λ above 1e-9, of one optimal solution.</para>
/// <para>Super-efficiency (Andersen and Petersen) leaves the unit itself out of the frontier, so efficient units are told apart; with variable returns some units
/// cannot be reached (NaN).</para>
/// <para>Scale efficiency is CCR over BCC; returns to scale follow Färe, Grosskopf and Lovell: constant where CCR = BCC, decreasing where the non-increasing score
/// equals BCC, else increasing.</para>
/// <para>Missing and negative values are refused, and units without any input or output. The frontier is made of these units alone: with few units and many columns nearly all are efficient.</para>
/// <para><b>Source</b> Charnes, Cooper and Rhodes, European Journal of Operational Research 2 (1978), 429–444; Banker, Charnes and Cooper, Management Science 30
/// (1984), 1078–1092; Andersen and Petersen, Management Science 39 (1993), 1261–1264; Cooper, Seiford and Tone, Data Envelopment Analysis.</para>
/// <para><b>Verification</b> three published examples of Cooper, Seiford and Tone, scipy and lpSolve: tests/reference/D_regression.json.</para>
/// </remarks>
public static class Dea
{
    /// <summary>Scores that agree to this are the same.</summary>
    private const double Same = 1e-6;

    /// <summary>An intensity below this is rounding.</summary>
    private const double NoIntensity = 1e-9;

    /// <summary>The efficiency of every unit.</summary>
    /// <param name="inputs">m columns of n values of zero or more.</param>
    /// <param name="outputs">s columns of n values of zero or more.</param>
    /// <param name="returns">Returns to scale.</param>
    /// <param name="orientation">Whether inputs shrink or outputs grow.</param>
    /// <param name="super">Whether each unit is left out of its own frontier.</param>
    /// <exception cref="ArgumentException">No column or unit, columns of different lengths, missing, negative or infinite values, a unit without input or output.</exception>
    public static DeaResult Of(
        IReadOnlyList<ReadOnlyMemory<double>> inputs, IReadOnlyList<ReadOnlyMemory<double>> outputs, Returns returns = Returns.Constant, Orientation orientation = Orientation.Input, bool super = false)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        var all = new Envelopment(inputs, outputs);
        var units = Enumerable.Range(0, all.Units).Select(i =>
        {
            var (frontier, px, py) = (super && all.Units > 1 ? all.Without(i) : all, all.Inputs(i), all.Outputs(i));
            var score = frontier.Score(px, py, returns, orientation);
            var slacks = double.IsNaN(score) ? default : frontier.Slacks(px, py, score, returns, orientation);
            var peers = slacks.Intensities is null ? [] : slacks.Intensities.Select((l, p) => new DeaPeer(super && p >= i ? p + 1 : p, l)).Where(p => p.Intensity > NoIntensity);
            return new DeaUnit(score, orientation == Orientation.Input ? score : 1 / score, [.. slacks.InputSlacks ?? []], [.. slacks.OutputSlacks ?? []], [.. peers]);
        });
        return new(returns, orientation, super, [.. units]);
    }

    /// <summary>Returns to scale of every unit, with the scores they follow from.</summary>
    /// <param name="inputs">m columns of n values of zero or more.</param>
    /// <param name="outputs">s columns of n values of zero or more.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>.</exception>
    public static ImmutableArray<DeaScale> Scale(IReadOnlyList<ReadOnlyMemory<double>> inputs, IReadOnlyList<ReadOnlyMemory<double>> outputs)
    {
        var (constant, variable, bounded) = (Of(inputs, outputs), Of(inputs, outputs, Returns.Variable), Of(inputs, outputs, Returns.NonIncreasing));
        return
        [
            .. constant.Units.Select((c, i) =>
            {
                var (crs, vrs, nirs) = (c.Score, variable.Units[i].Score, bounded.Units[i].Score);
                return new DeaScale(crs, vrs, nirs, crs / vrs, Math.Abs(crs - vrs) <= Same * vrs ? "constant" : Math.Abs(nirs - vrs) <= Same * vrs ? "decreasing" : "increasing");
            }),
        ];
    }
}

/// <summary>The efficiency of units.</summary>
/// <param name="Returns">Returns to scale allowed.</param>
/// <param name="Orientation">The direction measured in.</param>
/// <param name="Super">Whether each unit was left out of its own frontier.</param>
/// <param name="Units">One result per unit, in the order of the columns.</param>
public sealed record DeaResult(Returns Returns, Orientation Orientation, bool Super, ImmutableArray<DeaUnit> Units)
{
    /// <summary>Model and variant.</summary>
    public override string ToString() =>
        $"DEA, {Returns switch { Returns.Constant => "constant returns (CCR)", Returns.Variable => "variable returns (BCC)", _ => "non-increasing returns" }}, {(Orientation == Orientation.Input ? "input" : "output")}-oriented{(Super ? ", super-efficiency" : "")}";

    /// <summary>One row per unit: efficiency, sum of slacks, peers.</summary>
    /// <param name="names">The names of the units.</param>
    /// <exception cref="ArgumentException">Not one name per unit.</exception>
    public Table ToTable(IReadOnlyList<string> names)
    {
        if (names.Count != Units.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{names.Count} names for {Units.Length} units."), nameof(names));
        }
        return new("Efficiency by data envelopment",
            [Column.Text("unit", "Unit"), Column.Number("efficiency", "Efficiency", 4), Column.Number("slack", "Sum of slacks", 4), Column.Text("peers", "Measured by")],
            Units.Select((u, i) => (object?[])[names[i], u.Efficiency, u.SlackSum, u.Peers.IsEmpty ? "nobody reaches it" : string.Join(", ", u.Peers.Select(p => string.Create(Invariant, $"{names[p.Unit]} {p.Intensity:0.###}")))]),
            [$"{this}. Slacks are in the units of their columns, added up: largest sum at the score. Peers of one optimal solution.", string.Create(Invariant, $"{Units.Count(u => u.Efficiency >= 1 - 1e-9)} of {Units.Length} units are on the frontier.")]);
    }
}

/// <summary>One unit.</summary>
/// <param name="Score">θ or φ; NaN where the frontier does not reach it.</param>
/// <param name="Efficiency">θ, or 1 / φ.</param>
/// <param name="InputSlacks">What could be saved beside θ, per input.</param>
/// <param name="OutputSlacks">What could be gained beside φ, per output.</param>
/// <param name="Peers">Who it is measured by.</param>
public sealed record DeaUnit(double Score, double Efficiency, ImmutableArray<double> InputSlacks, ImmutableArray<double> OutputSlacks, ImmutableArray<DeaPeer> Peers)
{
    /// <summary>All slacks added up.</summary>
    public double SlackSum => InputSlacks.Sum() + OutputSlacks.Sum();
}

/// <summary>A unit of the frontier that another is measured by.</summary>
/// <param name="Unit">Its place from 0.</param>
/// <param name="Intensity">λ.</param>
public readonly record struct DeaPeer(int Unit, double Intensity);

/// <summary>A unit and the size it works at, input-oriented.</summary>
/// <param name="Constant">θ with constant returns.</param>
/// <param name="Variable">θ with variable returns.</param>
/// <param name="NonIncreasing">θ with non-increasing returns.</param>
/// <param name="Efficiency">Scale efficiency.</param>
/// <param name="Returns">constant, increasing or decreasing.</param>
public sealed record DeaScale(double Constant, double Variable, double NonIncreasing, double Efficiency, string Returns);
