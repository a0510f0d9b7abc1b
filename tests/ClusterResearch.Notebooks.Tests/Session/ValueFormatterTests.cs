using ClusterResearch.Notebooks.Session;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Tests.Session;

public sealed class ValueFormatterTests
{
    private static string Text(object? value) => ValueFormatter.Format(value)!["text/plain"];

    [Fact]
    public void Null_shows_nothing() => Assert.Null(ValueFormatter.Format(null));

    [Fact]
    public void A_rich_value_gives_all_its_representations()
    {
        var data = ValueFormatter.Format(Reading.Of($"Rank **{1}**"))!;
        Assert.Equal([MimeType.Markdown, MimeType.Text], data.Keys);
        Assert.Equal("Rank **1**", data[MimeType.Markdown]);
    }

    [Fact]
    public void Sequences_show_their_first_twenty_items()
    {
        Assert.Equal(
            "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … 5 more]",
            Text(Enumerable.Range(0, 25).ToArray())
        );
        Assert.EndsWith("19, …]", Text(Endless()), StringComparison.Ordinal);
        Assert.Equal("[]", Text(Array.Empty<int>()));

        static IEnumerable<int> Endless()
        {
            for (var i = 0; ; i++)
            {
                yield return i;
            }
        }
    }

    [Fact]
    public void Dictionaries_show_keys_and_values() =>
        Assert.Equal(
            "{a: 1.5, b: null}",
            Text(new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = null })
        );

    [Fact]
    public void A_list_that_holds_itself_ends()
    {
        var list = new List<object>();
        list.Add(list);
        Assert.Equal("[[[[[[…]]]]]]", Text(list));
    }

    [Fact]
    public void The_attribute_convention_works_by_name_and_through_bases()
    {
        var data = ValueFormatter.Format(new Derived())!;
        Assert.Equal("<b>Derived</b>", data["text/html"]);
        Assert.Equal("plain", data["text/plain"]);
        Assert.Equal(2, data.Count);
    }

    /// <summary>The name is what counts.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type source) : Attribute
    {
        public Type FormatterSourceType => source;
    }

    [TypeFormatterSource(typeof(Source))]
    private class Base
    {
        public override string ToString() => "plain";
    }

    private sealed class Derived : Base;

    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() =>
            [new Formatter("text/html", true), new Formatter("text/csv", false)];
    }

    private sealed class Formatter(string mimeType, bool formats)
    {
        public string MimeType => mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write($"<b>{value.GetType().Name}</b>");
            return formats;
        }
    }
}
