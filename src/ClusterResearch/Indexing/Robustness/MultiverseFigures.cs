using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>Measured, prepared and normalised figures of one frame and one period: computed when first asked for, once.</summary>
internal sealed class MultiverseFigures
{
    private readonly Lazy<IndicatorTable> table;
    private readonly Lazy<ImmutableArray<(NormalisedColumn? Column, ImmutableArray<Finding> Findings)>>[] columns;
    private readonly ImmutableArray<(string Label, Normalisation Method)> normalisations;

    public MultiverseFigures(IndexResult index, MultiverseChoices choices, (string Label, CityFrame? Cities) frame, (string Label, Period? Period) period)
    {
        (Index, Frame, Years, normalisations) = (index, frame.Label, period.Label, choices.Normalisations);
        var recipe = index.Recipe with { Cities = frame.Cities ?? index.Recipe.Cities, Period = period.Period ?? index.Recipe.Period };
        table = new(() => recipe.Prepare(IndicatorTable.Measure(index.Design, recipe.Cities, recipe.Period, emptyAllowed: recipe.Screening.IndicatorCoverage > 0)));
        columns = [.. normalisations.Select(n => new Lazy<ImmutableArray<(NormalisedColumn?, ImmutableArray<Finding>)>>(() => n.Method.EachColumn(table.Value)))];
    }

    /// <summary>The index in the middle.</summary>
    public IndexResult Index { get; }

    /// <summary>The label of the frame.</summary>
    public string Frame { get; }

    /// <summary>The label of the period.</summary>
    public string Years { get; }

    /// <summary>The indicators by a normalisation, without one of them.</summary>
    /// <exception cref="FindingsException">Preparation or normalisation refuses what is left.</exception>
    public NormalisedIndicators Normalised(int normalisation, string? leftOut)
    {
        var (whole, all) = (table.Value.Design.Tree, columns[normalisation].Value);
        var less = leftOut is null || whole.Find(leftOut) is null ? table.Value : table.Value.Without(leftOut);
        var kept = less.Design.Tree.Indicators.Select(n => all[whole.IndicatorIndex(n.Code)]).ToArray();
        Finding[] findings = [.. kept.SelectMany(c => c.Findings)];
        return findings.Length == 0 ? new(less, normalisations[normalisation].Method, [.. kept.Select(c => c.Column!)]) : throw new FindingsException(findings);
    }
}
