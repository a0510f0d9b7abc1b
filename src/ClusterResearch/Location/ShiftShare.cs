using System.Collections.Immutable;

namespace ClusterResearch.Location;

/// <summary>Shift-share: what of a region's growth comes from the nation, from its mix of industries, from itself.</summary>
/// <remarks>
/// <para>With e regional, E national employment by industry i at times 0 and 1. Dunn: national e_0 (E_1/E_0 − 1); industry mix e_0i (E_1i/E_0i − E_1/E_0); regional e_0i (e_1i/e_0i − E_1i/E_0i). Esteban-Marquillas splits the regional part
/// with the homothetic employment e'_i = e_0 E_0i/E_0: competitive e'_i (…), allocation (e_0i − e'_i)(…). Gerfin writes the parts as factors: mix Σ e_0i E_1i/E_0i over e_0 E_1/E_0, regional e_1 over that sum.</para>
/// <para>Where an industry has nothing in the nation at the begin its parts are missing (NaN) and so are the sums. Where it has nothing in the region, e_1i/e_0i does not exist: Dunn's regional part is then e_1i itself; Esteban's parts are missing.</para>
/// <para><b>Source</b> Dunn, Papers of the Regional Science Association 6 (1960), 97–112; Esteban-Marquillas, Regional and Urban Economics 2 (1972), 249–261; Gerfin, Kyklos 17 (1964), 565–593.</para>
/// <para><b>Verification</b> REAT 3.0.3: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public sealed class ShiftShare
{
    private ShiftShare(double[] region0, double[] region1, double[] nation0, double[] nation1)
    {
        var (e0, all0, all1) = (region0.Sum(), nation0.Sum(), nation1.Sum());
        var industries = Enumerable.Range(0, region0.Length).ToArray();
        double Nation(int i) => nation0[i] > 0 ? nation1[i] / nation0[i] : double.NaN;
        National = [.. industries.Select(i => region0[i] * (all1 / all0 - 1))];
        IndustryMix = [.. industries.Select(i => region0[i] * (Nation(i) - all1 / all0))];
        Regional = [.. industries.Select(i => region1[i] - region0[i] * Nation(i))];
        Competitive = [.. industries.Select(i => e0 * nation0[i] / all0 * (region0[i] > 0 ? region1[i] / region0[i] - Nation(i) : double.NaN))];
        Allocation = [.. industries.Select(i => Regional[i] - Competitive[i])];
        Growth = [.. industries.Select(i => region1[i] - region0[i])];
        var expected = industries.Sum(i => region0[i] * Nation(i));
        (MixFactor, RegionalFactor) = (expected / (e0 * all1 / all0), region1.Sum() / expected);
    }

    /// <summary>Splits the growth of a region.</summary>
    /// <param name="region0">e_0i: the region's industries at the begin; zero or more.</param>
    /// <param name="region1">e_1i: at the end.</param>
    /// <param name="nation0">E_0i: the nation's industries at the begin, the region included.</param>
    /// <param name="nation1">E_1i: at the end.</param>
    /// <exception cref="ArgumentException">Not as many industries in all four, or a value that is negative or missing.</exception>
    public static ShiftShare Of(ReadOnlySpan<double> region0, ReadOnlySpan<double> region1, ReadOnlySpan<double> nation0, ReadOnlySpan<double> nation1)
    {
        double[][] all = [region0.ToArray(), region1.ToArray(), nation0.ToArray(), nation1.ToArray()];
        return all.Any(a => a.Length != all[0].Length || a.Length == 0) ? throw new ArgumentException("The four columns have different numbers of industries, or none.", nameof(region1))
            : all.Any(a => a.Any(v => !(v >= 0) || double.IsInfinity(v))) ? throw new ArgumentException("A figure is missing or negative; shift-share needs every industry at both times.", nameof(region0))
            : new(all[0], all[1], all[2], all[3]);
    }

    /// <summary>Growth as in the whole nation, by industry.</summary>
    public ImmutableArray<double> National { get; }

    /// <summary>Growth for having industries that grow, by industry.</summary>
    public ImmutableArray<double> IndustryMix { get; }

    /// <summary>Growth for growing otherwise than the industry, by industry.</summary>
    public ImmutableArray<double> Regional { get; }

    /// <summary>Esteban's competitive part, by industry.</summary>
    public ImmutableArray<double> Competitive { get; }

    /// <summary>Esteban's allocation part, by industry: being specialised where one is better.</summary>
    public ImmutableArray<double> Allocation { get; }

    /// <summary>What was to be split, by industry.</summary>
    public ImmutableArray<double> Growth { get; }

    /// <summary>Gerfin's factor of the industry mix.</summary>
    public double MixFactor { get; }

    /// <summary>Gerfin's regional factor.</summary>
    public double RegionalFactor { get; }
}
