using System.Collections.Immutable;
using ClusterResearch.Numerics;

namespace ClusterResearch.Indexing.Formulas;

/// <summary>A function of the formula language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Series">How many series it takes.</param>
/// <param name="Years">Whether it takes a number of years last: never, optionally (then 1), always.</param>
/// <param name="Usage">How it is written and what it gives.</param>
/// <param name="Apply">Evaluates it.</param>
internal sealed record FormulaFunction(
    string Name,
    int Series,
    FormulaFunction.YearsArgument Years,
    string Usage,
    Func<FormulaContext, double[][], int, double[]> Apply
)
{
    public enum YearsArgument
    {
        Never,
        Optional,
        Always,
    }

    public static ImmutableArray<FormulaFunction> All { get; } =
    [
        new("lag", 1, YearsArgument.Optional, "lag(x) or lag(x, k): x of k years before", (c, a, k) => Lag(c, a[0], k)),
        new("growth", 1, YearsArgument.Never, "growth(x): change on the year before, in per cent", (c, a, _) => Growth(c, a[0])),
        new("mean", 1, YearsArgument.Always, "mean(x, k): mean of the last k years, this one included", (c, a, k) => Window(c, a[0], k, w => Moments.Mean(w.Span))),
        new("sd", 1, YearsArgument.Always, "sd(x, k): sample standard deviation (k − 1) of the last k years", (c, a, k) => Window(c, a[0], k, w => Moments.StandardDeviation(w.Span, 1))),
        new("sum", 1, YearsArgument.Never, "sum(x): sum over all cities of the panel in that year", (c, a, _) => Sum(c, a[0], a[0])),
        new("share", 1, YearsArgument.Never, "share(x): x over the sum of all cities in that year", (c, a, _) => Ratio(c, a[0], Sum(c, a[0], a[0]))),
        new("lq", 2, YearsArgument.Never, "lq(x, t): location quotient (x/t) / (sum(x)/sum(t))", (c, a, _) => LocationQuotient(c, a[0], a[1])),
        new("log", 1, YearsArgument.Never, "log(x): natural logarithm", (c, a, _) => [.. a[0].Select(c.Logarithm)]),
    ];

    private static double[] Lag(FormulaContext context, double[] x, int k)
    {
        var years = context.Panel.Years.Length;
        return [.. x.Select((_, i) => i % years >= k ? x[i - k] : double.NaN)];
    }

    private static double[] Growth(FormulaContext context, double[] x)
    {
        var before = Lag(context, x, 1);
        return [.. x.Select((v, i) => (context.Divide(v, before[i], i) - 1) * 100)];
    }

    private static double[] Window(FormulaContext context, double[] x, int k, Func<ReadOnlyMemory<double>, double> statistic)
    {
        var years = context.Panel.Years.Length;
        return [.. x.Select((_, i) => i % years >= k - 1 ? statistic(x.AsMemory(i - k + 1, k)) : double.NaN)];
    }

    /// <summary>Sum of x per year over the cities in which both series exist, laid out per city-year.</summary>
    private static double[] Sum(FormulaContext context, double[] x, double[] both)
    {
        var years = context.Panel.Years.Length;
        var sums = new double[years];
        var missing = new int[years];
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(both[i]))
            {
                missing[i % years]++;
            }
            else
            {
                sums[i % years] += x[i];
            }
        }
        var cities = context.Panel.Cities.Length;
        for (var t = 0; t < years; t++)
        {
            if (missing[t] > 0 && missing[t] < cities)
            {
                var year = context.Panel.Years[t];
                context.IncompleteSums[year] = Math.Max(missing[t], context.IncompleteSums.GetValueOrDefault(year));
            }
        }
        return [.. x.Select((_, i) => missing[i % years] == cities ? double.NaN : sums[i % years])];
    }

    private static double[] Ratio(FormulaContext context, double[] x, double[] y) =>
        [.. x.Select((v, i) => double.IsNaN(v) ? v : context.Divide(v, y[i], i))];

    private static double[] LocationQuotient(FormulaContext context, double[] x, double[] total)
    {
        var city = Ratio(context, x, total);
        var frame = Ratio(context, Sum(context, x, total), Sum(context, total, x));
        return Ratio(context, city, frame);
    }
}
