using System.Collections.Immutable;
using ClusterResearch.Tables;

namespace ClusterResearch.Efficiency;

/// <summary>Malmquist productivity: what changed between two periods, and whether the unit caught up or the frontier moved.</summary>
/// <remarks>
/// <para>With θ_s(t) the input-oriented score, constant returns, of the unit of period t against the frontier of period s:
/// M = √(θ_0(1)/θ_0(0) · θ_1(1)/θ_1(0)); efficiency change EC = θ_1(1)/θ_0(0); technical change TC = M / EC; pure efficiency change PEC = the ratio of the scores with variable
/// returns, each against its own frontier; scale change SEC = EC / PEC. Above 1 is better. Units must be the same in both periods, in the same order.</para>
/// <para>Missing and negative values are refused. A unit that a frontier does not reach has NaN.</para>
/// <para><b>Source</b> Färe, Grosskopf, Norris and Zhang, American Economic Review 84 (1994), 66–83.</para>
/// <para><b>Verification</b> scipy, by input and by output distances: tests/reference/D_regression.json.</para>
/// </remarks>
public static class Malmquist
{
    /// <summary>The index of every unit and its parts.</summary>
    /// <param name="inputs">Inputs of the first period, a column each.</param>
    /// <param name="outputs">Outputs of the first period.</param>
    /// <param name="laterInputs">Inputs of the second period, the same columns.</param>
    /// <param name="laterOutputs">Outputs of the second period.</param>
    /// <exception cref="ArgumentException">As for <see cref="Dea.Of"/>, or not the same columns and units in both periods.</exception>
    public static ImmutableArray<MalmquistUnit> Of(
        IReadOnlyList<ReadOnlyMemory<double>> inputs, IReadOnlyList<ReadOnlyMemory<double>> outputs, IReadOnlyList<ReadOnlyMemory<double>> laterInputs, IReadOnlyList<ReadOnlyMemory<double>> laterOutputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(laterInputs);
        ArgumentNullException.ThrowIfNull(laterOutputs);
        var (before, after) = (new Envelopment(inputs, outputs), new Envelopment(laterInputs, laterOutputs));
        if (before.Units != after.Units || inputs.Count != laterInputs.Count || outputs.Count != laterOutputs.Count)
        {
            throw new ArgumentException("Both periods need the same units, inputs and outputs.", nameof(laterInputs));
        }
        double At(Envelopment frontier, Envelopment period, int unit, Returns returns = Returns.Constant) => frontier.Score(period.Inputs(unit), period.Outputs(unit), returns, Orientation.Input);
        return
        [
            .. Enumerable.Range(0, before.Units).Select(i =>
            {
                var (t00, t11, t01, t10) = (At(before, before, i), At(after, after, i), At(before, after, i), At(after, before, i));
                var m = Math.Sqrt(t01 / t00 * (t11 / t10));
                var (ec, pec) = (t11 / t00, At(after, after, i, Returns.Variable) / At(before, before, i, Returns.Variable));
                return new MalmquistUnit(t00, t11, t01, t10, m, ec, m / ec, pec, ec / pec);
            }),
        ];
    }

    /// <summary>The indices as a table.</summary>
    /// <param name="units">The indices.</param>
    /// <param name="names">The names of the units.</param>
    /// <exception cref="ArgumentException">Not one name per unit.</exception>
    public static Table ToTable(ImmutableArray<MalmquistUnit> units, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count != units.Length
            ? throw new ArgumentException(string.Create(Invariant, $"{names.Count} names for {units.Length} units."), nameof(names))
            : new("Malmquist productivity",
                [
                    Column.Text("unit", "Unit"), Column.Number("m", "Malmquist index", 4), Column.Number("ec", "Efficiency change", 4), Column.Number("tc", "Technical change", 4),
                    Column.Number("pec", "Pure efficiency change", 4), Column.Number("sec", "Scale change", 4),
                ],
                units.Select((u, i) => (object?[])[names[i], u.Index, u.EfficiencyChange, u.TechnicalChange, u.PureEfficiencyChange, u.ScaleChange]),
                ["Input-oriented, constant returns, geometric mean of both frontiers (Färe et al. 1994). Above 1 is better; index = efficiency change × technical change."]);
    }
}

/// <summary>One unit between two periods.</summary>
/// <param name="First">θ_0(0).</param>
/// <param name="Second">θ_1(1).</param>
/// <param name="SecondAgainstFirst">θ_0(1).</param>
/// <param name="FirstAgainstSecond">θ_1(0).</param>
/// <param name="Index">M.</param>
/// <param name="EfficiencyChange">EC: whether it caught up with the frontier.</param>
/// <param name="TechnicalChange">TC: whether the frontier moved.</param>
/// <param name="PureEfficiencyChange">PEC.</param>
/// <param name="ScaleChange">SEC.</param>
public sealed record MalmquistUnit(
    double First, double Second, double SecondAgainstFirst, double FirstAgainstSecond, double Index, double EfficiencyChange, double TechnicalChange, double PureEfficiencyChange, double ScaleChange);
