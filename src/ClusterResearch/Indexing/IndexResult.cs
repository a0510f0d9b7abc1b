using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Numerics;
using ClusterResearch.Rendering;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing;

/// <summary>An index computed: scores and ranks of every node for every city and year, and all that led to them.</summary>
/// <remarks>Scores of n cities over T years for the goal, the dimensions and the k indicators: pure numbers on the scale of the
/// normalisation. Indicators in their own units are in <see cref="Indicators"/>. NaN is missing; nothing is filled in unless the recipe has an
/// imputation, and then it is marked.
/// How they are computed: <see cref="IndexRecipe.Build"/>.</remarks>
public sealed class IndexResult
{
    private readonly ScoreTable scores;
    private readonly double[][] ranks;

    internal IndexResult(IndexRecipe recipe, NormalisedIndicators normalised, WeightSet weights)
    {
        (Recipe, Normalised, Weights) = (recipe, normalised, weights);
        scores = new ScoreTable(normalised, weights, recipe.Aggregation, recipe.Missing.RequiredShare);
        ranks = [.. Tree.Nodes.Select((_, n) => RanksPerYear(scores[n].Span))];
    }

    /// <summary>The choices it was computed by.</summary>
    public IndexRecipe Recipe { get; }

    /// <summary>Tree and figures as they came in.</summary>
    public IndexDesign Design => Measured.Design;

    /// <summary>The index system, without what a screening dropped.</summary>
    public IndexTree Tree => Indicators.Design.Tree;

    /// <summary>The indicators in their own units as they went into normalisation, after division, screening, filling and treatment.</summary>
    public IndicatorTable Indicators => Normalised.Indicators;

    /// <summary>The indicators as they were measured.</summary>
    public IndicatorTable Measured => Indicators.Measured;

    /// <summary>The indicators after normalisation.</summary>
    public NormalisedIndicators Normalised { get; }

    /// <summary>The weights.</summary>
    public WeightSet Weights { get; }

    /// <summary>The n cities.</summary>
    public ImmutableArray<City> Cities => Indicators.Cities;

    /// <summary>The T years.</summary>
    public Period Period => Indicators.Period;

    /// <summary>The score of a node; NaN where missing. Without a code: of the goal.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public double Score(string city, int year, string? code = null) => Scores(code).Span[Indicators.Row(city, year)];

    /// <summary>The scores of a node, city by city, year by year within a city: n·T values, NaN where missing. Without a code: of the goal.</summary>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public ReadOnlyMemory<double> Scores(string? code = null) => scores[Tree.IndexOf(code ?? Tree.Goal.Code)];

    /// <summary>The rank of a city among all cities of the year, 1 = best; null where it has no score.</summary>
    /// <remarks>Scores are ranked unrounded; those equal at 12 significant digits tie by the recipe's rule. Cities without a score
    /// take no place, so ranks of years with different gaps are out of different numbers.</remarks>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public double? Rank(string city, int year, string? code = null)
    {
        var rank = ranks[Tree.IndexOf(code ?? Tree.Goal.Code)][Indicators.Row(city, year)];
        return double.IsNaN(rank) ? null : rank;
    }

    /// <summary>The median of the cities' scores of a node in a year, over those that have one. Without a code: of the goal.</summary>
    /// <remarks>For an even number of cities the mean of the two in the middle; NaN if no city has a score.</remarks>
    /// <exception cref="KeyNotFoundException">No such year.</exception>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public double Median(int year, string? code = null) =>
        Moments.Median([.. Cities.Select(c => Score(c.Key, year, code)).Where(s => !double.IsNaN(s))]);

    /// <summary>How much each of the given nodes adds to the goal's score of a city-year.</summary>
    /// <remarks>
    /// Arithmetic mean: g_j·S_j, with g_j the node's weight in the goal after renormalising over what is present; they sum to
    /// the goal's score over any set of nodes that covers the tree. Other methods do not add up: under a node with such a method
    /// the parts are the same products scaled so that they sum to the node's own part, which a table's note must say. Missing
    /// nodes contribute 0.
    /// </remarks>
    /// <param name="city">The key of the city.</param>
    /// <param name="year">The year.</param>
    /// <param name="codes">The nodes.</param>
    /// <returns>One number per code, in the order of the codes, on the scale of the scores.</returns>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public ImmutableArray<double> Contributions(string city, int year, IEnumerable<string> codes)
    {
        var parts = scores.Contributions(Indicators.Row(city, year));
        return [.. codes.Select(c => parts[Tree.IndexOf(c)])];
    }

