using System.Globalization;

namespace ClusterResearch.Indexing.Variants;

/// <summary>A number as printed, with its decimals: 0.269 stands for all of [0.2685, 0.2695).</summary>
/// <remarks>A computed number agrees if it lies in that interval; the distance is counted in units of the last printed
/// digit, from the printed number, so that up to one half is agreement.</remarks>
public sealed record PrintedNumber
{
    /// <summary>Computed numbers lie on a border only by rounding, so both borders count as inside.</summary>
    private const double Border = 1e-9;

    private PrintedNumber(decimal value, int decimals) => (Value, Decimals) = (value, decimals);

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>How many decimals were printed.</summary>
    public int Decimals { get; }

    /// <summary>One unit of the last printed digit.</summary>
    public double Unit => Math.Pow(10, -Decimals);

    /// <summary>Reads a number as printed; a per cent sign makes it a hundredth, with two decimals more.</summary>
    /// <param name="text">E.g. <c>0.269</c>, <c>26.90 %</c>, <c>−0.1</c>.</param>
    /// <returns>Null if it is no number.</returns>
    public static PrintedNumber? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bare = text.Trim().Replace('−', '-');
        var percent = bare.EndsWith('%');
        return decimal.TryParse(percent ? bare[..^1].TrimEnd() : bare, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant, out var value)
            ? percent ? new PrintedNumber(value, value.Scale).Hundredth() : new(value, value.Scale)
            : null;
    }

    /// <summary>The same in hundreds of what it was printed in.</summary>
    internal PrintedNumber Hundredth() => new(Value / 100, Decimals + 2);

    /// <summary>How far a computed number is from the printed one, in units of the last printed digit.</summary>
    public double Distance(double computed) => Math.Abs(computed - (double)Value) / Unit;

    /// <summary>Whether a computed number would be printed like this.</summary>
    public bool Agrees(double computed) => Distance(computed) <= 0.5 + Border;
}
