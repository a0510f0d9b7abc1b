using System.Globalization;

namespace ClusterResearch.Rendering;

/// <summary>The one culture in which numbers are read and written.</summary>
public static class Culture
{
    /// <summary>The invariant culture, under a name short enough to be used everywhere.</summary>
    public static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>A number exactly halfway between two printed ones, moved by one bit: printing alone would take the even one.</summary>
    private static double AwayFromZero(double v, int decimals)
    {
        // a decimal half is a number whose last binary digit stands one place behind the decimals
        var isHalf = Math.Abs(Math.ScaleB(v, decimals + 1) % 2) == 1;
        return !isHalf ? v : v > 0 ? Math.BitIncrement(v) : Math.BitDecrement(v);
    }

    /// <summary>A number with a fixed count of decimals; missing shows as an en dash, minus as a true minus sign.</summary>
    /// <remarks>Halves round away from zero, as readers of printed tables expect. Negative zero prints as zero.</remarks>
    public static string Fixed(double? value, int decimals)
    {
        if (value is not { } v || double.IsNaN(v))
        {
            return "–";
        }
        var text = AwayFromZero(v, decimals).ToString("N" + decimals.ToString(Invariant), Invariant).Replace(",", "\u202f", StringComparison.Ordinal);
        return text.StartsWith('-') ? (text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : "−" + text[1..]) : text;
    }
}
