using ClusterResearch.Findings;

namespace ClusterResearch.Tests.Findings;

public sealed class FindingsExceptionTests
{
    private static Finding At(string file, int line, int column) => new(new("CR1234", "x"), file, line, column, "a", "b", "c");

    [Fact]
    public void In_the_order_of_files_lines_and_columns()
    {
        var fault = new FindingsException([At("b", 1, 1), At("a", 10, 2), At("a", 9, 3), At("a", 9, 1), At("B", 5, 5)]);
        Assert.Equal(["B:5:5", "a:9:1", "a:9:3", "a:10:2", "b:1:1"], fault.Findings.Select(f => f.Place));
        Assert.StartsWith("5 findings\nCR1234 x  B:5:5\n", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_is_not_many() => Assert.StartsWith("1 finding\n", new FindingsException([At("b", 1, 1)]).Message, StringComparison.Ordinal);
}
