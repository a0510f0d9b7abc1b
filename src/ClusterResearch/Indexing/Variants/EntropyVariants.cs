using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Variants;

/// <summary>The entropy variants: those met in public code, and all that their choices can be crossed to.</summary>
public static class EntropyVariants
{
    /// <summary>A divergence below this is rounding: an indicator that does not vary.</summary>
    private const double NoDivergence = 1e-12;

    private static readonly ImmutableArray<EntropyShift> Shifts =
    [
        EntropyShift.None, new(1, 1e-10), new(1, 1e-8), new(1, 1e-6), new(1, 1e-5), new(1, 1e-4), new(1, 1e-3), new(1, 0.01), new(1, 0.05), new(1, 0.1), new(1, 1),
        new(0.998, 0.002), new(0.996, 0.002), new(0.99, 0.01), new(0.9, 0.1), new(60, 40),
    ];

    private static readonly ImmutableArray<(EntropySpan Span, EntropyDivisor Divisor)> Sums =
    [
        .. Enum.GetValues<EntropyDivisor>().Select(d => (EntropySpan.Panel, d)),
        (EntropySpan.MeanOfWeights, EntropyDivisor.Shares), (EntropySpan.MeanOfEntropies, EntropyDivisor.Shares), (EntropySpan.LastYear, EntropyDivisor.Shares),
    ];

    /// <summary>The variants met in public code, with where; the first is the library's default.</summary>
    public static ImmutableArray<(string Where, EntropyVariant Variant)> Known { get; } =
    [
        ("this library's default; Stata's ewm with norm(MM)", new()),
        ("scikit-criteria 0.8", new() { Values = EntropyValues.Raw }),
        ("pymcdm 1.4, where the check for zeros is passed", new() { Values = EntropyValues.Raw, ZeroKills = true }),
        ("pyDecision", new() { Values = EntropyValues.RawInverted }),
        ("Stata's ewm with by(year)", new() { Span = EntropySpan.MeanOfWeights }),
        ("Stata code for single years", new() { ScaledPerYear = true, Span = EntropySpan.MeanOfWeights }),
        ("panel code in many papers", new() { Shift = new(1, 1e-4) }),
        ("panel code in many papers", new() { Shift = new(1, 0.01) }),
        ("papers that map into [0.002, 1]", new() { Shift = new(0.998, 0.002) }),
        ("papers with efficacy coefficients", new() { Shift = new(60, 40) }),
        ("papers that move the origin by one", new() { Shift = new(1, 1) }),
        ("posted Stata code, copied often", new() { Divisor = EntropyDivisor.Years }),
        ("an easy slip with panels", new() { Divisor = EntropyDivisor.Cities }),
        ("posted code with (1 − e/Σe)/3 for four indicators", new() { Formula = EntropyFormula.Remainder }),
        ("an easy slip with two logarithms", new() { Divisor = EntropyDivisor.OtherBase }),
    ];

    /// <summary>The known variants as a table: where met, choices, verdict, and the call that gives the sound ones.</summary>
    public static Table ToTable() =>
        new("What goes by the name of entropy weights",
            [Column.Text("differs", "Departs from the default in"), Column.Text("met", "Met in"), Column.Text("call", "Here"), Column.Text("verdict", "Verdict")],
            Known.Select(k => (object?[])
            [
                Departs(k.Variant.Named, Known[0].Variant.Named),
                k.Where,
                k.Variant.Method is null ? "recognised, not offered" : Call(k.Variant),
                k.Variant.Trouble is { } trouble ? $"unsound: {trouble}" : "sound",
            ]),
            [$"The default: {Known[0].Variant}."]);

