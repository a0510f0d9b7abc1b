using ClusterResearch.Findings;
using ClusterResearch.Location;

namespace ClusterResearch.Tests.Location;

public sealed class IndustryTableTests
{
    [Fact]
    public void Totals_and_cells()
    {
        var t = IndustryTable.Of(["A", "B"], ["x", "y", "z"], [[1, 2, 0], [3, 4, 0]]);
        Assert.Equal([3, 7], t.RegionTotals);
        Assert.Equal([4, 6, 0], t.IndustryTotals);
        Assert.Equal((10, 4, 4), (t.Total, t[1, 1], t["B", "y"]));
        Assert.Equal("There is no region “C”.", Assert.Throws<KeyNotFoundException>(() => t["C", "y"]).Message[..23]);
    }

    [Fact]
    public void An_industry_nobody_has_is_named_and_the_rest_is_computed()
    {
        var t = IndustryTable.Of(["A", "B", "C"], ["x", "y"], [[1, 0], [3, 0], [0, 0]]);
        Assert.Equal(
            ["“C” has nothing at all: its quotients and shares are missing, all others stand.", "“y” is an industry that nobody has: its quotients and its concentration are missing, all others stand."],
            t.Notes);
        Assert.Equal((1, double.NaN), (LocationQuotient.Of(t, 0, 0), LocationQuotient.Of(t, 0, 1)));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var e = Assert.Throws<FindingsException>(() => IndustryTable.Of(["A"], ["x", "x", "y"], [[1, -2, double.NaN]], "plants.csv"));
        Assert.Equal(
            """
            4 findings
            CR6101 one-region  plants.csv
              found:    1 region
              expected: at least two regions, which are each other's reference
              way out:  add the other regions; Herfindahl, CR and entropy of one region can be had by Concentration, a quotient against given totals by LocationQuotient.Of
            CR6104 name-twice  plants.csv
              found:    the industry “x” a second time
              expected: every industry once
              way out:  add the rows up, or rename one
            CR6103 negative-cell  plants.csv
              found:    -2 for “x” in “A”
              expected: zero or more
              way out:  correct the figure; changes over time go into ShiftShare
            CR6102 missing-cell  plants.csv
              found:    no figure for “y” in “A”
              expected: a number in every cell, since totals are sums over all of them
              way out:  write 0 if nobody works there, leave out the region or the industry if it is not known
            """, e.Message, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Nothing_but_zeros_and_ragged_rows()
    {
        Assert.Equal(
            """
            1 finding
            CR6105 empty-table  the table
              found:    a table whose cells are all zero
              expected: figures above zero
              way out:  check the units and the column that was read
            """, Assert.Throws<FindingsException>(() => IndustryTable.Of(["A", "B"], ["x"], [[0], [0]])).Message, ignoreLineEndingDifferences: true);
        Assert.Equal(
            """
            1 finding
            CR6106 table-shape  the table
              found:    2 rows, one of 1 cells
              expected: 2 rows of 2 cells, as there are names
              way out:  give one row per region and one cell per industry
            """, Assert.Throws<FindingsException>(() => IndustryTable.Of(["A", "B"], ["x", "y"], [[1, 2], [0]])).Message, ignoreLineEndingDifferences: true);
    }
}
