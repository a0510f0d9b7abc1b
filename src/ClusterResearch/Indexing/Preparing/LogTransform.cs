using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>Natural logarithm of an indicator: distances become ratios.</summary>
/// <remarks>
/// <para>x' = ln(x + c), with c = 0 (<see cref="PositiveShift.None"/>), 0.01 (max x − min x) − min x
/// (<see cref="PositiveShift.HundredthOfRange"/>) or 1 − min x (<see cref="PositiveShift.One"/>) over all city-years present. The order of
/// values, and so the direction, stays; target, range and goalposts are taken along, and the unit becomes its logarithm.</para>
/// <para>Without a shift a value of zero or below is refused (CR3204); a target or range without a logarithm too (CR3206), goalposts without one are set aside, and with a
/// shift a constant indicator (CR3103). Missing stays missing.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”; the shifts are those of
/// COINr's log_CT and of the COIN Tool.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/LogTransformTests.cs.</para>
/// </remarks>
public sealed record LogTransform : Treatment
{
    /// <summary>What is added first. <value>Default: nothing.</value></summary>
    public PositiveShift Shift { get; init; }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "Logarithm", $"natural, {Transform.WordsOf(Shift)}", @"x' = \ln(x + c)",
            "Without a shift zero and negative values are refused. Missing stays missing. Target, range and goalposts are transformed with the values.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “normalisation of data”")
        { Symbols = "x: value; c: shift" };

    /// <summary>The logarithms of one column.</summary>
    /// <param name="x">Values; NaN is missing and stays so.</param>
    /// <param name="shift">What is added first.</param>
    /// <returns>One value each.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or not above zero after the shift.</exception>
    public static double[] Of(ReadOnlySpan<double> x, PositiveShift shift = PositiveShift.None) => Transform.Of(x, Transform.ShiftOf(x, shift), Math.Log);

    internal override TreatedColumn? Treat(IndicatorTable table, IndexNode node, List<Finding> findings)
    {
        var x = table.Column(node.Code);
        var shift = Transform.ShiftOf(x.Span, Shift);
        if (Transform.RefuseConstant(table, node, Shift, findings) || Transform.RefuseNotPositive(table, node, shift, "a logarithm", findings))
        {
            return null;
        }
        var words = shift == 0 ? "logarithm" : string.Create(Invariant, $"logarithm of the value {(shift < 0 ? "−" : "+")} {Math.Abs(shift):G6}");
        return new(Of(x.Span, Shift), []) { Transform = new(v => Math.Log(v + shift), words, unit => $"ln {unit}") };
    }
}
