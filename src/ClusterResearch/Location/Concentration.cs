namespace ClusterResearch.Location;

/// <summary>How unevenly something is spread: over regions (concentration of an industry) or over industries (specialisation of a region).</summary>
/// <remarks>
/// <para>With shares s of n parts: Herfindahl H = Σ s²; normalised (H − 1/n)/(1 − 1/n); equivalent number 1/H; CR_m = the sum of the m largest shares; entropy −Σ s ln s. Against reference shares x: Krugman Σ |s − x|, from 0 to 2, no
/// half, the part itself included in the reference; Hoover, its half. Locational Gini in two forms: of the quotients s/x, unweighted; and of the Lorenz curve of s against x, parts ordered by s/x, twice the area.
/// They differ: the first counts each part alike, the second by its weight.</para>
/// <para>Parts whose reference share is zero have no quotient and are left out of both Gini coefficients. Where the sum of a side is zero, or a value negative or missing: NaN. Of one part the normalised Herfindahl is NaN.</para>
/// <para><b>Source</b> Krugman, Geography and Trade (1991); Hoover, Review of Economics and Statistics 18 (1936), 162–171; Farhauer and Kröll, Standorttheorien (2014); Herfindahl (1950).</para>
/// <para><b>Verification</b> REAT 3.0.3, EconGeo 2.1, ineq 0.2-13, printed examples: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class Concentration
{
    /// <summary>Σ s².</summary>
    /// <param name="x">Amounts of zero or more.</param>
    public static double Herfindahl(ReadOnlySpan<double> x) => Shares(x).Sum(s => s * s);

    /// <summary>(H − 1/n)/(1 − 1/n): 0 if all are equal, 1 if one has all.</summary>
    /// <inheritdoc cref="Herfindahl"/>
    public static double NormalisedHerfindahl(ReadOnlySpan<double> x) => x.Length < 2 ? double.NaN : (Herfindahl(x) - 1.0 / x.Length) / (1 - 1.0 / x.Length);

    /// <summary>1/H: so many equal parts would be as concentrated.</summary>
    /// <inheritdoc cref="Herfindahl"/>
    public static double EquivalentNumber(ReadOnlySpan<double> x) => 1 / Herfindahl(x);

    /// <summary>The sum of the m largest shares; 1 where there are no more than m.</summary>
    /// <param name="x">Amounts of zero or more.</param>
    /// <param name="largest">m, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">m is below 1.</exception>
    public static double Ratio(ReadOnlySpan<double> x, int largest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, 1);
        return Shares(x).OrderDescending().Take(largest).Sum();
    }

    /// <summary>−Σ s ln s, with 0 ln 0 = 0.</summary>
    /// <inheritdoc cref="Herfindahl"/>
    public static double Entropy(ReadOnlySpan<double> x) => -Shares(x).Sum(s => s == 0 ? 0 : s * Math.Log(s));

    /// <summary>Krugman's index: Σ |s − x|, from 0 to 2.</summary>
    /// <param name="amounts">Amounts of zero or more, by part.</param>
    /// <param name="reference">The reference's amounts, by part.</param>
    /// <exception cref="ArgumentException">Not as many parts on both sides.</exception>
    public static double Krugman(ReadOnlySpan<double> amounts, ReadOnlySpan<double> reference) => Pairs(amounts, reference).Sum(p => Math.Abs(p.Own - p.Reference));

    /// <summary>Hoover's index: half of Krugman's, the share that would have to move.</summary>
    /// <inheritdoc cref="Krugman"/>
    public static double Hoover(ReadOnlySpan<double> amounts, ReadOnlySpan<double> reference) => Krugman(amounts, reference) / 2;

    /// <summary>Gini coefficient of the quotients s/x, each part counted alike.</summary>
    /// <inheritdoc cref="Krugman"/>
    public static double GiniOfQuotients(ReadOnlySpan<double> amounts, ReadOnlySpan<double> reference) =>
        Inequality.Gini([.. Pairs(amounts, reference).Where(p => p.Reference != 0).Select(p => p.Own / p.Reference)]);

    /// <summary>Gini coefficient of the Lorenz curve of s against x: twice the area, parts by their weight.</summary>
    /// <inheritdoc cref="Krugman"/>
    public static double LorenzGini(ReadOnlySpan<double> amounts, ReadOnlySpan<double> reference)
    {
        var (below, area) = (0.0, 0.0);
        foreach (var (own, x) in Pairs(amounts, reference).Where(p => p.Reference != 0).OrderBy(p => p.Own / p.Reference))
        {
            area += x * (2 * below + own);
            below += own;
        }
        return 1 - area;
    }

    /// <summary>Litzenberger and Sternberg's cluster index: employment density × employment per resident × small size of firms, each against all regions.</summary>
    /// <remarks>CI = ((e_ri/e_i)/(a_r/a)) · ((e_ri/e_i)/(p_r/p)) · ((b_ri/b_i)/(e_ri/e_i)) with area a, population p and number of firms b; NaN where a denominator is zero. Litzenberger and Sternberg,
    /// Geographische Zeitschrift 94 (2006), 209–224.</remarks>
    /// <param name="cell">Employment e_ri and e_i.</param>
    /// <param name="area">Area a_r and a.</param>
    /// <param name="population">Population p_r and p.</param>
    /// <param name="firms">Firms b_ri and b_i.</param>
    public static double ClusterIndex((double Own, double All) cell, (double Own, double All) area, (double Own, double All) population, (double Own, double All) firms)
    {
        double Share((double Own, double All) of) => of is { Own: > 0, All: > 0 } ? of.Own / of.All : double.NaN;
        return Share(cell) / Share(area) * (Share(cell) / Share(population)) * (Share(firms) / Share(cell));
    }

    internal static double[] Shares(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var v in x)
        {
            sum += v >= 0 ? v : double.NaN;
        }
        return sum > 0 && double.IsFinite(sum) ? [.. x.ToArray().Select(v => v / sum)] : [double.NaN];
    }

    internal static (double Own, double Reference)[] Pairs(ReadOnlySpan<double> amounts, ReadOnlySpan<double> reference)
    {
        if (amounts.Length != reference.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{amounts.Length} parts on one side, {reference.Length} on the other."), nameof(reference));
        }
        double[] own = Shares(amounts), other = Shares(reference);
        return own.Length == other.Length && own.Length == amounts.Length ? [.. own.Zip(other)] : [(double.NaN, double.NaN)];
    }
}
