using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Formulas;

/// <summary>What missing figures and impossible operations make of a value.</summary>
public sealed class FormulaNodeTests
{
    [Theory]
    [InlineData("waste + 1")]
    [InlineData("waste * 0")]
    [InlineData("-waste")]
    [InlineData("waste ^ 0")]
    [InlineData("1 ^ waste")]
    [InlineData("1 / waste")]
    [InlineData("log(waste)")]
    [InlineData("share(waste)")]
    [InlineData("lq(waste, output)")]
    [InlineData("lq(output, waste)")]
    [InlineData("growth(waste)")]
    public void Any_operation_on_a_missing_figure_is_missing(string formula) => Assert.Equal(double.NaN, FormulaBench.Value(formula, "Birch", 2002));

    [Fact]
    public void A_missing_figure_is_neither_a_division_by_zero_nor_a_bad_logarithm()
    {
        var context = FormulaBench.Context("1 / waste + log(waste) + waste ^ 0.5 + growth(waste)");
        Assert.Empty(context.ZeroDivisions);
        Assert.Empty(context.BadLogarithms);
        Assert.Empty(context.BadPowers);
    }

    [Fact]
    public void Impossible_operations_are_missing_and_remembered_by_city_year()
    {
        Assert.Equal([0], FormulaBench.Context("1 / (waste - 20)").ZeroDivisions);
        Assert.Equal([0], FormulaBench.Context("(waste - 20) ^ -2").ZeroDivisions);
        Assert.Equal([0], FormulaBench.Context("log(waste - 20)").BadLogarithms);
        Assert.Equal([0], FormulaBench.Context("(waste - 21) ^ 0.5").BadPowers);
        Assert.Equal(double.NaN, FormulaBench.Value("1 / (waste - 20)"));
        Assert.Equal(1, FormulaBench.Value("(waste - 21) ^ 2"));
        Assert.Equal(0, FormulaBench.Value("(waste - 20) ^ 0.5"));
    }
}
