using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>The figures of one frame of cities and one period, with or without one indicator: many specifications share them.</summary>
internal sealed class MultiverseWorld
{
    private readonly MultiverseFigures figures;
    private readonly string? leftOut;

    private MultiverseWorld(MultiverseFigures figures, string? leftOut) => (this.figures, this.leftOut) = (figures, leftOut);

    private IndexResult Index => figures.Index;

    /// <summary>One world per frame, period and indicator left out.</summary>
    public static MultiverseWorld[] All(IndexResult index, MultiverseChoices choices) =>
        [
            .. from frame in choices.Frames
               from period in choices.Periods
               let figures = new MultiverseFigures(index, choices, frame, period)
               from leftOut in choices.LeaveOneOut ? index.Tree.Indicators.Select(n => (string?)n.Code).Prepend(null) : [null]
               select new MultiverseWorld(figures, leftOut),
        ];

    /// <summary>The specifications of this world, in the order of the choices; null where one is excluded or refused.</summary>
    public Specification?[] Specifications(MultiverseChoices choices, int year, ImmutableArray<City> cities, Action<string> exclude)
    {
        var found = new Specification?[choices.Normalisations.Length * choices.Weightings.Length * choices.Aggregations.Length];
        var places = cities.Select((c, i) => (c.Key, i)).ToImmutableDictionary(c => c.Key, c => c.i);
        var weights = new WeightSet?[choices.Weightings.Length];
        var at = 0;
        for (var s = 0; s < choices.Normalisations.Length; s++)
        {
            var (scale, normalisation) = choices.Normalisations[s];
            var normalised = Try(() => figures.Normalised(s, leftOut), out var refused);
            var last = normalised?.OfYear(year);
            for (var w = 0; w < choices.Weightings.Length; w++)
            {
                var (label, weighting) = choices.Weightings[w];
                var set = normalised is null ? null : !weighting.ReadsNormalised && weights[w] is { } known ? known : weights[w] = Try(() => weighting.Weigh(normalised), out refused);
                foreach (var (mean, aggregation) in choices.Aggregations)
                {
                    var here = at++;
                    if (choices.Rules.FirstOrDefault(r => r.Applies(normalisation, weighting, aggregation)) is { } rule)
                    {
                        exclude(rule.Reason);
                    }
                    else if (set is null)
                    {
                        exclude(refused ?? "refused");
                    }
                    else if (Try(() => Goal(IsMean(aggregation) ? last! : normalised!, set, aggregation, year, cities), out var reason) is { } scores)
                    {
                        found[here] = new([("normalisation", scale), ("weights", label), ("aggregation", mean), ("cities", figures.Frame), ("years", figures.Years), ("left out", leftOut ?? "nothing")],
                            places, Ranking.Of(scores, Index.Recipe.Ties, ascending: false), scores);
                    }
                    else
                    {
                        exclude(reason!);
                    }
                }
            }
        }
        return found;
    }

    /// <summary>Whether a score rests on its own city-year alone, so that one year is enough.</summary>
    private bool IsMean(Aggregation aggregation) => Index.Tree.Nodes.All(n => aggregation.For(Index.Tree, n.Code) is WeightedMean);

    /// <summary>The goal's scores of the cities in the year.</summary>
    private double[] Goal(NormalisedIndicators data, WeightSet weights, Aggregation aggregation, int year, ImmutableArray<City> cities)
    {
        var findings = new List<Finding>();
        aggregation.Check(data.Indicators.Design.Tree, data.Indicators.Period, findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        var goal = new ScoreTable(data, weights, aggregation, Index.Recipe.Missing.RequiredShare)[0].Span;
        var scores = new double[cities.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = goal[data.Indicators.Row(cities[c].Key, year)];
        }
        return scores;
    }

    private static T? Try<T>(Func<T> step, out string? reason)
        where T : class
    {
        try
        {
            reason = null;
            return step();
        }
        catch (FindingsException refusal)
        {
            reason = Reason(refusal);
            return null;
        }
    }

    private static string Reason(FindingsException refusal) => $"refused: {refusal.Findings[0].Found}";}
