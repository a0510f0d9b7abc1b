using ClusterResearch.Data;
using ClusterResearch.Indexing.Formulas;

namespace ClusterResearch.Tests.Support;

/// <summary>Formulas on the figures of the sound study, with one figure missing: the waste of Birch in 2002.</summary>
internal static class FormulaBench
{
    private static readonly Panel Panel = Read();

    public static double Value(string formula, string city = "Alder", int year = 2001) => All(formula)[Panel.Row(city, year)];

    /// <summary>The values of a city, year by year.</summary>
    public static double[] Years(string formula, string city) => [.. Panel.Years.Select(y => Value(formula, city, y))];

    public static double[] All(string formula) => new IndicatorFormula(formula).Evaluate(new FormulaContext(Panel));

    public static FormulaContext Context(string formula)
    {
        var context = new FormulaContext(Panel);
        new IndicatorFormula(formula).Evaluate(context);
        return context;
    }

    private static Panel Read()
    {
        using var study = new StudyFolder();
        return study.Panel("Birch,2002,210,82,33,6,58", "Birch,2002,210,82,33,6,").Open().Panel("panel");
    }
}
