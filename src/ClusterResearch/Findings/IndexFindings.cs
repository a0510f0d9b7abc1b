namespace ClusterResearch.Findings;

/// <summary>What can be wrong with an index tree (CR30xx) or with computing an index (CR31xx), and how it is said.</summary>
internal static class IndexFindings
{
    public static readonly FindingCode DuplicateCode = new("CR3001", "duplicate-code");
    public static readonly FindingCode Orphan = new("CR3002", "orphan");
    public static readonly FindingCode Cycle = new("CR3003", "cycle");
    public static readonly FindingCode NotOneRoot = new("CR3004", "not-one-goal");
    public static readonly FindingCode MissingDirection = new("CR3005", "missing-direction");
    public static readonly FindingCode BadDirection = new("CR3006", "bad-direction");
    public static readonly FindingCode MissingFormula = new("CR3007", "missing-formula");
    public static readonly FindingCode FormulaSyntax = new("CR3008", "formula-syntax");
    public static readonly FindingCode UnknownVariable = new("CR3009", "unknown-variable");
    public static readonly FindingCode UnknownFunction = new("CR3010", "unknown-function");
    public static readonly FindingCode WrongArguments = new("CR3011", "wrong-arguments");
    public static readonly FindingCode InnerFormula = new("CR3014", "formula-on-dimension");
    public static readonly FindingCode GivenWeights = new("CR3015", "given-weights");
    public static readonly FindingCode Goalposts = new("CR3016", "goalposts");
    public static readonly FindingCode Unit = new("CR3017", "unknown-indicator-unit");
    public static readonly FindingCode DivisionByZero = new("CR3101", "division-by-zero");
    public static readonly FindingCode LogarithmDomain = new("CR3102", "logarithm-of-nonpositive");
    public static readonly FindingCode ConstantColumn = new("CR3103", "constant-column");
    public static readonly FindingCode NoValues = new("CR3104", "no-values");
    public static readonly FindingCode NotANumber = new("CR3105", "not-a-number");
    public static readonly FindingCode NegativeValues = new("CR3106", "negative-values");
    public static readonly FindingCode WeightSum = new("CR3107", "weights-not-one");
    public static readonly FindingCode MissingCells = new("CR3108", "missing-cells");
    public static readonly FindingCode NoGoalposts = new("CR3109", "no-goalposts");
    public static readonly FindingCode UnknownCode = new("CR3110", "unknown-code");

    public static Finding CodeTwice(string file, int line, int column, string code, int first) =>
        new(DuplicateCode, file, line, column, $"the code “{code}” a second time", string.Create(Invariant, $"every code once (it stands in line {first})"), "give one of the two another code");

    public static Finding NoParent(string file, int line, int column, string code, string parent, string nearest) =>
        new(Orphan, file, line, column, $"“{code}” under “{parent}”, which is not a code of this file", "the code of another row", $"{nearest}correct the parent, or add a row for it");

    public static Finding Circle(string file, int line, int column, string path) =>
        new(Cycle, file, line, column, $"a circle of parents: {path}", "a tree: every row leads up to the goal", "give one of them another parent");

    public static Finding Roots(string file, string found) =>
        new(NotOneRoot, file, 0, 0, found, "exactly one row without a parent: the goal", "leave the parent of the goal empty, and fill that of every other row");

    public static Finding NoDirection(string file, int line, int column, string code) =>
        new(MissingDirection, file, line, column, $"the indicator “{code}” without a direction", "higher, lower, target T or range A..B", "say whether a higher value is better or worse, or which value is best");

    public static Finding Direction(string file, int line, int column, string text) =>
        new(BadDirection, file, line, column, $"the direction “{text}”", "higher, lower, target T or range A..B with A below B", "for example: higher, target 100, range 0.6..0.75");

    public static Finding NoFormula(string file, int line, int column, string code) =>
        new(MissingFormula, file, line, column, $"“{code}” has neither a formula nor rows below it", "a formula for an indicator, or rows below a dimension", "write the formula, add indicators under it, or remove the row");

    public static Finding Syntax(string file, int line, int column, string found, string expected) =>
        new(FormulaSyntax, file, line, column, found, expected, "formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)");

    public static Finding Variable(string file, int line, int column, string name, string panel, string nearest) =>
        new(UnknownVariable, file, line, column, $"the variable “{name}”", $"a variable of {panel}", $"{nearest}correct the name, or add the variable to the panel");

    public static Finding Function(string file, int line, int column, string name, string known, string nearest) =>
        new(UnknownFunction, file, line, column, $"the function “{name}”", $"one of {known}", $"{nearest}correct the name");

