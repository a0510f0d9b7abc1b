using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ClusterResearch.Charts.Drawing;
using ClusterResearch.Data;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch.Charts;

/// <summary>Who passed whom: ranks over years.</summary>
public static class RankFlow
{
    private const int RowHeight = 24;

    /// <summary>With more cities than this only the lifted-out ones are named.</summary>
    private const int MostNames = 40;

    /// <summary>One line per city, rank 1 on top; names at both ends.</summary>
    /// <param name="result">The index.</param>
    /// <param name="highlight">The cities to lift out, and their colours.</param>
    /// <param name="code">The node; null for the goal.</param>
    /// <param name="cities">Keys of the cities to lift out; null for those of <paramref name="highlight"/>.</param>
    /// <param name="language">Language of names.</param>
    /// <exception cref="KeyNotFoundException">No such city.</exception>
    public static Figure Of(IndexResult result, Highlight highlight, string? code = null, IReadOnlyList<string>? cities = null, Language language = Language.English)
    {
        var node = result.Tree[code ?? result.Tree.Goal.Code];
        var chosen = ScoreLines.Chosen(result, highlight, cities);
        var flow = new Flow(result, node, chosen, highlight, language);
        var title = Words.Titled(language.Say($"Ranks: {node.Name(language)}", $"{node.Name(language)}的位次"), result.Period.ToString(), language);
        return new(new(title, ChartNotes.Of(result, null, language), flow.Describe()), flow.Table(title), flow.Data(), flow.Layout());
    }

    private sealed class Flow(IndexResult result, IndexNode node, ImmutableArray<string> chosen, Highlight highlight, Language language)
    {
        private ImmutableArray<int> Years { get; } = [.. Enumerable.Range(result.Period.First, result.Period.Count)];

        private double Rank(City city, int year) => result.Rank(city.Key, year, node.Code) ?? double.NaN;

        public JsonArray Data()
        {
            var others = result.Cities.Where(c => !chosen.Contains(c.Key)).Select(c => Line(c, null));
            var lifted = chosen.Reverse().Select(c => Line(Names.City(result, c), highlight.Style(c, chosen)));
            return PlotJson.Objects([.. others, .. lifted, Theme.RightAxisHolder(Years[^1])]);
        }

        private JsonObject Line(City city, CityStyle? style) =>
            new()
            {
                ["type"] = "scatter", ["mode"] = style is null ? "lines" : "lines+markers", ["name"] = PlotText.Escape(city.Name(language)), ["showlegend"] = false,
                ["x"] = PlotJson.Numbers(Years), ["y"] = PlotJson.Numbers(Years.Select(y => Rank(city, y))),
                ["customdata"] = new JsonArray([.. Years.Select(y => (JsonNode)PlotJson.Numbers([Rank(city, y), result.Score(city.Key, y, node.Code)]))]),
                ["line"] = new JsonObject { ["color"] = style?.Color ?? Palette.Grey, ["width"] = style?.Width ?? 0.9 },
                ["marker"] = new JsonObject { ["symbol"] = style?.Symbol ?? "circle", ["size"] = 8 },
                ["hovertemplate"] = "<b>%{fullData.name}</b><br>%{x}: "
                    + language.Say("rank %{customdata[0]}, score %{customdata[1]:.3f}", "第%{customdata[0]}位，得分%{customdata[1]:.3f}") + "<extra></extra>",
            };

        public JsonObject Layout()
        {
            var layout = Theme.Layout(70 + RowHeight * Math.Min(result.Cities.Length, MostNames));
            layout["xaxis"] = Theme.Years(language.Say("Year", "年份"), Years[0], Years[^1]);
            layout["xaxis"]!["range"] = PlotJson.Numbers([Years[0] - 0.2, Years[^1] + 0.2]);
            layout["yaxis"] = Ends(Years[0], language.Say("Rank (1 = best)", "位次（1为最高）"));
            layout["yaxis2"] = Ends(Years[^1], null);
            layout["yaxis2"]!["overlaying"] = "y";
            layout["yaxis2"]!["side"] = "right";
            return layout;
        }

        /// <summary>Rank and name of the cities at one end; ties side by side on the scale.</summary>
        private JsonObject Ends(int year, string? title)
        {
            var all = result.Cities.Length <= MostNames;
            var named = result.Cities.Where(c => (all || chosen.Contains(c.Key)) && double.IsFinite(Rank(c, year))).OrderBy(c => Rank(c, year)).ToArray();
            var gap = Math.Max(1.0, result.Cities.Length / (double)MostNames) * 0.9;
            var places = SpreadLabels.Of([.. named.Select(c => Rank(c, year))], gap, 1, result.Cities.Length);
            var axis = Theme.Labels(places, named.Select(c => Label(c, year)), title);
            axis["range"] = PlotJson.Numbers([result.Cities.Length + 0.6, 0.4]);
            return axis;
        }

        private string Label(City city, int year)
        {
            var text = $"{Rank(city, year).ToString("0.#", Invariant)} {PlotText.Escape(city.Name(language))}";
            return highlight.Style(city.Key) is { } style ? PlotText.Signed(text, style) : text;
        }

        public Table Table(string title) =>
            new(
                title,
                [Column.Text("city", language.Say("City", "城市")), .. Years.Select(y => Column.Number(string.Create(Invariant, $"y{y}"), y.ToString(Invariant), 0))],
                result.Cities.OrderBy(c => result.Rank(c.Key, Years[^1], node.Code) ?? double.MaxValue)
                    .Select(c => (object?[])[c.Name(language), .. Years.Select(y => (object?)Rank(c, y))]),
                result.Notes
            ) { Methods = result.Methods };

        public string Describe()
        {
            var (first, last) = (Years[0].ToString(Invariant), Years[^1].ToString(Invariant));
            string Way(City city) => $"{city.Name(language)} {Words.Print(Rank(city, Years[0]), 0)} → {Words.Print(Rank(city, Years[^1]), 0)}";
            var ways = string.Join(language.Say(", ", "，"), chosen.Select(c => Way(Names.City(result, c))));
            var best = string.Join(language.Say(", ", "，"), result.Cities.Where(c => Rank(c, Years[^1]) == 1).Select(c => c.Name(language)));
            var count = result.Cities.Length.ToString(Invariant);
            return language.Say(
                $"Lines of the ranks of {count} cities. From {first} to {last}: {ways}. First in {last}: {best}.",
                $"{count}个城市的位次折线图。{first}年至{last}年：{ways}。{last}年第一位：{best}。");
        }
    }
}
