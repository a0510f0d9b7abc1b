namespace ClusterResearch.Stages;

/// <summary>Curves of growth towards a ceiling K, with r the rate and t0 the time of fastest growth (inflection).</summary>
public enum GrowthForm
{
    /// <summary>y = K / (1 + e^(−r (t − t0))): symmetric about its inflection at K/2.</summary>
    Logistic,

    /// <summary>y = K exp(−e^(−r (t − t0))): fast at first, long in slowing down; inflection at K/e.</summary>
    Gompertz,

    /// <summary>y = K (1 + ν e^(−r (t − t0)))^(−1/ν): ν = 1 is the logistic, ν → 0 the Gompertz curve; inflection at K (1 + ν)^(−1/ν).</summary>
    Richards,
}

/// <summary>The shapes g of y = K g, from 0 to 1, with their derivatives; parameters K, r, t0 and for Richards ln ν, so that ν stays positive.</summary>
internal static class GrowthShape
{
    public static int Parameters(GrowthForm form) => form == GrowthForm.Richards ? 4 : 3;

    /// <summary>K g(t) and its derivatives by the parameters; NaN where the form has no value.</summary>
    public static double Value(GrowthForm form, ReadOnlySpan<double> p, double t, Span<double> gradient)
    {
        var (k, r, since) = (p[0], p[1], t - p[2]);
        var nu = form == GrowthForm.Richards ? Math.Exp(p[3]) : double.NaN;
        var (g, slope, byNu) = form switch
        {
            GrowthForm.Logistic => Logistic(r * since),
            GrowthForm.Gompertz => Gompertz(r * since),
            _ => Richards(r * since, nu),
        };
        gradient[0] = g;
        gradient[1] = k * slope * since;
        gradient[2] = -k * slope * r;
        if (form == GrowthForm.Richards)
        {
            gradient[3] = k * byNu * nu;
        }
        return k * g;
    }

    /// <summary>How many times 1/r before and after t0 the third derivative of the curve is zero.</summary>
    /// <remarks>With u = ν e^(−r (t − t0)) and a = 1/ν the condition is a²u² − (3a + 1)u + 1 = 0; the product of its roots is 1/a², so the two places lie
    /// symmetrically about t0 in every form.</remarks>
    public static double Cut(GrowthForm form, double nu)
    {
        var a = form == GrowthForm.Richards ? 1 / nu : 1;
        return form == GrowthForm.Gompertz ? Math.Log((3 + Math.Sqrt(5)) / 2) : Math.Log((3 * a + 1 + Math.Sqrt((3 * a + 1) * (3 * a + 1) - 4 * a * a)) / (2 * a));
    }

    /// <summary>The share of K reached at the inflection.</summary>
    public static double AtInflection(GrowthForm form, double nu) =>
        form switch { GrowthForm.Logistic => 0.5, GrowthForm.Gompertz => 1 / Math.E, _ => Math.Pow(1 + nu, -1 / nu) };

    /// <summary>The slope of g by r t at the inflection.</summary>
    public static double SlopeAtInflection(GrowthForm form, double nu) =>
        form switch { GrowthForm.Logistic => 0.25, GrowthForm.Gompertz => 1 / Math.E, _ => Math.Pow(1 + nu, -1 / nu - 1) };

    /// <summary>How many times 1/r after t0 a share of K is reached.</summary>
    public static double Reaches(GrowthForm form, double nu, double share) =>
        form switch
        {
            GrowthForm.Logistic => Math.Log(share / (1 - share)),
            GrowthForm.Gompertz => -Math.Log(-Math.Log(share)),
            _ => -Math.Log((Math.Pow(share, -nu) - 1) / nu),
        };

    private static (double G, double Slope, double ByNu) Logistic(double z)
    {
        var (g, rest) = (1 / (1 + Math.Exp(-z)), 1 / (1 + Math.Exp(z)));
        return (g, g * rest, 0);
    }

    private static (double G, double Slope, double ByNu) Gompertz(double z)
    {
        var w = Math.Exp(-Math.Max(z, -300));
        var g = Math.Exp(-w);
        return (g, g == 0 ? 0 : g * w, 0);
    }

    private static (double G, double Slope, double ByNu) Richards(double z, double nu)
    {
        if (!(nu > 1e-8) || !double.IsFinite(nu))
        {
            return (double.NaN, double.NaN, double.NaN); // the limits are other curves
        }
        var log = z < -30 ? Math.Log(nu) - z : Math.Log(1 + nu * Math.Exp(-z)); // ln(1 + ν w) with w = e^(−z)
        var (g, q) = (Math.Exp(-log / nu), 1 / (Math.Exp(z) + nu)); // q = w / (1 + ν w)
        return (g, g * q, g == 0 ? 0 : g * (log / nu - q) / nu);
    }
}
