using ClusterResearch.Indexing.Formulas;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Formulas;

/// <summary>Precedence and association, by numbers; what cannot be read stands in <see cref="IndexTreeReaderTests"/>.</summary>
public sealed class FormulaParserTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("100 / 10 / 5", 2)]
    [InlineData("100 / 10 * 5", 50)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("(2 ^ 3) ^ 2", 64)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("(-2) ^ 2", 4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("2 * -3", -6)]
    [InlineData("5 - -3", 8)]
    [InlineData("-(1 + 2)", -3)]
    [InlineData("4 * 2 ^ 3", 32)]
    [InlineData("1e2 + 1.5E-1", 100.15)]
    [InlineData(".5 * 4", 2)]
    [InlineData("2*output-budget", 190)]
    [InlineData("  output /budget ", 10)]
    public void Arithmetic(string formula, double expected) => Assert.Equal(expected, FormulaBench.Value(formula), 1e-12);

    [Fact]
    public void Variables_come_in_order_with_their_first_place()
    {
        var formula = new IndicatorFormula("waste / (output + waste) * lag(budget, 2)");
        Assert.Equal(["waste", "output", "budget"], formula.Variables);
        Assert.Equal(9, formula.Offsets["output"]);
        Assert.Equal("waste / (output + waste) * lag(budget, 2)", formula.ToString());
    }

    [Fact]
    public void A_hundred_brackets_are_read_and_one_more_is_not()
    {
        Assert.Equal(100, FormulaBench.Value(new string('(', 99) + "output" + new string(')', 99)));
        Assert.Throws<FormulaFault>(() => new IndicatorFormula(new string('(', 100) + "output" + new string(')', 100)));
    }

    /// <summary>Chains of operators nest like brackets; a formula as long as allowed must not exhaust the stack.</summary>
    [Theory]
    [InlineData("^1")]
    [InlineData("+1")]
    [InlineData("^-1")]
    public void The_longest_chains_evaluate(string link)
    {
        var chain = "1" + string.Concat(Enumerable.Repeat(link, 1999 / link.Length));
        Assert.True(double.IsFinite(FormulaBench.Value(chain)));
    }
}
