using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Tests.Rendering;

/// <summary>Other kernels find the formatters by name, so the names are the contract.</summary>
public sealed class RichFormatterSourceTests
{
    [Fact]
    public void Formatters_are_found_by_name_and_write_what_the_value_renders()
    {
        var table = new Table("t", [Column.Text("a", "A")], [["x"]]);
        var attribute = table.GetType().GetCustomAttributes(false).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        foreach (var formatter in formatters)
        {
            var mimeType = (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!;
            var writer = new StringWriter();
            Assert.True((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [table, writer])!);
            Assert.Equal(table.Render(mimeType), writer.ToString());
            Assert.False((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, ["no table", writer])!);
        }
        Assert.Equal(2, formatters.Count());
    }

    [Fact]
    public void A_value_that_does_not_render_to_a_type_is_left_to_others()
    {
        var html = new RichFormatterSource().CreateTypeFormatters().First();
        Assert.False((bool)html.GetType().GetMethod("Format")!.Invoke(html, [Reading.Of($"x"), new StringWriter()])!);
    }
}