    /// <summary>How much each of the indicators counts by a variant; null where the data do not allow it.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="table">The measured indicators.</param>
    /// <param name="codes">The codes of the indicators weighed against each other; null for all.</param>
    /// <returns>One weight each, with the sum 1.</returns>
    /// <exception cref="FindingsException">No such code (CR3110).</exception>
    public static ImmutableArray<double>? Weights(EntropyVariant variant, IndicatorTable table, IEnumerable<string>? codes = null)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var nodes = codes?.Select(c => table.Design.Tree.Indicators[table.Design.Tree.IndicatorIndex(c)]).ToArray() ?? [.. table.Design.Tree.Indicators];
        var sums = Of(table, nodes, variant.Values, variant.ScaledPerYear).Select(c => new EntropySums(c, table.Period.Count, variant.Shift)).ToArray();
        return Importance(variant, sums, table.Cities.Length, table.Period.Count) is { } d ? [.. d.Select(v => v / d.Sum())] : null;
    }

    /// <summary>Every variant with what it gives the indicators, before the sum is made 1; null where the data do not allow it.</summary>
    internal static IEnumerable<(EntropyVariant Variant, double[]? Importance)> All(IndicatorTable table, IReadOnlyList<IndexNode> nodes)
    {
        var (cities, years) = (table.Cities.Length, table.Period.Count);
        foreach (var values in Enum.GetValues<EntropyValues>())
        {
            foreach (var perYear in new EntropyVariant { Values = values }.HasScale ? [false, true] : new[] { false })
            {
                var columns = Of(table, nodes, values, perYear);
                foreach (var shift in Shifts)
                {
                    var sums = columns.Select(c => new EntropySums(c, years, shift)).ToArray();
                    foreach (var (span, divisor) in Sums)
                    {
                        foreach (var kills in sums.Any(s => s.HasZero) ? [false, true] : new[] { false })
                        {
                            foreach (var formula in Enum.GetValues<EntropyFormula>())
                            {
                                var variant = new EntropyVariant { Values = values, ScaledPerYear = perYear, Shift = shift, Span = span, Divisor = divisor, ZeroKills = kills, Formula = formula };
                                yield return (variant, Importance(variant, sums, cities, years));
                            }
                        }
                    }
                }
            }
        }
    }

    private static double[]? Importance(EntropyVariant v, EntropySums[] sums, int cities, int years)
    {
        if (!sums.All(s => s.IsUsable))
        {
            return null;
        }
        (int, int) sizes = (cities, sums.Length);
        double[] Year(int t) => [.. sums.Select(s => s.OfYear(t, v.Divisor, sizes, v.ZeroKills))];
        var found = v.Span switch
        {
            EntropySpan.Panel => FromEntropies([.. sums.Select(s => s.OfPanel(v.Divisor, sizes, v.ZeroKills))], v.Formula),
            EntropySpan.LastYear => FromEntropies(Year(years - 1), v.Formula),
            EntropySpan.MeanOfEntropies => FromEntropies(Mean([.. Enumerable.Range(0, years).Select(Year)]), v.Formula),
            _ => Mean([.. Enumerable.Range(0, years).Select(t => Normalised(Year(t), v.Formula)).OfType<double[]>()]),
        };
        var sum = found.Sum();
        return found.Length > 0 && double.IsFinite(sum) && Math.Abs(sum) > NoDivergence ? found : null;
    }

    /// <summary>The weights of one year; null where an indicator does not vary in it.</summary>
    private static double[]? Normalised(double[] e, EntropyFormula formula)
    {
        var d = FromEntropies(e, formula);
        var sum = d.Sum();
        return e.All(v => 1 - v > NoDivergence) && double.IsFinite(sum) && sum != 0 ? [.. d.Select(x => x / sum)] : null;
    }

    private static double[] FromEntropies(double[] e, EntropyFormula formula)
    {
        var sum = e.Sum();
        return [.. e.Select(v => formula switch { EntropyFormula.Divergence => 1 - v, EntropyFormula.Remainder => 1 - v / sum, _ => v })];
    }

    private static double[] Mean(double[][] rows) => rows.Length == 0 ? [] : [.. rows[0].Select((_, j) => rows.Average(r => r[j]))];

    private static double[][] Of(IndicatorTable table, IReadOnlyList<IndexNode> nodes, EntropyValues values, bool perYear) =>
        [.. nodes.Select(n => IndicatorColumn.Map(n, table, perYear ? Pooling.PerYear : Pooling.Panel, (x, direction) => Transform(x.Span, direction, values)))];

    private static double[] Transform(ReadOnlySpan<double> x, Direction direction, EntropyValues values)
    {
        var lower = direction is Direction.Lower;
        return values switch
        {
            EntropyValues.MinMax => MinMax.Of(x, direction, (0, 1)),
            EntropyValues.MinMaxUndirected => MinMax.Of(x, new Direction.Higher(), (0, 1)),
            EntropyValues.Raw => x.ToArray(),
            EntropyValues.RawInverted => lower ? [.. x.ToArray().Select(v => 1 / v)] : x.ToArray(),
            EntropyValues.RatioToMaximum => RatioNormalisation.Of(x, x, RatioBase.Maximum, lower ? LowerRule.Reciprocal : null),
            EntropyValues.Vector => RatioNormalisation.Of(x, x, RatioBase.Vector, lower ? LowerRule.Complement : null),
            _ => Lifted(ZScore.Of(x, direction, ZScoreVariant.Sample)),
        };
    }

    private static double[] Lifted(double[] z)
    {
        var lowest = z.Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Min();
        return [.. z.Select(v => v - lowest)];
    }

    /// <summary>The choices that are not those of the default.</summary>
    private static string Departs(Variant variant, Variant from) =>
        variant.Choices.Except(from.Choices).Select(c => $"{c.Axis}: {c.Choice}").ToArray() is [_, ..] choices ? string.Join("; ", choices) : "nothing";

    private static string Call(EntropyVariant v)
    {
        var method = v.Method!;
        var set = new[]
        {
            method.Basis == default ? "" : $"Basis = EntropyBasis.{method.Basis}",
            method.Shift == 0 ? "" : string.Create(Invariant, $"Shift = {method.Shift:R}"),
            method.Pooling == default ? "" : $"Pooling = EntropyPooling.{method.Pooling}",
        }.Where(s => s.Length > 0).ToArray();
        return set.Length == 0 ? "new EntropyWeights()" : $"new EntropyWeights {{ {string.Join(", ", set)} }}";
    }
}
