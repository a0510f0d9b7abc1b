using ClusterResearch.Data;

namespace ClusterResearch.Indexing.Formulas;

/// <summary>A node of a parsed formula; evaluates to one value per city-year, NaN where missing.</summary>
internal abstract record FormulaNode
{
    public abstract double[] Evaluate(FormulaContext context);

    public sealed record Constant(double Value) : FormulaNode
    {
        public override double[] Evaluate(FormulaContext context)
        {
            var values = new double[context.Count];
            Array.Fill(values, Value);
            return values;
        }
    }

    public sealed record Variable(string Name) : FormulaNode
    {
        public override double[] Evaluate(FormulaContext context) => context.Panel.Series(Name).ToArray();
    }

    public sealed record Negation(FormulaNode Of) : FormulaNode
    {
        public override double[] Evaluate(FormulaContext context)
        {
            var values = Of.Evaluate(context);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = -values[i];
            }
            return values;
        }
    }

    public sealed record Binary(char Operator, FormulaNode Left, FormulaNode Right) : FormulaNode
    {
        public override double[] Evaluate(FormulaContext context)
        {
            var (a, b) = (Left.Evaluate(context), Right.Evaluate(context));
            for (var i = 0; i < a.Length; i++)
            {
                a[i] = Operator switch
                {
                    '+' => a[i] + b[i],
                    '-' => a[i] - b[i],
                    '*' => a[i] * b[i],
                    '^' => context.Power(a[i], b[i], i),
                    _ => context.Divide(a[i], b[i], i),
                };
            }
            return a;
        }
    }

    public sealed record Call(FormulaFunction Function, FormulaNode[] Arguments, int Years) : FormulaNode
    {
        public override double[] Evaluate(FormulaContext context) =>
            Function.Apply(context, [.. Arguments.Select(a => a.Evaluate(context))], Years);
    }
}

/// <summary>The panel a formula is evaluated on, and the faults met on the way.</summary>
internal sealed class FormulaContext(Panel panel)
{
    public Panel Panel => panel;

    public int Count => panel.Cities.Length * panel.Years.Length;

    /// <summary>City-years in which a denominator was zero.</summary>
    public SortedSet<int> ZeroDivisions { get; } = [];

    /// <summary>City-years in which a logarithm met a number that is not positive.</summary>
    public SortedSet<int> BadLogarithms { get; } = [];

    /// <summary>City-years in which a power has no real value, as the root of a negative number.</summary>
    public SortedSet<int> BadPowers { get; } = [];

    /// <summary>City-years in which any of these happened.</summary>
    public IEnumerable<int> Faults => ZeroDivisions.Union(BadLogarithms).Union(BadPowers);

    /// <summary>Years in which a sum over the frame left cities out because their figures are missing: year to count left out.</summary>
    public SortedDictionary<int, int> IncompleteSums { get; } = [];

    public double Divide(double numerator, double denominator, int row)
    {
        if (denominator != 0)
        {
            return numerator / denominator;
        }
        ZeroDivisions.Add(row);
        return double.NaN;
    }

    public double Power(double x, double exponent, int row)
    {
        if (x == 0 && exponent < 0)
        {
            return Divide(1, x, row);
        }
        var power = Math.Pow(x, exponent);
        if (double.IsNaN(power) && !double.IsNaN(x) && !double.IsNaN(exponent))
        {
            BadPowers.Add(row);
        }
        // 1^NaN and NaN^0 are 1 to the processor, but missing to us
        return double.IsNaN(x) || double.IsNaN(exponent) ? double.NaN : power;
    }

    public double Logarithm(double x, int row)
    {
        if (!(x <= 0))
        {
            return Math.Log(x);
        }
        BadLogarithms.Add(row);
        return double.NaN;
    }
}
