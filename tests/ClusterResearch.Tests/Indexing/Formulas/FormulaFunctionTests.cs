using ClusterResearch.Indexing.Formulas;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Formulas;

/// <summary>Every function by hand on the figures of the sound study.</summary>
public sealed class FormulaFunctionTests
{
    private const double Missing = double.NaN;

    [Fact]
    public void Lag_is_missing_at_the_start()
    {
        Assert.Equal([Missing, 100, 110, 121], FormulaBench.Years("lag(output)", "Alder"));
        Assert.Equal([Missing, Missing, Missing, 100], FormulaBench.Years("lag(output, 3)", "Alder"));
        // not the last year of the city before
        Assert.Equal([Missing, 200, 210, 230], FormulaBench.Years("lag(output)", "Birch"));
        Assert.Equal([Missing, Missing, Missing, Missing], FormulaBench.Years("lag(output, 100)", "Birch"));
    }

    [Fact]
    public void Growth_is_in_per_cent_on_the_year_before()
    {
        var growth = FormulaBench.Years("growth(output)", "Alder");
        Assert.Equal(Missing, growth[0]);
        Assert.Equal(10, growth[1], 1e-12);
        Assert.Equal(10, growth[2], 1e-12);
        Assert.Equal([Missing, Missing, Missing, (55.0 / 57 - 1) * 100], FormulaBench.Years("growth(waste)", "Birch"));
    }

    [Fact]
    public void Mean_takes_the_last_years_and_needs_them_all()
    {
        Assert.Equal([Missing, Missing, 37.0 / 3, 15], FormulaBench.Years("mean(budget, 3)", "Alder"));
        Assert.Equal([60, Missing, 57, 55], FormulaBench.Years("mean(waste, 1)", "Birch"));
        Assert.Equal([Missing, Missing, Missing, 56], FormulaBench.Years("mean(waste, 2)", "Birch"));
    }

    [Fact]
    public void Sd_is_that_of_a_sample()
    {
        // 10, 12, 15: mean 37/3; squares (49 + 1 + 64)/9 = 38/3, over 2: 19/3
        var sd = FormulaBench.Years("sd(budget, 3)", "Alder");
        Assert.Equal(Missing, sd[1]);
        Assert.Equal(Math.Sqrt(19.0 / 3), sd[2], 1e-12);
        Assert.Equal(Math.Sqrt(2), FormulaBench.Years("sd(budget, 2)", "Alder")[1], 1e-12);
    }

    [Fact]
    public void The_deviation_of_a_constant_is_exactly_zero() => Assert.Equal(0, FormulaBench.Value("sd(output * 0 + 0.1, 3)", "Alder", 2004));

    [Fact]
    public void Sums_and_shares_go_over_the_cities_of_a_year()
    {
        Assert.Equal([500, 535, 581, 632], FormulaBench.Years("sum(output)", "Cedar"));
        Assert.Equal(50.0 / 500, FormulaBench.Value("share(output)", "Cedar", 2001), 1e-15);
        // 2002 without Birch: 22 + 26 + 31
        Assert.Equal(79, FormulaBench.Value("sum(waste)", "Birch", 2002));
        Assert.Equal(22.0 / 79, FormulaBench.Value("share(waste)", "Alder", 2002), 1e-15);
        Assert.Equal(1, new[] { "Alder", "Birch", "Cedar", "Dogwood" }.Sum(c => FormulaBench.Value("share(output)", c, 2003)), 1e-15);
        Assert.Equal(2002, FormulaBench.Context("sum(waste)").IncompleteSums.Single().Key);
    }

    [Fact]
    public void A_location_quotient_compares_with_the_cities_that_have_both_figures()
    {
        // Alder 2001: (100/50) / (500/230)
        Assert.Equal(2 / (500.0 / 230), FormulaBench.Value("lq(output, workers)"), 1e-15);
        // 2002: waste is missing in Birch, so the frame is (22 + 26 + 31) over the output of the other three, 110 + 55 + 160
        Assert.Equal(22.0 / 110 / (79.0 / 325), FormulaBench.Value("lq(waste, output)", "Alder", 2002), 1e-15);
    }

    [Fact]
    public void Log_is_natural() => Assert.Equal(Math.Log(100), FormulaBench.Value("log(output)"));

    [Fact]
    public void Functions_nest() => Assert.Equal((121.0 / 581 / (100.0 / 500) - 1) * 100, FormulaBench.Value("(share(output) / lag(share(output), 2) - 1) * 100", "Alder", 2003), 1e-12);

    [Fact]
    public void Every_function_says_how_it_is_written()
    {
        Assert.Equal(["lag", "growth", "mean", "sd", "sum", "share", "lq", "log"], FormulaFunction.All.Select(f => f.Name));
        Assert.All(FormulaFunction.All, f => Assert.StartsWith($"{f.Name}(", f.Usage, StringComparison.Ordinal));
        Assert.Equal(FormulaFunction.All.Select(f => f.Usage), IndicatorFormula.Functions);
    }
}
