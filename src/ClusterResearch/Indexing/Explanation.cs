using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing;

/// <summary>One score taken apart, down to the figures of the yearbooks: every number with file and line.</summary>
/// <remarks>Rows follow the tree. An indicator's figures are those of its formula in that year; functions over other
/// years or cities (lag, growth, mean, sd, share, lq, sum) also read those.</remarks>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Text])]
public sealed class Explanation : IRichOutput
{
    private readonly IndexResult result;

    private Explanation(IndexResult result, City city, int year, ImmutableArray<ExplainedNode> nodes) =>
        (this.result, City, Year, Nodes) = (result, city, year, nodes);

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The goal, then everything below it, in the order of the tree.</summary>
    public ImmutableArray<ExplainedNode> Nodes { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => ToTable().MimeTypes;

    /// <inheritdoc/>
    public string Render(string mimeType) => ToTable().Render(mimeType);

    /// <inheritdoc/>
    public override string ToString() => ToTable().ToString();

    /// <summary>One row per node.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(
            language.Say(string.Create(Invariant, $"{City.NameEn} {Year}: from the score to the figures"), string.Create(Invariant, $"{City.NameZh}{Year}年：从得分到原始数据")),
            [
                Column.Text("code", language.Say("Code", "代码")),
                Column.Text("name", language.Say("Name", "名称")),
                Column.Number("score", language.Say("Score", "得分"), 3),
                Column.Number("weight", language.Say("Weight in the goal", "总权重"), 4),
                Column.Number("contribution", language.Say("Contribution", "贡献"), 4),
                Column.Number("value", language.Say("Value", "指标值"), 4),
                Column.Text("unit", language.Say("Unit", "单位")),
                Column.Text("formula", language.Say("Formula", "公式")),
                Column.Text("figures", language.Say("Figures", "原始数据")),
                .. Prepared(language),
            ],
            Nodes.Select(n =>
                (object?[])
                    [
                        n.Node.Code,
                        new string('\u2003', result.Tree.Depth(n.Node.Code)) + n.Node.Name(language),
                        n.Score,
                        n.Weight,
                        n.Contribution,
                        n.Value,
                        n.Node.Indicator?.Unit,
                        n.Node.Indicator?.Formula.Text,
                        n.Figures.IsEmpty ? null : string.Join("; ", n.Figures.Select(f => f.ToString())),
                        .. Prepared(language).Select(_ => n.Preparation.IsEmpty ? null : string.Join("; ", n.Preparation)),
                    ]
            ),
            ["Weights are those in force for this city and year, after renormalising over what is present.", .. result.Notes]
        ) { Methods = result.Methods };

    /// <summary>A column for what was done between figure and value, where anything was.</summary>
    private Column[] Prepared(Language language) => result.Indicators.Before is null ? [] : [Column.Text("preparation", language.Say("Preparation", "预处理"))];

    internal static Explanation Of(IndexResult result, double[] effective, Func<int, bool> addsUp, string city, int year)
    {
        var panel = result.Design.Panel;
        var nodes = result.Tree.Nodes.Select((node, i) => new ExplainedNode(
            node,
            result.Score(city, year, node.Code),
            effective[i],
            addsUp(i) ? effective[i] * result.Score(city, year, node.Code) : null,
            node.Indicator is null ? null : result.Indicators[node.Code, city, year],
            [.. (node.Indicator?.Formula.Variables ?? []).Select(v => Datum.Of(panel, v, city, year))]
        ) { Preparation = node.Indicator is null ? [] : result.Indicators.History(node.Code, city, year) });
        return new(result, result.Cities.First(c => c.Key == city), year, [.. nodes]);
    }
}

/// <summary>One node of an <see cref="Explanation"/>.</summary>
/// <param name="Node">The node.</param>
/// <param name="Score">Its score; NaN where missing.</param>
/// <param name="Weight">Its weight in the goal for this city and year; 0 where missing.</param>
/// <param name="Contribution">What it adds to the goal's score; null where a method on the way up does not add up.</param>
/// <param name="Value">For an indicator: its value in its own unit.</param>
/// <param name="Figures">For an indicator: the figures its formula names.</param>
public sealed record ExplainedNode(
    IndexNode Node,
    double Score,
    double Weight,
    double? Contribution,
    double? Value,
    ImmutableArray<Datum> Figures
)
{
    /// <summary>For an indicator: what preparations did to its value, in their order; empty where it stands as measured.</summary>
    public ImmutableArray<string> Preparation { get; init; } = [];
}

/// <summary>A figure as it stands in a file.</summary>
/// <param name="Variable">What it measures.</param>
/// <param name="Value">The figure; NaN where missing.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line.</param>
public sealed record Datum(Variable Variable, double Value, string File, int Line)
{
    /// <summary>Name, value, unit, file and line.</summary>
    public override string ToString() =>
        double.IsNaN(Value)
            ? string.Create(Invariant, $"{Variable.Name} missing ({File}:{Line})")
            : string.Create(Invariant, $"{Variable.Name} = {Value:R} {Variable.Unit} ({File}:{Line})");

    internal static Datum Of(Panel panel, string variable, string city, int year) =>
        new(panel.Variable(variable), panel[variable, city, year], panel.File.Name, panel.Line(city, year));
}
