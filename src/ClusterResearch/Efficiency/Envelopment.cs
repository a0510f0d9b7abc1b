using ClusterResearch.Numerics;

namespace ClusterResearch.Efficiency;

/// <summary>Returns to scale that the frontier allows.</summary>
public enum Returns
{
    /// <summary>Constant: the model of Charnes, Cooper and Rhodes (CCR).</summary>
    Constant,

    /// <summary>Variable: the model of Banker, Charnes and Cooper (BCC).</summary>
    Variable,

    /// <summary>Not increasing: units can be shrunk but not blown up.</summary>
    NonIncreasing,
}

/// <summary>In which direction the way to the frontier is measured.</summary>
public enum Orientation
{
    /// <summary>By how much all inputs could shrink at the same outputs.</summary>
    Input,

    /// <summary>By how much all outputs could grow at the same inputs.</summary>
    Output,
}

/// <summary>The linear programmes of data envelopment: one point against the frontier of some units.</summary>
internal sealed class Envelopment
{
    private readonly double[][] x, y; // a row per input or output, a column per unit

    /// <exception cref="ArgumentException">No input, no output or no unit; columns of different lengths; a value is negative, infinite or missing; a unit without input or output.</exception>
    public Envelopment(IReadOnlyList<ReadOnlyMemory<double>> inputs, IReadOnlyList<ReadOnlyMemory<double>> outputs)
    {
        (x, y) = ([.. inputs.Select(c => c.ToArray())], [.. outputs.Select(c => c.ToArray())]);
        Units = x.Length == 0 ? 0 : x[0].Length;
        if (x.Length == 0 || y.Length == 0 || Units == 0 || x.Concat(y).Any(c => c.Length != Units))
        {
            throw new ArgumentException("Envelopment needs at least one input, one output and one unit, and as many values in every column.", nameof(inputs));
        }
        if (x.Concat(y).SelectMany(c => c).Any(v => !(v >= 0) || double.IsInfinity(v)))
        {
            throw new ArgumentException("Inputs and outputs are numbers of zero or more, none missing: leave out units with gaps.", nameof(inputs));
        }
        if (Enumerable.Range(0, Units).Where(i => x.All(c => c[i] == 0) || y.All(c => c[i] == 0)).ToArray() is [var empty, ..])
        {
            throw new ArgumentException(string.Create(Invariant, $"Unit {empty + 1} has no input or no output at all, so there is nothing to compare."), nameof(inputs));
        }
    }

    private Envelopment(double[][] x, double[][] y) => (this.x, this.y, Units) = (x, y, x[0].Length);

    public int Units { get; }

    /// <summary>The frontier of the other units.</summary>
    public Envelopment Without(int unit) => new([.. x.Select(c => c.Where((_, i) => i != unit).ToArray())], [.. y.Select(c => c.Where((_, i) => i != unit).ToArray())]);

    public double[] Inputs(int unit) => [.. x.Select(c => c[unit])];

    public double[] Outputs(int unit) => [.. y.Select(c => c[unit])];

    /// <summary>θ or φ of a point; NaN if the frontier does not reach it.</summary>
    /// <param name="px">Its inputs.</param>
    /// <param name="py">Its outputs.</param>
    /// <param name="returns">Returns to scale.</param>
    /// <param name="orientation">The direction.</param>
    public double Score(double[] px, double[] py, Returns returns, Orientation orientation)
    {
        var input = orientation == Orientation.Input;
        double[][] rows =
        [
            .. x.Select((c, r) => (double[])[.. c, input ? -px[r] : 0]), // Σ λ x ≤ θ x₀, or ≤ x₀
            .. y.Select((c, r) => (double[])[.. c, input ? 0 : -py[r]]), // Σ λ y ≥ y₀, or ≥ φ y₀
            .. Scale(returns, 1),
        ];
        double[] b = [.. px.Select(v => input ? 0 : v), .. py.Select(v => input ? v : 0), .. returns == Returns.Constant ? Array.Empty<double>() : [1]];
        double[] objective = [.. new double[Units], input ? -1 : 1];
        var solution = LinearProgramme.Maximise(objective, rows, Relations(returns), b);
        return solution.Status == ProgrammeStatus.Optimal ? solution.X[^1] : double.NaN;
    }

    /// <summary>The largest sum of slacks at the score found (second phase): s⁻ per input, s⁺ per output, with the intensities.</summary>
    public (double[] InputSlacks, double[] OutputSlacks, double[] Intensities) Slacks(double[] px, double[] py, double score, Returns returns, Orientation orientation)
    {
        var (m, s) = (x.Length, y.Length);
        double[][] rows =
        [
            .. x.Select((c, r) => (double[])[.. c, .. Unit(r, m), .. new double[s]]),
            .. y.Select((c, r) => (double[])[.. c, .. new double[m], .. Unit(r, s).Select(v => -v)]),
            .. Scale(returns, m + s),
        ];
        var (shrink, grow) = orientation == Orientation.Input ? (score, 1.0) : (1.0, score);
        double[] b = [.. px.Select(v => v * shrink), .. py.Select(v => v * grow), .. returns == Returns.Constant ? Array.Empty<double>() : [1]];
        var solution = LinearProgramme.Maximise([.. new double[Units], .. Enumerable.Repeat(1.0, m + s)], rows, Relations(returns), b);
        return solution.Status == ProgrammeStatus.Optimal
            ? (solution.X[Units..(Units + m)], solution.X[(Units + m)..], solution.X[..Units])
            : ([.. Enumerable.Repeat(double.NaN, m)], [.. Enumerable.Repeat(double.NaN, s)], []);
    }

    private Relation[] Relations(Returns returns) =>
        [
            .. x.Select(_ => Relation.AtMost), .. y.Select(_ => Relation.AtLeast),
            .. returns switch { Returns.Constant => Array.Empty<Relation>(), Returns.Variable => [Relation.Equal], _ => [Relation.AtMost] },
        ];

    /// <summary>The row Σ λ, with zeros for what stands behind the intensities.</summary>
    private double[][] Scale(Returns returns, int behind) => returns == Returns.Constant ? [] : [[.. Enumerable.Repeat(1.0, Units), .. new double[behind]]];

    private static double[] Unit(int at, int length) => [.. Enumerable.Range(0, length).Select(i => i == at ? 1.0 : 0)];
}
