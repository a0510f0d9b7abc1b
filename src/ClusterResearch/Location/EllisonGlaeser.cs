namespace ClusterResearch.Location;

/// <summary>Ellison and Glaeser's γ: concentration of an industry beyond what the sizes of its plants make anyway.</summary>
/// <remarks>
/// <para>G = Σ_r (s_r − x_r)² with s the industry's and x all industries' regional shares; H = Σ_p z_p², z the plants' shares in the industry; γ = (G − (1 − Σ x²) H)/((1 − Σ x²)(1 − H)). 0 is what chance makes. The statistic is
/// (G − (1 − Σ x²) H)/√var G with var G = 2 (H² (Σ x² − 2 Σ x³ + (Σ x²)²) − Σ z⁴ (Σ x² − 4 Σ x³ + 3 (Σ x²)²)).</para>
/// <para>Plants of size zero count as plants. One plant, or everything in one region: γ is NaN. The region's own industry is part of x.</para>
/// <para><b>Source</b> Ellison and Glaeser, Journal of Political Economy 105 (1997), 889–927.</para>
/// <para><b>Verification</b> REAT 3.0.3 and the printed example of Farhauer and Kröll (γ = 0.05990628): tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public static class EllisonGlaeser
{
    /// <summary>γ from plants.</summary>
    /// <param name="plants">The size of every plant of the industry, e.g. its employment; zero or more.</param>
    /// <param name="regions">The region of every plant, a position in <paramref name="totals"/>.</param>
    /// <param name="totals">Employment of all industries, by region.</param>
    /// <exception cref="ArgumentException">Not one region per plant, or a position that is none.</exception>
    public static Agglomeration Of(ReadOnlySpan<double> plants, ReadOnlySpan<int> regions, ReadOnlySpan<double> totals)
    {
        if (plants.Length != regions.Length)
        {
            throw new ArgumentException(string.Create(Invariant, $"{plants.Length} plants but {regions.Length} regions of plants."), nameof(regions));
        }
        var own = new double[totals.Length];
        for (var p = 0; p < plants.Length; p++)
        {
            if (regions[p] < 0 || regions[p] >= own.Length)
            {
                throw new ArgumentException(string.Create(Invariant, $"Region {regions[p]} of plant {p + 1} is none of the {own.Length}."), nameof(regions));
            }
            own[regions[p]] += plants[p];
        }
        var z = Concentration.Shares(plants);
        return Of(own, totals, new(plants.Length, z.Sum(v => v * v), z.Sum(v => v * v * v * v)));
    }

    /// <summary>γ from sums, where the plants themselves are elsewhere.</summary>
    /// <param name="amounts">The industry's employment, by region.</param>
    /// <param name="totals">Employment of all industries, by region.</param>
    /// <param name="plants">The sizes of the industry's plants, summed up.</param>
    /// <exception cref="ArgumentException">Not as many regions on both sides.</exception>
    public static Agglomeration Of(ReadOnlySpan<double> amounts, ReadOnlySpan<double> totals, PlantSizes plants)
    {
        ArgumentNullException.ThrowIfNull(plants);
        var pairs = Concentration.Pairs(amounts, totals);
        var g = pairs.Sum(p => (p.Own - p.Reference) * (p.Own - p.Reference));
        double Powers(int power) => pairs.Sum(p => Math.Pow(p.Reference, power));
        var (two, three, h) = (Powers(2), Powers(3), plants.Herfindahl);
        var (room, variance) = (1 - two, 2 * (h * h * (two - 2 * three + two * two) - plants.FourthPowers * (two - 4 * three + 3 * two * two)));
        var known = room > 0 && h < 1;
        return new(known ? (g - room * h) / (room * (1 - h)) : double.NaN, g, known && variance > 0 ? (g - room * h) / Math.Sqrt(variance) : double.NaN, h, plants.Count);
    }
}

/// <summary>The sizes of an industry's plants, summed up.</summary>
/// <param name="Count">How many plants.</param>
/// <param name="Herfindahl">H = Σ z², z a plant's share in the industry.</param>
/// <param name="FourthPowers">Σ z⁴.</param>
public sealed record PlantSizes(long Count, double Herfindahl, double FourthPowers);

/// <summary>Ellison and Glaeser's index of an industry.</summary>
/// <param name="Gamma">γ; NaN for one plant or one region.</param>
/// <param name="Raw">G: the raw concentration.</param>
/// <param name="Z">How many standard deviations G lies above chance.</param>
/// <param name="Herfindahl">H of the plants.</param>
/// <param name="Plants">How many plants.</param>
public sealed record Agglomeration(double Gamma, double Raw, double Z, double Herfindahl, long Plants);
