using System.Reflection;
using System.Text;

namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>The files that pages share: they are part of the assembly, plotly.js is part of Plotly.NET's.</summary>
internal static class SiteAssets
{
    private const string Folder = "ClusterResearch.Notebooks.Publishing.Assets.";

    /// <summary>The parts of the script in the order they run.</summary>
    private static readonly string[] Parts = ["theme.js", "folding.js", "contents.js", "tables.js", "charts.js", "search.js"];

    private static readonly Lazy<byte[]> PlotlyFile = new(() => PlotlyResource(".min.js"));
    private static readonly Lazy<string> PlotlyText = new(() => Encoding.UTF8.GetString(PlotlyFile.Value));

    public static string ReportScript => string.Concat(Parts.Select(Text));

    public static string Plotly => PlotlyText.Value;

    public static byte[] PlotlyBytes => PlotlyFile.Value;

    public static byte[] PlotlyLicence => PlotlyResource(".min.js.LICENSE.txt");

    /// <summary>The text of one of our own files.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Only the resource is read: none of that assembly's types is loaded.</summary>
    private static byte[] PlotlyResource(string ending)
    {
        var assembly = Assembly.Load("Plotly.NET");
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(ending, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
