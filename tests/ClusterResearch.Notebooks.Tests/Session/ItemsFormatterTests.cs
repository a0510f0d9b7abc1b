using ClusterResearch.Notebooks.Session;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Tests.Session;

public sealed class ItemsFormatterTests
{
    private sealed record City(string Name, int Year, double? Score);

    private static string Text(object value) => ValueFormatter.Format(value)![MimeType.Text];

    [Fact]
    public void Records_show_their_properties() =>
        Assert.Equal(
            "2 × City\nName      Year   Score\n--------  ----  ------\nXinxiang  2016  0.3125\n新乡      2017       –\n",
            Text(new[] { new City("Xinxiang", 2016, 0.3125), new City("新乡", 2017, null) })
        );

    [Fact]
    public void Tuples_and_nameless_types_do_so_too()
    {
        Assert.Equal("1 × rows\nItem1  Item2\n-----  -----\na      1\n", Text(new List<(string, int)> { ("a", 1) }));
        Assert.Equal("1 × rows\nA    B\n-  ---\n1  0.5\n", Text(new[] { new { A = 1, B = 0.5 } }));
    }

    [Fact]
    public void A_long_list_shows_twenty_rows_and_says_so()
    {
        var html = ValueFormatter.Format(Enumerable.Range(0, 100_000).Select(i => new City("<b>", i, i)).ToList())![MimeType.Html];
        Assert.Contains("100000 &#215; City", html, StringComparison.Ordinal);
        Assert.Contains("The first 20 of 100000 rows are shown.", html, StringComparison.Ordinal);
        Assert.Equal(21, html.Split("<tr>").Length - 1);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Dictionaries_show_keys_and_values()
    {
        var data = ValueFormatter.Format(new Dictionary<string, double> { ["a"] = 1, ["b"] = 2.5 })!;
        Assert.Contains("<caption>2 entries</caption>", data[MimeType.Html], StringComparison.Ordinal);
        Assert.Contains(">2.5</td>", data[MimeType.Html], StringComparison.Ordinal);
        Assert.Equal("{a: 1, b: 2.5}", data[MimeType.Text]);
    }

    [Fact]
    public void Two_dimensional_arrays_are_grids()
    {
        Assert.Equal("2 × 2 double\n0  1\n-  -\n1  2\n3  4\n", Text(new double[,] { { 1, 2 }, { 3, 4 } }));
        Assert.EndsWith("Note: The first 20 of 30 rows are shown.\nNote: 10 more columns are not shown.\n", Text(new int[30, 30]), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_values_stay_a_line_of_text()
    {
        Assert.Equal("[1, 2]", Text(new[] { 1, 2 }));
        Assert.Equal("[a, b]", Text(new[] { "a", "b" }));
        Assert.Equal("[[1], [2]]", Text(new[] { new[] { 1 }, [2] }));
        Assert.Equal("[1, null, a]", Text(new object?[] { 1, null, "a" }));
        Assert.Equal("{}", Text(new Dictionary<string, int>()));
    }

    [Fact]
    public void A_property_that_throws_does_not_hide_the_others() =>
        Assert.Contains("NotSupportedException", Text(new[] { new Broken() }), StringComparison.Ordinal);

    [Fact]
    public void Exceptions_show_type_and_message() => Assert.Equal("InvalidOperationException: wrong", Text(new InvalidOperationException("wrong")));

    private sealed class Broken
    {
        public string Good => "good";

        public string Bad => throw new NotSupportedException();
    }
}
