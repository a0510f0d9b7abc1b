using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>The figures of one frame of cities and one period, out of which many specifications are made; what they share is computed once.</summary>
internal sealed class MultiverseWorld
{
    private readonly IndexResult index;
    private readonly (string Label, CityFrame? Cities) frame;
    private readonly (string Label, Period? Period) period;
    private readonly string? leftOut;

    private MultiverseWorld(IndexResult index, (string, CityFrame?) frame, (string, Period?) period, string? leftOut) => (this.index, this.frame, this.period, this.leftOut) = (index, frame, period, leftOut);

    /// <summary>One world per frame, period and indicator left out.</summary>
    public static MultiverseWorld[] All(IndexResult index, MultiverseChoices choices) =>
        [
            .. from frame in choices.Frames
               from period in choices.Periods
               from leftOut in choices.LeaveOneOut ? index.Tree.Indicators.Select(n => (string?)n.Code).Prepend(null) : [null]
               select new MultiverseWorld(index, frame, period, leftOut),
        ];

    /// <summary>The specifications of this world, in the order of the choices; null where one is excluded or refused.</summary>
    public Specification?[] Specifications(MultiverseChoices choices, int year, ImmutableArray<City> cities, Action<string> exclude)
    {
        var recipe = index.Recipe with { Cities = frame.Cities ?? index.Recipe.Cities, Period = period.Period ?? index.Recipe.Period };
        var found = new Specification?[choices.Normalisations.Length * choices.Weightings.Length * choices.Aggregations.Length];
        IndicatorTable table;
        try
        {
            table = recipe.Prepare(IndicatorTable.Measure(index.Design, recipe.Cities, recipe.Period, emptyAllowed: recipe.Screening.IndicatorCoverage > 0));
            table = leftOut is null || table.Design.Tree.Find(leftOut) is null ? table : table.Without(leftOut);
        }
        catch (FindingsException refusal)
        {
            Each(found, _ => exclude(Reason(refusal)));
            return found;
        }
        var places = cities.Select((c, i) => (c.Key, i)).ToImmutableDictionary(c => c.Key, c => c.i);
        var weights = new WeightSet?[choices.Weightings.Length];
        var at = 0;
        foreach (var (scale, normalisation) in choices.Normalisations)
        {
            var normalised = Try(() => normalisation.Normalise(table), out var refused);
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
                        continue;
                    }
                    if (set is null)
                    {
                        exclude(refused ?? "refused");
                        continue;
                    }
                    var data = table.Design.Tree.Nodes.All(n => aggregation.For(table.Design.Tree, n.Code) is WeightedMean) ? last! : normalised!;
                    if (Try(() => Goal(data, set, aggregation, year, cities), out var reason) is { } scores)
                    {
                        found[here] = new([("normalisation", scale), ("weights", label), ("aggregation", mean), ("cities", frame.Label), ("years", period.Label), ("left out", leftOut ?? "nothing")],
                            places, Ranking.Of(scores, index.Recipe.Ties, ascending: false), scores);
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

    /// <summary>The goal's scores of the cities in the year.</summary>
    private double[] Goal(NormalisedIndicators data, WeightSet weights, Aggregation aggregation, int year, ImmutableArray<City> cities)
    {
        var findings = new List<Finding>();
        aggregation.Check(data.Indicators.Design.Tree, data.Indicators.Period, findings);
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        var goal = new ScoreTable(data, weights, aggregation, index.Recipe.Missing.RequiredShare)[0].Span;
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

    private static string Reason(FindingsException refusal) => $"refused: {refusal.Findings[0].Found}";

    private static void Each(Specification?[] found, Action<int> action)
    {
        for (var i = 0; i < found.Length; i++)
        {
            action(i);
        }
    }
}
