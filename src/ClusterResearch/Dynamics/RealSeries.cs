using ClusterResearch.Data;

namespace ClusterResearch.Dynamics;

/// <summary>Series at constant prices, chained from published growth indices.</summary>
/// <remarks>
/// <para>Chain: v_b = base value, v_t = v_{t−1} · index_t/100 with the index of volume against the year before. A part of a whole for which no index is published, such as the output of one
/// sector, is deflated like the whole: part_t/whole_t · v_t, with v the chained whole. That is the part's share applied to real growth; it takes the prices of the part to move as those of the whole.</para>
/// <para>A missing index breaks the chain: values beyond it, seen from the base, are missing (NaN), never bridged. A part or whole that is missing makes its own year missing.</para>
/// <para><b>Source</b> System of National Accounts 2008, chapter 15.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Dynamics/RealSeriesTests.cs.</para>
/// </remarks>
public static class RealSeries
{
    /// <summary>Chains an index of volume.</summary>
    /// <param name="index">Year before = 100, one value per year; the first is not needed. NaN is missing.</param>
    /// <param name="at">The position of the base year.</param>
    /// <param name="value">The value in the base year.</param>
    /// <returns>One value per year in prices of the base year.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public static double[] Chain(ReadOnlySpan<double> index, int at, double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, index.Length);
        var volume = new double[index.Length];
        volume[at] = value;
        for (var t = at + 1; t < volume.Length; t++)
        {
            volume[t] = volume[t - 1] * index[t] / 100;
        }
        for (var t = at - 1; t >= 0; t--)
        {
            volume[t] = index[t + 1] > 0 ? volume[t + 1] * 100 / index[t + 1] : double.NaN;
        }
        return volume;
    }

    /// <summary>A part of output at constant prices for a city of a panel.</summary>
    /// <param name="panel">The figures.</param>
    /// <param name="city">The city.</param>
    /// <param name="part">The variable to deflate, in current prices.</param>
    /// <param name="whole">The whole it is part of, in current prices.</param>
    /// <param name="index">The index of volume of the whole, year before = 100.</param>
    /// <param name="baseYear">The year whose prices are kept.</param>
    /// <returns>One value per year of the panel, in the unit of the part and prices of the base year.</returns>
    /// <exception cref="KeyNotFoundException">No such variable, city or year.</exception>
    public static double[] Of(Panel panel, string city, string part, string whole, string index, int baseYear)
    {
        ArgumentNullException.ThrowIfNull(panel);
        double[] Series(string variable) => [.. panel.Years.Select(y => panel[variable, city, y])];
        var at = panel.Row(city, baseYear) - panel.Row(city, panel.Years[0]);
        var (parts, wholes) = (Series(part), Series(whole));
        var volume = Chain(Series(index), at, wholes[at]);
        return [.. volume.Select((v, t) => wholes[t] == 0 ? double.NaN : parts[t] / wholes[t] * v)];
    }

    /// <summary>What was deflated with what, as a note says it.</summary>
    public static string Note(Panel panel, string part, string whole, string index, int baseYear)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return string.Create(Invariant, $"{panel.Variable(part).TitleEn} in prices of {baseYear}: its share in {panel.Variable(whole).TitleEn.ToLowerInvariant()} applied to that chained with “{panel.Variable(index).TitleEn}”; no index of its own is published.");
    }
}
