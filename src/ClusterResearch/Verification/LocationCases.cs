using ClusterResearch.Location;

namespace ClusterResearch.Verification;

/// <summary>Family E: concentration, specialisation, inequality, shift-share.</summary>
internal static class LocationCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } =
        new()
        {
            ["concentration.indices"] = Indices,
            ["concentration.location_quotient"] = c => new Dictionary<string, object> { ["LQ"] = LocationQuotient.Of(Single(c, "e_ij"), Single(c, "e_j"), Single(c, "e_i"), Single(c, "e")) },
            ["concentration.locational_gini"] = c => new Dictionary<string, object> { ["gini_conc"] = Concentration.GiniOfQuotients(c.Values("e_ij"), c.Values("e_j")) },
            ["concentration.specialisation_gini"] = c => new Dictionary<string, object> { ["gini_spec"] = Concentration.GiniOfQuotients(c.Values("e_ij"), c.Values("e_i")) },
            ["concentration.hhi"] = c => new Dictionary<string, object>
            {
                ["HHI"] = Concentration.Herfindahl(c.Values("x")), ["HHI_normalised"] = Concentration.NormalisedHerfindahl(c.Values("x")), ["equivalent_number"] = Concentration.EquivalentNumber(c.Values("x")),
            },
            ["concentration.ellison_glaeser"] = Plants,
            ["inequality.indices"] = Unequal,
            ["inequality.theil_decomposition"] = Theil,
            ["dynamics.shift_share"] = Shift,
        };

    private static double Single(ReferenceCase c, string member) => c.Input.GetProperty(member).GetDouble();

    private static Dictionary<string, object> Indices(ReferenceCase c)
    {
        var t = IndustryTable.Of(ReferenceCase.Texts(c.Input.GetProperty("regions")), ReferenceCase.Texts(c.Input.GetProperty("industries")), ReferenceCase.Matrix(c.Input.GetProperty("M")));
        double[] ByRegion(Func<double[], double> of) => [.. t.Regions.Select((_, r) => of([.. t.Region(r)]))];
        double[] ByIndustry(Func<double[], double> of) => [.. t.Industries.Select((_, i) => of([.. t.Industry(i)]))];
        double[] regions = [.. t.RegionTotals], industries = [.. t.IndustryTotals];
        return new()
        {
            ["LQ"] = LocationQuotient.All(t), ["HHI_region"] = ByRegion(x => Concentration.Herfindahl(x)), ["HHI_industry"] = ByIndustry(x => Concentration.Herfindahl(x)),
            ["HHI_industry_normalised"] = ByIndustry(x => Concentration.NormalisedHerfindahl(x)), ["krugman_spec_region"] = ByRegion(x => Concentration.Krugman(x, industries)),
            ["krugman_conc_industry"] = ByIndustry(x => Concentration.Krugman(x, regions)), ["gini_conc_reat"] = ByIndustry(x => Concentration.GiniOfQuotients(x, regions)),
            ["gini_spec_reat"] = ByRegion(x => Concentration.GiniOfQuotients(x, industries)), ["gini_plain_industry"] = ByIndustry(x => Inequality.Gini(x)),
            ["gini_lorenz_weighted"] = ByIndustry(x => Concentration.LorenzGini(x, regions)), ["CR1"] = ByIndustry(x => Concentration.Ratio(x, 1)), ["CR3"] = ByIndustry(x => Concentration.Ratio(x, 3)),
            ["hoover_localisation_industry"] = ByIndustry(x => Concentration.Hoover(x, regions)), ["entropy_region_ln"] = ByRegion(x => Concentration.Entropy(x)),
        };
    }

    private static Dictionary<string, object> Plants(ReferenceCase c)
    {
        var order = ReferenceCase.Texts(c.Input.GetProperty("region_order"));
        int[] regions = [.. ReferenceCase.Texts(c.Input.GetProperty("plant_region")).Select(r => Array.IndexOf(order, r))];
        var g = EllisonGlaeser.Of(c.Values("plants"), regions, c.Values("region_total"));
        return new() { ["gamma"] = g.Gamma, ["G"] = g.Raw, ["z"] = g.Z, ["n_plants"] = g.Plants, ["H"] = g.Herfindahl };
    }

    private static Dictionary<string, object> Unequal(ReferenceCase c)
    {
        var x = c.Values("x");
        return new()
        {
            ["gini"] = Inequality.Gini(x), ["gini_corrected"] = Inequality.CorrectedGini(x), ["theil_T"] = Inequality.TheilT(x), ["theil_L"] = Finite(Inequality.TheilL(x)),
            ["atkinson_05"] = Inequality.Atkinson(x, 0.5), ["atkinson_1"] = Inequality.Atkinson(x, 1), ["hoover_RS"] = Inequality.Hoover(x),
            ["herfindahl"] = Concentration.Herfindahl([.. x.Where(v => !double.IsNaN(v))]),
        };
    }

    private static Dictionary<string, object> Theil(ReferenceCase c)
    {
        var (t, l) = TheilDecomposition.Of(c.Values(c.Has("y") ? "y" : "income_total"), c.Has("population") ? c.Values("population") : [], ReferenceCase.Texts(c.Input.GetProperty("group")));
        return new() { ["T"] = Parts(t), ["L"] = Parts(l), ["groups"] = t.Groups };
    }

    private static Dictionary<string, object> Parts(TheilParts parts) =>
        new()
        {
            ["total"] = Finite(parts.Total), ["between"] = Finite(parts.Between), ["within"] = Finite(parts.Within), ["between_share"] = Finite(parts.BetweenShare),
            ["group_values"] = parts.Values.Select(Finite), ["group_contributions_within"] = parts.Contributions.Select(Finite),
        };

    private static Dictionary<string, object> Shift(ReferenceCase c)
    {
        var s = ShiftShare.Of(c.Values("region_t0"), c.Values("region_t1"), c.Values("nation_t0"), c.Values("nation_t1"));
        return new()
        {
            ["dunn"] = new Dictionary<string, object>
            {
                ["growth"] = s.Growth.Sum(), ["national"] = s.National.Sum(), ["industry_mix"] = s.IndustryMix.Sum(), ["regional"] = s.Regional.Sum(), ["net_shift"] = s.IndustryMix.Sum() + s.Regional.Sum(),
            },
            ["esteban"] = new Dictionary<string, object>
            {
                ["growth"] = s.Growth.Sum(), ["national"] = s.National.Sum(), ["industry_mix"] = s.IndustryMix.Sum(), ["competitive"] = s.Competitive.Sum(), ["allocation"] = s.Allocation.Sum(),
            },
            ["gerfin"] = new Dictionary<string, object> { ["industry_mix"] = s.MixFactor, ["regional"] = s.RegionalFactor, ["net_shift"] = s.MixFactor * s.RegionalFactor },
            ["by_industry"] = new Dictionary<string, object>
            {
                ["national"] = s.National, ["industry_mix"] = s.IndustryMix, ["regional"] = s.Regional, ["total"] = s.Growth, ["competitive_homothetic"] = s.Competitive, ["allocation"] = s.Allocation,
            },
        };
    }

    /// <summary>What is infinite has no number in a case.</summary>
    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
