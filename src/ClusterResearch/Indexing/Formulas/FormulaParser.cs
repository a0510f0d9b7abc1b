using System.Globalization;

namespace ClusterResearch.Indexing.Formulas;

/// <summary>A formula that cannot be read: where and why.</summary>
internal sealed class FormulaFault(int offset, FormulaFaultKind kind, string found, string expected) : Exception
{
    public int Offset => offset;
    public FormulaFaultKind Kind => kind;
    public string Found => found;
    public string Expected => expected;
}

/// <summary>What is wrong with a formula.</summary>
internal enum FormulaFaultKind
{
    Syntax,
    UnknownFunction,
    WrongArguments,
}

/// <summary>Reads a formula by recursive descent.</summary>
/// <code>
/// sum     = product (('+' | '-') product)*
/// product = signed (('*' | '/') signed)*
/// signed  = '-' signed | power
/// power   = primary ('^' signed)?
/// primary = number | name | name '(' sum (',' sum)* ')' | '(' sum ')'
/// </code>
/// <remarks>Minus binds weaker than the power: −x^2 is −(x^2). Powers associate to the right.</remarks>
internal sealed class FormulaParser(string text)
{
    /// <summary>Far more than a formula needs, far less than the stack holds.</summary>
    private const int MaximumDepth = 100;

    /// <summary>Bounds what brackets do not: chains of operators, which nest as well.</summary>
    private const int MaximumLength = 2000;

    private int at;
    private int depth;

    /// <summary>The variables met, with where each stands first.</summary>
    public Dictionary<string, int> Variables { get; } = [];

    /// <exception cref="FormulaFault">The text is no formula.</exception>
    public FormulaNode Parse()
    {
        if (text.Length > MaximumLength)
        {
            throw Syntax(string.Create(Invariant, $"a formula of {text.Length} characters"), string.Create(Invariant, $"at most {MaximumLength} characters"));
        }
        var node = Sum();
        Blanks();
        return at == text.Length ? node : throw Syntax($"“{text[at]}”", "an operator or the end");
    }

    private FormulaNode Sum()
    {
        if (++depth > MaximumDepth)
        {
            throw Syntax("brackets nested too deeply", string.Create(Invariant, $"at most {MaximumDepth} levels"));
        }
        var left = Product();
        while (Next() is '+' or '-')
        {
            left = new FormulaNode.Binary(text[at++], left, Product());
        }
        depth--;
        return left;
    }

    private FormulaNode Product()
    {
        var left = Signed();
        while (Next() is '*' or '/')
        {
            left = new FormulaNode.Binary(text[at++], left, Signed());
        }
        return left;
    }

    private FormulaNode Signed()
    {
        if (Next() != '-')
        {
            return Power();
        }
        at++;
        return Next() == '-' ? throw Syntax("“--”", "one sign") : new FormulaNode.Negation(Signed());
    }

    private FormulaNode Power()
    {
        var root = Primary();
        if (Next() != '^')
        {
            return root;
        }
        at++;
        return new FormulaNode.Binary('^', root, Signed());
    }

    private FormulaNode Primary()
    {
        var c = Next();
        if (c == '(')
        {
            at++;
            var inner = Sum();
            Expect(')');
            return inner;
        }
        return char.IsAsciiDigit(c) || c == '.' ? Number()
            : char.IsAsciiLetter(c) || c == '_' ? Name()
            : throw Syntax(c == '\0' ? "the end of the formula" : $"“{c}”", "a number, a variable, a function or “(”");
    }

    private FormulaNode.Constant Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || IsExponent(start)))
        {
            at++;
        }
        return double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, Invariant, out var value) && double.IsFinite(value)
            ? new FormulaNode.Constant(value)
            : throw new FormulaFault(start, FormulaFaultKind.Syntax, $"“{text[start..at]}”", "a number such as 0.25 or 1e4");
    }

    private bool IsExponent(int start) =>
        (text[at] is 'e' or 'E' && at > start) || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E');

    private FormulaNode Name()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        var name = text[start..at];
        if (Next() != '(')
        {
            Variables.TryAdd(name, start);
            return new FormulaNode.Variable(name);
        }
        var function = FormulaFunction.All.FirstOrDefault(f => f.Name == name) ?? throw new FormulaFault(start, FormulaFaultKind.UnknownFunction, name, "");
        at++;
        var arguments = Arguments();
        return Call(function, arguments, start);
    }

    private List<FormulaNode> Arguments()
    {
        var arguments = new List<FormulaNode> { Sum() };
        while (Next() == ',')
        {
            at++;
            arguments.Add(Sum());
        }
        Expect(')');
        return arguments;
    }

    private static FormulaNode.Call Call(FormulaFunction function, List<FormulaNode> arguments, int start)
    {
        var hasYears = arguments.Count == function.Series + 1 && function.Years != FormulaFunction.YearsArgument.Never;
        var complete = hasYears || (arguments.Count == function.Series && function.Years != FormulaFunction.YearsArgument.Always);
        var years = 1;
        if (hasYears && arguments[^1] is FormulaNode.Constant { Value: >= 1 and <= 100 } k && k.Value == Math.Floor(k.Value))
        {
            years = (int)k.Value;
        }
        else if (hasYears)
        {
            complete = false;
        }
        return complete && !(function.Name == "sd" && years < 2)
            ? new(function, [.. arguments.Take(function.Series)], years)
            : throw new FormulaFault(start, FormulaFaultKind.WrongArguments, function.Name, function.Usage + (function.Name == "sd" ? "; k is a whole number from 2" : function.Years == FormulaFunction.YearsArgument.Never ? "" : "; k is a whole number from 1"));
    }

    private char Next()
    {
        Blanks();
        return at < text.Length ? text[at] : '\0';
    }

    private void Blanks()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private void Expect(char c)
    {
        if (Next() != c)
        {
            throw Syntax(at == text.Length ? "the end of the formula" : $"“{text[at]}”", $"“{c}”");
        }
        at++;
    }

    private FormulaFault Syntax(string found, string expected) => new(at, FormulaFaultKind.Syntax, found, expected);
}