    public static Finding Arguments(string file, int line, int column, string name, string expected) =>
        new(WrongArguments, file, line, column, $"the arguments of “{name}”", expected, "correct the arguments");

    public static Finding Inner(string file, int line, int column, string code) =>
        new(InnerFormula, file, line, column, $"a formula for “{code}”, which has rows below it", "a formula for indicators only", "remove the formula, or the rows below");

    public static Finding Given(string file, int line, string parent, string found) =>
        new(GivenWeights, file, line, 0, $"under “{parent}” {found}", "given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1", "fill or empty the weights under this parent");

    public static Finding Posts(string file, int line, int column, string found) =>
        new(Goalposts, file, line, column, found, "two numbers, low below high, or two empty cells", "correct the goalposts");

    public static Finding UnknownUnit(string file, int line, int column, string unit, string known) =>
        new(Unit, file, line, column, $"the unit “{unit}”", $"one of {known}", "use a known unit, with a factor in the formula if needed");

    public static Finding Zero(string file, int line, string code, int count, string example) =>
        new(DivisionByZero, file, line, 0, string.Create(Invariant, $"“{code}” divides by zero in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), "a denominator other than zero", "correct the figure, or leave it empty if it is missing");

    public static Finding Logarithm(string file, int line, string code, int count, string example) =>
        new(LogarithmDomain, file, line, 0, string.Create(Invariant, $"“{code}” takes the logarithm of a number that is not positive in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), "a positive number", "use a formula that stays positive, or leave the figure empty if it is missing");

    public static Finding Power(string file, int line, string code, int count, string example) =>
        new(NotANumber, file, line, 0, string.Create(Invariant, $"“{code}” takes a root of a negative number in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), "a power that is a real number", "use a formula whose powers have a positive base, or leave the figure empty if it is missing");

    public static Finding TooLarge(string file, int line, string code, int count, string example) =>
        new(NotANumber, file, line, 0, string.Create(Invariant, $"“{code}” is larger than any number in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), "a result below 1.8e308", "correct the figure or the formula");

    public static Finding Constant(string file, int line, string code, string found) =>
        new(ConstantColumn, file, line, 0, $"“{code}” {found}", "an indicator that varies: a constant one has no minimum-to-maximum range, no standard deviation and no information", "remove the indicator, widen the period or the cities, or use goalposts with equal or given weights");

    public static Finding Nothing(string file, int line, string code) =>
        new(NoValues, file, line, 0, $"“{code}” has no value at all in the chosen cities and years", "at least two different values", "remove the indicator, or choose years in which its variables exist");

    public static Finding Negative(string file, int line, string code, double value, string method) =>
        new(NegativeValues, file, line, 0, string.Create(Invariant, $"“{code}” holds {value:R}"), $"values of zero or more, as {method} needs", "normalise by min-max first, or choose another method");

    public static Finding Sum(string file, int line, string parent, double sum) =>
        new(WeightSum, file, line, 0, string.Create(Invariant, $"weights under “{parent}” that sum to {sum:R}"), "the sum 1", "divide each weight by the sum");

    public static Finding Missing(string file, int line, string code, int count, string example) =>
        new(MissingCells, file, line, 0, string.Create(Invariant, $"“{code}” is missing in {count} city-year{(count == 1 ? "" : "s")}, first {example}"), "a value in every city-year, as the recipe asks", "choose the rule Renormalise, or years and cities without gaps");

    public static Finding PostsNeeded(string file, int line, string code) =>
        new(NoGoalposts, file, line, 0, $"“{code}” has no goalposts", "low and high in the index file", "fill the columns low and high, or normalise by min-max");

    public static Finding PostsInside(string file, int line, string code, double low, double high) =>
        new(Goalposts, file, line, 0, string.Create(Invariant, $"“{code}” has the goalposts {low:R} and {high:R}, both inside its best range"), "a goalpost that says what is worst", "move a goalpost out of the range, or narrow the range");

    public static Finding NotAnIndicator(string file, int line, string code, string below) =>
        new(UnknownCode, file, line, 0, $"the code “{code}” of a node that is no indicator", "the code of an indicator", $"take one of the indicators below it: {below}");

    public static Finding GoalWeight(string file, int line, string code) =>
        new(UnknownCode, file, line, 0, $"a weight for the goal “{code}”", "weights for nodes below the goal", "remove the weight: the goal is the whole");

    public static Finding NoInformation(string file, int line, string parent) =>
        new(WeightSum, file, line, 0, $"under “{parent}” nothing that the method could weigh: every importance is zero", "at least one importance above zero", "use equal or given weights");

    public static Finding Code(string file, string code, string nearest) =>
        new(UnknownCode, file, 0, 0, $"the code “{code}”", "a code of this index", $"{nearest}correct the code");
}