    /// <summary>City-years in which a node's score rests on a part of its children.</summary>
    public ImmutableArray<Reweighting> Reweightings =>
        [.. scores.Reweighted.Select(r =>
        {
            var (city, year) = Indicators.At(r.Row);
            return new Reweighting(Tree.Nodes[r.Node], city, year, r.Present);
        })];

    /// <summary>Goes down from a score to the figures it was made of: file, line, value.</summary>
    public Explanation Explain(string city, int year) => Explanation.Of(this, EffectiveWeights(Indicators.Row(city, year)), scores.AddsUp, city, year);

    /// <summary>The weight of each node of the tree in the goal in one row, after renormalising over what is present; 0 where missing.</summary>
    internal double[] EffectiveWeights(int row) => scores.EffectiveWeights(row);

    /// <summary>The cards of all methods in the order of the steps, each with what it did to this data.</summary>
    public ImmutableArray<MethodCard> Cards => [.. Indicators.Cards, Recipe.Missing.Card with { Did = MissingDid() }, Normalised.Card, Weights.Card, AggregationCard];

    /// <summary>The same for a table that shows scores: <see cref="Table.Methods"/>.</summary>
    public ImmutableArray<string> Methods => [.. Cards.Select(c => c.Render(MimeType.Markdown))];

    /// <summary>The card of the aggregation, with what it did to this data.</summary>
    public MethodCard AggregationCard => Recipe.Aggregation.Card with { Did = scores.Did };

    /// <summary>The ranking of a year: rank, city, score of the goal and of the given nodes.</summary>
    /// <param name="year">The year.</param>
    /// <param name="codes">Nodes to show beside the goal; by default the nodes directly under it.</param>
    /// <param name="language">Language of title, headers and names; notes are in English.</param>
    public Table ToTable(int year, IEnumerable<string>? codes = null, Language language = Language.English)
    {
        var nodes = (codes ?? Tree.Children(Tree.Goal.Code).Select(n => n.Code)).Prepend(Tree.Goal.Code).Select(c => Tree[c]).ToArray();
        var order = Cities.OrderBy(c => Rank(c.Key, year) ?? double.MaxValue);
        return new(
            language.Say(string.Create(Invariant, $"{Tree.Goal.NameEn}, {year}"), string.Create(Invariant, $"{Tree.Goal.NameZh}，{year}年")),
            [Column.Number("rank", language.Say("Rank", "排名"), 0), Column.Text("city", language.Say("City", "城市")), .. nodes.Select(n => Column.Number(n.Code, n.Name(language), 3))],
            order.Select(c => (object?[])[Rank(c.Key, year), c.Name(language), .. nodes.Select(n => (object?)Score(c.Key, year, n.Code))]),
            Notes
        ) { Methods = Methods };
    }

    /// <summary>What a reader must know of every number in this result.</summary>
    public ImmutableArray<string> Notes
    {
        get
        {
            var notes = new List<string>
            {
                $"{Recipe}.",
                string.Create(Invariant, $"{Cities.Length} cities, {Period}, {Tree.Indicators.Length} indicators from {Design.Panel.File.Name}."),
            };
            notes.AddRange(Indicators.Cards.Select(c => $"{c.Name}: {c.Did[0]}."));
            notes.AddRange(MissingDid().Select(d => $"Figures are missing in places: {d}."));
            if (scores.Did.Length > 0)
            {
                notes.Add($"Aggregation on this data: {string.Join("; ", scores.Did)}.");
            }
            notes.AddRange(Indicators.Notes);
            return [.. notes];
        }
    }

    private ImmutableArray<string> MissingDid()
    {
        var dropped = scores.Reweighted.Count(r => double.IsNaN(scores[r.Node].Span[r.Row]));
        return scores.Reweighted.IsEmpty ? [] : [string.Create(Invariant, $"{scores.Reweighted.Length - dropped} scores rest on a part of their children, {dropped} are missing themselves")];
    }

    private double[] RanksPerYear(ReadOnlySpan<double> values)
    {
        var (n, years) = (Cities.Length, Period.Count);
        var result = new double[values.Length];
        var one = new double[n];
        for (var t = 0; t < years; t++)
        {
            for (var c = 0; c < n; c++)
            {
                one[c] = values[c * years + t];
            }
            var ranked = Ranking.Of(one, Recipe.Ties, ascending: false);
            for (var c = 0; c < n; c++)
            {
                result[c * years + t] = ranked[c];
            }
        }
        return result;
    }
}

/// <summary>A score that rests on a part of its children because figures are missing.</summary>
/// <param name="Node">The node whose score it is.</param>
/// <param name="City">The city.</param>
/// <param name="Year">The year.</param>
/// <param name="PresentWeight">The share of the children's weight that is present; below the recipe's minimum the score is missing.</param>
public sealed record Reweighting(IndexNode Node, City City, int Year, double PresentWeight);
