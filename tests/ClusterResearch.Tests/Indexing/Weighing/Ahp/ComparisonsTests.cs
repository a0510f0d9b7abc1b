using ClusterResearch.Findings;
using ClusterResearch.Indexing.Weighing.Ahp;

namespace ClusterResearch.Tests.Indexing.Weighing.Ahp;

public sealed class ComparisonsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("comparisons-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Fractions_are_read_with_judge_and_line()
    {
        var read = Comparisons.Read(Written("parent,a,b,value,judge\nGOAL,IN,OUT,1/3,Ann\nGOAL,IN,OUT,2,Bob\n"));
        Assert.Equal([new("GOAL", "IN", "OUT", 1 / 3.0, "Ann", 2), new("GOAL", "IN", "OUT", 2, "Bob", 3)], read);
        Assert.Equal("judged.csv", read.File);
    }

    [Theory]
    [InlineData("parent,a,b,value,judge\nGOAL,IN,OUT,0,\nGOAL,IN,OUT,two,\n", """
        CR3313 bad-comparison  judged.csv:2:13
          found:    “0” for “IN” against “OUT”
          expected: a number above zero such as 3, 1/3 or 0.5
          way out:  write how many times the first counts more than the second
        CR3313 bad-comparison  judged.csv:3:13
          found:    “two” for “IN” against “OUT”
          expected: a number above zero such as 3, 1/3 or 0.5
          way out:  write how many times the first counts more than the second
        """)]
    [InlineData("a,b,value\nIN,OUT,2\n", """
        CR3313 bad-comparison  judged.csv:1
          found:    the columns a, b, value
          expected: parent, a, b, value, judge
          way out:  name the columns so, in this order
        """)]
    public void What_cannot_be_read_is_found(string text, string expected) =>
        Assert.Equal(expected, string.Join('\n', Assert.Throws<FindingsException>(() => Comparisons.Read(Written(text))).Findings), ignoreLineEndingDifferences: true);

    [Fact]
    public void A_missing_file_is_said() =>
        Assert.Contains("found:    no such file", Assert.Throws<FindingsException>(() => Comparisons.Read("nowhere/judged.csv")).Findings[0].ToString(), StringComparison.Ordinal);

    private string Written(string text)
    {
        var path = Path.Combine(folder, "judged.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
