using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Tests.Publishing;

/// <summary>A site with everything that pages must bear: Chinese, formulas, wide and long tables, charts, hostile names.</summary>
public static class SampleSite
{
    public const string Script = "<script>alert(1)</script>";
    public const string Image = "\"><img src=x onerror=alert(2)>";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Cities =
        ["郑州 Zhengzhou", "洛阳 Luoyang", "新乡 Xinxiang", "周口 Zhoukou", "商丘 Shangqiu", "许昌 Xuchang", Script, Image];

    public static SiteInput Site(bool singleFile = false) =>
        new(
            "City clusters and local government",
            "How far does the performance of local government explain where industries gather? Figures for the cities of Henan, 2000–2023.",
            [First, Second],
            new("3f2c9a1d5e", "clean", [(".NET SDK", "10.0.100"), ("ClusterResearch", "0.1.0"), ("Plotly.NET", "6.0.0"), ("plotly.js", "2.28.0")]),
            singleFile
        );

    public static PublishedNotebook First { get; } = Published(Overview);

    public static PublishedNotebook Second { get; } = Published(Weights);

    public static PublishedNotebook Published(Notebook notebook) =>
        new(
            notebook,
            $"{{\"cells\":[],\"metadata\":{{\"title\":\"{notebook.Id}\"}},\"nbformat\":4,\"nbformat_minor\":5}}",
            [
                new("data/henan/panel.csv", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") { Content = "city,year\n新乡,2023\n"u8.ToArray() },
                new("data/henan/breaks.csv", "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"),
            ]
        );

    public static Cell Prose(string id, string markdown) => new(id, CellKind.Markdown, markdown);

    public static Cell Code(string id, string code, params CellOutput[] outputs) =>
        new(id, CellKind.Code, code) { Outputs = [.. outputs] };

    public static CellOutput Display(params (string Type, string Content)[] bundle) =>
        new CellOutput.Display(bundle.ToImmutableSortedDictionary(b => b.Type, b => b.Content, StringComparer.Ordinal), true);

    public static CellOutput Shown(IRichOutput value) => Display([.. value.MimeTypes.Select(m => (m, value.Render(m)))]);

    public static CellOutput Figure(string title, string note, string alt, object data, object layout, Table table, int height = 420)
    {
        var plot = JsonSerializer.Serialize(new { data, layout }, Relaxed);
        var json = $$"""
            {"title":{{Text(title)}},"note":{{Text(note)}},"alt":{{Text(alt)}},"height":{{height}},"plot":{{plot}},"table":{{TableJson.Write(table)}}}
            """;
        return Display((MimeType.Figure, json), (MimeType.Plotly, plot), (MimeType.Html, "<p>not used</p>"), (MimeType.Text, alt));
    }

    private static string Text(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static Notebook Overview =>
        new(
            "05-1-data",
            "notebooks/05-1-data.ipynb",
            [
                Prose("title", OverviewText),
                Code("setup", "#!import \"setup.csx\"\n// The study is a folder of files.\nvar study = Study.Open(\"data/henan\");\nrecord Weight(string City, double Value);\nforeach (var city in study.Cities.Where(c => c.Code > 4101_00))\n    Console.WriteLine($\"{city.Name,-12} {city.Gdp:F1}\");", new CellOutput.Text("stdout", "郑州          13617.8\n洛阳           5481.6\n")),
                Prose("rank", "## Ranking 排名\n\nThe ranking of the cities in 2023, with one stacked bar for each dimension of the index."),
                Code("bars", "Charts.Ranking(result, year: 2023)", Bars()),
                Code("reading", "Reading.Of($\"**{best}** leads with {score:F3}.\")", Shown(Reading.Of($"**{"郑州"}** leads the ranking with a score of {0.713:F3}; {Script} comes last, $5 and $6 apart."))),
                Prose("lines", "## Over the years\n\nBreaks in the definition are marked by a vertical line.[^1] See also [the weights](05-2-weights.ipynb#entropy-weights) and [a file](../data/secret.csv).\n\n[^1]: After the census of 2020 the resident population was revised."),
                Code("trend", "Charts.Lines(result)", Lines()),
                Prose("table", "### All indicators\n\nA wide table: it scrolls inside itself."),
                Code("wide", "result.ToTable()", Shown(Wide())),
                Prose("more", "### Coverage\n\nEvery cell of the heat map says how many of the figures are there."),
                Code("heat", "Charts.Coverage(panel)", Heat()),
            ]
        );

    private static Notebook Weights =>
        new(
            "05-2-weights",
            "notebooks/05-2-weights.ipynb",
            [
                Prose("title", WeightsText),
                Code("sunburst", "Charts.WeightTree(weights)", Sunburst()),
                Prose("h", "## A long table\n\nMore than twenty rows can be filtered."),
                Code("long", "weights.ToTable()", Shown(Long())),
                Code("own", "display(HTML(\"<b>mine</b>\"))", Display((MimeType.Html, "<p id=\"mine\">An author's <b>own</b> HTML.</p>"), (MimeType.Text, "HTML"))),
                Code("plain", "new { City = \"<b>\" }", Display((MimeType.Text, "{ City = <b> }"))),
                Code("radar", "Charts.Radar(result)", Radar()),
            ]
        );

    private static string OverviewText =>
        """
        # 05-1 Data and indicators

        What is measured, from where, and how complete is it? 本章介绍指标与数据来源：河南省十七个地级市，二〇〇〇年至二〇二三年。This page shows where every figure comes from.

        ## Questions

        - Which cities lead, and by how much?
        - Are the *differences* larger than the uncertainty of the weights $w_j$?
        - Do raw tags stay text? <script>alert('prose')</script> <b>bold</b>, H<sub>2</sub>O

        | variable | unit | 名称 |
        |---|---:|---|
        | GDP per head | CNY | 人均地区生产总值 |
        | Patents granted | per 10 000 | 每万人专利授权量 |

        ## Equation

        With $x_{ij}$ the value of indicator $j$ in city $i$, the normalised value is

        $$ z_{ij} = \frac{x_{ij} - \min_{i} x_{ij}}{\max_{i} x_{ij} - \min_{i} x_{ij}}, \qquad z_{ij} \in [0, 1] $$

        and the score is a weighted mean,

        $$ S_i = \sum_{j=1}^{k} w_j z_{ij} \quad\text{with}\quad \sum_{j=1}^{k} w_j = 1, \; w_j \ge 0. \tag{5.1} $$
        """;

    private static string WeightsText =>
        """
        # 05-2 Normalisation and weights

        How do raw figures become comparable, and which indicators carry the index?

        ## Entropy weights

        $$
        \begin{aligned}
        p_{ij} &= \frac{z_{ij}}{\sum_{i=1}^{n} z_{ij}}, \\
        e_j &= -\frac{1}{\ln n} \sum_{i=1}^{n} p_{ij} \ln p_{ij}, \\
        w_j &= \frac{1 - e_j}{\sum_{l=1}^{k} (1 - e_l)}
        \end{aligned}
        $$

        A distance with a root, cases and a matrix: $\hat{\beta} = (\mathbf{X}^\top \mathbf{X})^{-1} \mathbf{X}^\top \mathbf{y}$,

        $$ f(x) = \begin{cases} x^2 & \text{if } x \ge 0, \\ -\sqrt[3]{|x|} & \text{otherwise} \end{cases} \qquad A = \begin{pmatrix} a_{11} & a_{12} \\ a_{21} & a_{22} \end{pmatrix} \qquad \left( \int_0^\infty e^{-t^2}\,dt \right)^2 = \frac{\pi}{4} $$
        """;

    private static Table Scores() =>
        new(
            "Scores of the cities in 2023, by dimension",
            [Column.Text("city", "City"), Column.Number("score", "Score", 3), Column.Number("gdp", "GDP per head", 0, "CNY/person")],
            Cities.Select((c, i) => new object?[] { c, 0.7126 - i * 0.0731, i == 5 ? null : 104_512.4 - 9_871 * i }),
            ["Min-max normalisation, entropy weights; Xuchang has no figure for 2023.", $"A city may be called {Script}."]
        );

    private static CellOutput Bars()
    {
        var dimensions = new[] { "Economy", "Innovation", "Services", "Environment" };
        var colours = new[] { "#0072B2", "#E69F00", "#009E73", "#CC79A7" };
        var data = dimensions.Select((d, i) => new
        {
            type = "bar", orientation = "h", name = d, y = Cities, x = Cities.Select((_, c) => 0.2 - 0.02 * c + 0.01 * i).ToArray(),
            marker = new { color = colours[i] },
        });
        var layout = new
        {
            barmode = "stack",
            title = new { text = "Scores by dimension" },
            xaxis = new { title = new { text = "Score (0–1)" }, gridcolor = "#eeeeee" },
            yaxis = new { autorange = "reversed", title = new { text = "City" } },
        };
        return Figure("Scores by dimension", "Equal aggregation; the length of a bar is the score.", "Bars: Zhengzhou leads with 0.71, the last city has 0.20.", data, layout, Scores());
    }

    private static CellOutput Lines()
    {
        var years = Enumerable.Range(2000, 24).ToArray();
        var data = Cities.Take(4).Select((c, i) => new
        {
            type = "scatter", mode = "lines+markers", name = c, x = years, y = years.Select(y => 0.2 + 0.015 * (y - 2000) + 0.05 * i * Math.Sin(y)).ToArray(),
            line = new { color = i == 3 ? "#333333" : null as string },
        });
        var layout = new
        {
            xaxis = new { title = new { text = "Year" } },
            yaxis = new { title = new { text = "Score (0–1)" } },
            shapes = new[] { new { type = "line", x0 = 2020, x1 = 2020, y0 = 0, y1 = 1, yref = "paper", line = new { color = "#888888", dash = "dot" } } },
            annotations = new[] { new { x = 2020, y = 1, yref = "paper", text = "Census", showarrow = false, xanchor = "right", font = new { color = "#444444" } } },
        };
        return Figure("Scores over the years", "Vertical line: change of definition.", "Lines: all four cities rise.", data, layout, Scores());
    }

    private static CellOutput Heat()
    {
        var data = new object[]
        {
            new
            {
                type = "heatmap", x = new[] { "GDP", "Patents", "Beds", "Roads", "Green" }, y = Cities, colorscale = "Cividis",
                z = Cities.Select((_, i) => Enumerable.Range(0, 5).Select(j => (i * 7 + j * 3) % 11 / 10.0).ToArray()).ToArray(),
                colorbar = new { title = new { text = "Share" } }, xgap = 2, ygap = 2,
            },
        };
        return Figure("Coverage of the figures", "", "Heat map of coverage.", data, new { yaxis = new { autorange = "reversed" } }, Scores());
    }

    private static CellOutput Sunburst()
    {
        var data = new object[]
        {
            new
            {
                type = "sunburst", branchvalues = "total",
                labels = new[] { "Index", "Economy 经济", "Innovation 创新", "GDP", "Wages", "Patents", "R&D" },
                parents = new[] { "", "Index", "Index", "Economy 经济", "Economy 经济", "Innovation 创新", "Innovation 创新" },
                values = new[] { 1, 0.6, 0.4, 0.35, 0.25, 0.3, 0.1 },
                marker = new { line = new { color = "#ffffff", width = 1 } },
            },
        };
        return Figure("Tree of weights", "Areas are weights.", "Sunburst: economy has 0.6, innovation 0.4.", data, new { margin = new { t = 10, b = 10, l = 10, r = 10 } }, Scores());
    }

    private static CellOutput Radar()
    {
        var data = new object[]
        {
            new { type = "scatterpolar", fill = "toself", name = "新乡", theta = new[] { "Economy", "Innovation", "Services", "Green", "Economy" }, r = new[] { 0.5, 0.3, 0.6, 0.7, 0.5 } },
        };
        return Figure("Profile of Xinxiang", "", "Radar with four axes.", data, new { polar = new { radialaxis = new { range = new[] { 0, 1 } } } }, Scores());
    }

    private static Table Wide() =>
        new(
            "All indicators of the cities in 2023",
            [Column.Text("city", "City"), .. Enumerable.Range(1, 14).Select(i => Column.Number($"i{i}", $"Indicator {i} 指标", 2, "CNY/person"))],
            Cities.Select((c, r) => new object?[] { c }.Concat(Enumerable.Range(1, 14).Select(i => (object?)((i * 1234.567 - r * 350.1) * (i % 3 == 0 ? -1 : 1)))).ToArray())
        );

    private static Table Long() =>
        new(
            "Weights under every method",
            [Column.Text("city", "Indicator"), Column.Text("formula", "Formula"), Column.Number("w", "Weight", 4)],
            Enumerable.Range(1, 32).Select(i => new object?[] { $"Indicator {i} 指标", i == 3 ? "=cmd|' /C calc'!A0" : $"x{i} / population", i == 7 ? null : 1.0 / (i + 3) }),
            ["Weights sum to one."]
        );
}
