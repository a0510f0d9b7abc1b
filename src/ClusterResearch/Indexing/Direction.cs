using System.Globalization;

namespace ClusterResearch.Indexing;

/// <summary>Which values of an indicator are better.</summary>
/// <remarks>
/// The direction is handled inside each normalisation and never by multiplying with −1, so targets and goalposts
/// stay in the indicator's own unit.
/// </remarks>
public abstract record Direction
{
    private Direction() { }

    /// <summary>Higher is better.</summary>
    public sealed record Higher : Direction
    {
        /// <inheritdoc/>
        public override string ToString() => "higher";
    }

    /// <summary>Lower is better.</summary>
    public sealed record Lower : Direction
    {
        /// <inheritdoc/>
        public override string ToString() => "lower";
    }

    /// <summary>Best at one value, worse the farther away on either side.</summary>
    /// <param name="Value">The best value, in the indicator's unit.</param>
    public sealed record Target(double Value) : Direction
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"target {Value:R}");
    }

    /// <summary>Equally good everywhere inside a range, worse the farther outside.</summary>
    /// <param name="Low">The range's lower end, in the indicator's unit.</param>
    /// <param name="High">Its upper end, above <paramref name="Low"/>.</param>
    public sealed record Range(double Low, double High) : Direction
    {
        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"range {Low:R}..{High:R}");
    }

    /// <summary>Reads <c>higher</c>, <c>lower</c>, <c>target T</c> or <c>range A..B</c>; null if the text is none of these.</summary>
    public static Direction? Parse(string text)
    {
        var words = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (words)
        {
            case ["higher"]:
                return new Higher();
            case ["lower"]:
                return new Lower();
            case ["target", var value] when Number(value) is { } target:
                return new Target(target);
            case ["range", var ends] when ends.Split("..") is [var a, var b] && Number(a) is { } low && Number(b) is { } high && low < high:
                return new Range(low, high);
            default:
                return null;
        }
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, Invariant, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>The ends of what is best: the target twice, or the range; NaN where no value is.</summary>
    /// <param name="scale">What everything is multiplied with first.</param>
    internal (double Low, double High) Best(double scale) =>
        this switch { Target t => (t.Value * scale, t.Value * scale), Range r => (r.Low * scale, r.High * scale), _ => (double.NaN, double.NaN) };

    /// <summary>
    /// How far a value is from the best one: |x − T| for a target, the way to the nearer end for a range, 0 inside it.
    /// </summary>
    /// <param name="x">The value, in the indicator's unit.</param>
    /// <param name="scale">What everything is multiplied with first, so that huge distances stay finite.</param>
    /// <exception cref="InvalidOperationException">The direction is higher or lower: no value is best.</exception>
    internal double Distance(double x, double scale = 1) =>
        this switch
        {
            Target t => Math.Abs(x * scale - t.Value * scale),
            Range r => Math.Max(0, Math.Max(r.Low * scale - x * scale, x * scale - r.High * scale)),
            _ => throw new InvalidOperationException("Only a target or a range has a distance."),
        };
}
