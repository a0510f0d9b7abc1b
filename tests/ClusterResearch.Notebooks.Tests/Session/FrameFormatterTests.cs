using ClusterResearch.Notebooks.Session;
using ClusterResearch.Rendering;
using Deedle;

namespace ClusterResearch.Notebooks.Tests.Session;

public sealed class FrameFormatterTests
{
    [Fact]
    public void A_frame_shows_size_types_and_first_rows()
    {
        var frame = Frame.FromColumns(new Dictionary<string, Series<string, double>>
        {
            ["GDP"] = new SeriesBuilder<string, double> { { "新乡", 1.5 }, { "Luoyang", 2 } }.Series,
            ["People"] = new SeriesBuilder<string, double> { { "新乡", 570 } }.Series,
        });

        Assert.Equal(
            "Frame: 2 rows × 2 columns\n         GDP (double)  People (double)\n-------  ------------  ---------------\n新乡              1.5              570\nLuoyang           2.0                –\n",
            ValueFormatter.Format(frame)![MimeType.Text]
        );
    }

    [Fact]
    public void A_large_frame_is_not_written_out()
    {
        var frame = Frame.FromRecords(Enumerable.Range(0, 100_000).Select(i => new { Index = i, Name = "city" }));

        var data = ValueFormatter.Format(frame)!;

        Assert.Contains("Frame: 100000 rows &#215; 2 columns", data[MimeType.Html], StringComparison.Ordinal);
        Assert.Contains("Name (string)", data[MimeType.Html], StringComparison.Ordinal);
        Assert.InRange(data.Values.Sum(v => v.Length), 500, 10_000);
    }

    [Fact]
    public void A_series_shows_keys_and_values() =>
        Assert.Equal("Series: 2 values\n   Value\n-  -----\na  1\nb  2\n", ValueFormatter.Format(new SeriesBuilder<string, int> { { "a", 1 }, { "b", 2 } }.Series)![MimeType.Text]);
}
