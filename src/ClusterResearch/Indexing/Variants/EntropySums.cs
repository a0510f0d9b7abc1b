namespace ClusterResearch.Indexing.Variants;

/// <summary>Σx and Σ x ln x of a column, year by year: every span and divisor of the entropy method follows from them.</summary>
/// <remarks>With S = Σx and L = Σ x ln x, −Σ p ln p = ln S − L / S; sums of years add to those of the panel. So one pass of logarithms
/// serves all variants that differ in span, divisor, zero rule and formula.</remarks>
internal sealed class EntropySums
{
    private readonly double[] sum, logs;
    private readonly int[] present;
    private readonly bool[] zero;

    /// <param name="y">n·T values, city by city, year by year within a city; NaN is missing.</param>
    /// <param name="years">T.</param>
    /// <param name="shift">What is done to each value first.</param>
    public EntropySums(ReadOnlySpan<double> y, int years, EntropyShift shift)
    {
        (sum, logs, present, zero) = (new double[years], new double[years], new int[years], new bool[years]);
        for (var i = 0; i < y.Length; i++)
        {
            var x = shift.Scale * y[i] + shift.Plus;
            if (double.IsNaN(x))
            {
                continue;
            }
            var t = i % years;
            IsUsable &= x >= 0 && double.IsFinite(x);
            zero[t] |= x == 0;
            sum[t] += x;
            logs[t] += x > 0 ? x * Math.Log(x) : 0;
            present[t]++;
        }
    }

    /// <summary>Whether no value is negative or infinite.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Whether a value is zero, so that the zero rule matters.</summary>
    public bool HasZero => zero.Contains(true);

    /// <summary>The entropy of all city-years; NaN where it has none.</summary>
    public double OfPanel(EntropyDivisor divisor, (int Cities, int Indicators) sizes, bool zeroKills) =>
        Entropy(sum.Sum(), logs.Sum(), present.Sum(), zeroKills && HasZero, divisor, sizes);

    /// <summary>The entropy of one year.</summary>
    public double OfYear(int year, EntropyDivisor divisor, (int Cities, int Indicators) sizes, bool zeroKills) =>
        Entropy(sum[year], logs[year], present[year], zeroKills && zero[year], divisor, sizes);

    private double Entropy(double s, double l, int shares, bool killed, EntropyDivisor divisor, (int Cities, int Indicators) sizes)
    {
        if (shares < 2 || !(s > 0))
        {
            return double.NaN;
        }
        var below = divisor switch
        {
            EntropyDivisor.Shares => Math.Log(shares),
            EntropyDivisor.Years => Math.Log(sum.Length),
            EntropyDivisor.Cities => Math.Log(sizes.Cities),
            EntropyDivisor.Indicators => Math.Log(sizes.Indicators),
            EntropyDivisor.OtherBase => Math.Log10(shares),
            _ => 1,
        };
        return killed ? 0 : below > 0 ? (Math.Log(s) - l / s) / below : double.NaN;
    }
}
