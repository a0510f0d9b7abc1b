using MathNet.Numerics.Distributions;

namespace ClusterResearch.Location;

/// <summary>Location quotient: the weight of an industry in a region against its weight in all regions.</summary>
/// <remarks>
/// <para>LQ_ri = (e_ri/e_r)/(e_i/e); 1 means as everywhere. Of exports the same ratio is Balassa's revealed comparative advantage, RCA. Symmetric form: (LQ − 1)/(LQ + 1), from −1 to 1.</para>
/// <para>Interval: the exact Poisson interval of the count e_ri (Garwood), the totals taken as given: LQ · χ²-quantile/(2 e_ri). It is for counts of units that settle independently, such as firms; for
/// employees, who come by plants, it is far too narrow, and for money it means nothing.</para>
/// <para>NaN where the region or the industry is empty.</para>
/// <para><b>Source</b> Florence, Report on the Location of Industry (1939); Balassa, The Manchester School 33 (1965), 99–123; Garwood, Biometrika 28 (1936), 437–442.</para>
/// <para><b>Verification</b> REAT 3.0.3, Farhauer and Kröll's printed example: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class LocationQuotient
{
    /// <summary>The quotient of one cell.</summary>
    /// <param name="cell">e_ri.</param>
    /// <param name="region">e_r: all industries of the region.</param>
    /// <param name="industry">e_i: the industry in all regions.</param>
    /// <param name="total">e: all of all.</param>
    public static double Of(double cell, double region, double industry, double total) => region > 0 && industry > 0 ? cell / region / (industry / total) : double.NaN;

    /// <summary>The quotient of a cell of a table.</summary>
    public static double Of(IndustryTable table, int region, int industry)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(table[region, industry], table.RegionTotals[region], table.IndustryTotals[industry], table.Total);
    }

    /// <summary>The quotients of a table: one row per region, one cell per industry.</summary>
    public static double[][] All(IndustryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Regions.Select((_, r) => table.Industries.Select((_, i) => Of(table, r, i)).ToArray())];
    }

    /// <summary>The quotient put between −1 and 1, so that half as much and twice as much are equally far from 0 in sign, −1/3 and 1/3.</summary>
    public static double Symmetric(double quotient) => (quotient - 1) / (quotient + 1);

    /// <summary>The Poisson interval of the quotient of a count.</summary>
    /// <param name="table">Counts.</param>
    /// <param name="region">The region.</param>
    /// <param name="industry">The industry.</param>
    /// <param name="confidence">The level, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static (double Low, double High) Interval(IndustryTable table, int region, int industry, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence level lies between 0 and 1.");
        }
        var (count, tail) = (table[region, industry], (1 - confidence) / 2);
        var per = Of(1, table.RegionTotals[region], table.IndustryTotals[industry], table.Total);
        return (count == 0 ? 0 : per * Gamma.InvCDF(count, 1, tail), per * Gamma.InvCDF(count + 1, 1, 1 - tail));
    }
}
