using ClusterResearch.Findings;
using ClusterResearch.Indexing.Normalising;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>What is added to values before a logarithm or power, so that they are above zero.</summary>
public enum PositiveShift
{
    /// <summary>Nothing: values must be above zero themselves.</summary>
    None,

    /// <summary>x − min x + 0.01 (max x − min x), as COINr's log_CT.</summary>
    HundredthOfRange,

    /// <summary>x − min x + 1, as the COIN Tool; depends on the unit.</summary>
    One,
}

/// <summary>A rising function that takes all values of an indicator, and its unit, target and goalposts with them.</summary>
/// <param name="Function">The function; NaN or infinite where it has no value.</param>
/// <param name="Words">What it is, for cards and reports.</param>
/// <param name="Unit">The unit after, from the unit before.</param>
internal sealed record Transform(Func<double, double> Function, string Words, Func<string, string> Unit)
{
    /// <summary>What to add to every value of a column.</summary>
    public static double ShiftOf(ReadOnlySpan<double> x, PositiveShift shift)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var v in x)
        {
            (min, max) = (v < min ? v : min, v > max ? v : max);
        }
        return shift switch
        {
            PositiveShift.None => 0,
            PositiveShift.One => 1 - min,
            _ => 0.01 * (max - min) - min,
        };
    }

    /// <summary>How a shift is named on cards.</summary>
    public static string WordsOf(PositiveShift shift) =>
        shift switch
        {
            PositiveShift.None => "no shift",
            PositiveShift.One => "shifted to a minimum of 1",
            _ => "shifted to a minimum of 1 % of the range",
        };

    /// <summary>A column through a function; every present value must be above zero after the shift.</summary>
    /// <exception cref="ArgumentException">A value is not above zero, infinite, or leaves the range of numbers.</exception>
    public static double[] Of(ReadOnlySpan<double> x, double shift, Func<double, double> function)
    {
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = double.IsNaN(x[i]) ? double.NaN : function(x[i] + shift);
            if (!double.IsNaN(x[i]) && !(x[i] + shift > 0 && double.IsFinite(y[i])))
            {
                throw new ArgumentException(string.Create(Invariant, $"The value {x[i]:R} has no such transform: it must be finite and above zero after the shift."), nameof(x));
            }
        }
        return y;
    }

    /// <summary>The indicator with what it is read by after the transform; goalposts that it takes to no number are set aside.</summary>
    public IndexNode Node(IndexTree tree, IndexNode node, List<Finding> findings)
    {
        var indicator = node.Indicator!;
        var direction = indicator.Direction switch
        {
            Direction.Target t => new Direction.Target(Take("target", t.Value)),
            Direction.Range r => new Direction.Range(Take("end of the range", r.Low), Take("end of the range", r.High)),
            var d => d,
        };
        var posts = indicator.Goalposts is { } g && double.IsFinite(Function(g.Low)) && double.IsFinite(Function(g.High)) ? new Goalposts(Function(g.Low), Function(g.High)) : null;
        return node with { Indicator = indicator with { Direction = direction, Unit = Unit(indicator.Unit), Goalposts = posts } };

        double Take(string what, double value)
        {
            var taken = Function(value);
            if (!double.IsFinite(taken))
            {
                findings.Add(PreparationFindings.Outside(tree.File, node.Line, node.Code, what, value, Words));
            }
            return taken;
        }
    }

    /// <summary>Adds a finding where a shift cannot make values of an indicator positive: it does not vary.</summary>
    public static bool RefuseConstant(IndicatorTable table, IndexNode node, PositiveShift shift, List<Finding> findings)
    {
        var present = table.Column(node.Code).ToArray().Where(v => !double.IsNaN(v)).Distinct().Count();
        if (shift == PositiveShift.HundredthOfRange && present == 1)
        {
            findings.Add(IndexFindings.Constant(table.Design.Tree.File, node.Line, node.Code, Normalisation.Sameness(table.Column(node.Code).Span)));
        }
        return shift == PositiveShift.HundredthOfRange && present == 1;
    }

    /// <summary>Adds a finding where values of an indicator are not above zero.</summary>
    public static bool RefuseNotPositive(IndicatorTable table, IndexNode node, double shift, string method, List<Finding> findings)
    {
        var x = table.Column(node.Code).ToArray();
        var bad = x.Index().Where(v => v.Item + shift <= 0).Select(v => v.Index).ToArray();
        if (bad.Length > 0)
        {
            findings.Add(PreparationFindings.Positive(table.Design.Tree.File, node.Line, node.Code, method, bad.Length, table.Place(bad[0])));
        }
        return bad.Length > 0;
    }
}
