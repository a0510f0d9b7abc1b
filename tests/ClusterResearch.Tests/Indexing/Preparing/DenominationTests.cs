using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing.Preparing;

public sealed class DenominationTests
{
    private static readonly Broken[] Faults =
    [
        new("unknown variable, code and dimension", s => s.BuildFindings(new() { Denomination = new Denomination { ["WAS"] = "worker", ["MON"] = "workers", ["PRD9"] = "workers" } }), """
            CR3110 unknown-code  study/index.csv
              found:    the code “PRD9”
              expected: a code of this index
              way out:  did you mean “PRD”? correct the code
            CR3110 unknown-code  study/index.csv:4
              found:    the code “MON” of a node that is no indicator
              expected: the code of an indicator
              way out:  take one of the indicators below it: MON1, MON2
            CR3201 unknown-denominator  study/index.csv:13
              found:    “worker” as denominator of “WAS”
              expected: a variable of study/panel.csv
              way out:  did you mean “workers”? correct the name, or add the variable to the panel
            """),
        new("a denominator of zero", s => s.Panel("Alder,2002,110,50,12,5,22", "Alder,2002,110,50,12,0,22").Panel("Cedar,2004,64,42,6,3,30", "Cedar,2004,64,42,6,0,30").BuildFindings(new() { Denomination = new Denomination { ["WAS"] = "students" } }), """
            CR3202 zero-denominator  study/index.csv:13
              found:    “WAS” divided by “students”, which is zero in 2 city-years, first Alder 2002 (study/panel.csv:3)
              expected: a denominator other than zero
              way out:  correct the figure, leave it empty if it is missing, or choose another denominator
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    [Fact]
    public void By_hand()
    {
        Assert.Equal([2, double.NaN, double.NaN, -0.5], Denomination.Of([4, double.NaN, 6, -1], [2, 0, double.NaN, 2]));
        Assert.StartsWith("The denominator of value 1 is zero.", Assert.Throws<ArgumentException>(() => Denomination.Of([4, 5], [2, 0])).Message, StringComparison.Ordinal);
        Assert.StartsWith("1 values but 2 denominators.", Assert.Throws<ArgumentException>(() => Denomination.Of([4], [2, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_indicator_is_divided_and_says_so_everywhere()
    {
        using var study = new StudyFolder();
        var index = study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,,58").Build(new() { Denomination = new Denomination { ["WAS"] = "students" } });
        Assert.Equal(20.0 / 100 / 5, index.Indicators["WAS", "Alder", 2001]);
        Assert.Equal(20.0 / 100, index.Measured["WAS", "Alder", 2001]);
        Assert.Equal(double.NaN, index.Indicators["WAS", "Birch", 2002]);
        Assert.Same(index.Measured, index.Indicators.Before);
        Assert.Equal(["1 of 6 indicators divided", "WAS: students is missing in 1 city-year that had a value"], index.Indicators.Cards.Single().Did);
        var was = index.Tree["WAS"].Indicator!;
        Assert.Equal(("(waste / output) / students", "t/1e4 CNY / 1e4 persons"), (was.Formula.Text, was.Unit));
        Assert.Equal(("waste / output", "t/1e4 CNY"), (index.Design.Tree["WAS"].Indicator!.Formula.Text, index.Design.Tree["WAS"].Indicator!.Unit));
        var explained = index.Explain("Alder", 2001).Nodes.Single(n => n.Node.Code == "WAS");
        Assert.Equal(["waste", "output", "students"], explained.Figures.Select(f => f.Variable.Name));
        Assert.Equal(["denomination: 0.2 → 0.04"], explained.Preparation);
        Assert.Contains("Denomination: 1 of 6 indicators divided.", index.Notes);
    }

    [Fact]
    public void The_same_as_a_formula_that_divides()
    {
        using var study = new StudyFolder();
        var divided = study.Build(new() { Denomination = new Denomination { ["WAS"] = "students", ["PRD1"] = "budget" } });
        using var other = new StudyFolder();
        var formula = other.Index("waste / output", "waste / output / students").Index("output / workers,,0,5", "output / workers / budget,,0,5").Build();
        Assert.Equal(formula.Scores().ToArray(), divided.Scores().ToArray());
    }

    [Fact]
    public void Equal_choices_are_equal_however_they_are_given()
    {
        var given = new Denomination { ["WAS"] = "students", ["PRD1"] = "budget" };
        var read = Denomination.By(new Dictionary<string, string> { ["PRD1"] = "budget", ["WAS"] = "students" });
        Assert.Equal(given, read);
        Assert.Equal(given.GetHashCode(), read.GetHashCode());
        Assert.Equal("budget", read["PRD1"]);
        Assert.NotEqual(given, new Denomination { ["WAS"] = "students" });
        Assert.Equal("Denomination (PRD1 / budget, WAS / students)", given.Card.ToString());
    }

    /// <summary>What is read in the index file is in the unit after division.</summary>
    [Fact]
    public void Goalposts_are_in_the_unit_after_division()
    {
        using var study = new StudyFolder();
        var index = study.Build(new() { Denomination = new Denomination { ["WAS"] = "students" }, Normalisation = new GoalpostsNormalisation(), Weighting = new EqualWeights() });
        Assert.Equal(1 - 0.04, index.Score("Alder", 2001, "WAS"), 1e-12);
    }

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
