using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Indexing;

/// <summary>Index trees that are none, and formulas that cannot be read.</summary>
public sealed class IndexTreeReaderTests
{
    private static readonly Broken[] Faults =
    [
        new("a code twice", s => s.Index("MON2,MON", "MON1,MON").Findings(), """
            CR3001 duplicate-code  study/index.csv:6:1
              found:    the code “MON1” a second time
              expected: every code once (it stands in line 5)
              way out:  give one of the two another code
            """),
        new("an orphan", s => s.Index("MON2,MON", "MON2,MONY").Findings(), """
            CR3002 orphan  study/index.csv:6:6
              found:    “MON2” under “MONY”, which is not a code of this file
              expected: the code of another row
              way out:  did you mean “MON”? correct the parent, or add a row for it
            """),
        new("a circle of one", s => s.Index("PRD,OUT", "PRD,PRD").Findings(), """
            CR3003 cycle  study/index.csv:10:5
              found:    a circle of parents: PRD → PRD
              expected: a tree: every row leads up to the goal
              way out:  give one of them another parent
            """),
        new("a circle of two", s => s.Index("PRD,OUT", "PRD,WAS").Replace("index.csv", "WAS,OUT", "WAS,PRD").Findings(), """
            CR3007 missing-formula  study/index.csv:9:23
              found:    “OUT” has neither a formula nor rows below it
              expected: a formula for an indicator, or rows below a dimension
              way out:  write the formula, add indicators under it, or remove the row
            CR3003 cycle  study/index.csv:10:5
              found:    a circle of parents: PRD → WAS → PRD
              expected: a tree: every row leads up to the goal
              way out:  give one of them another parent
            CR3014 formula-on-dimension  study/index.csv:13:49
              found:    a formula for “WAS”, which has rows below it
              expected: a formula for indicators only
              way out:  remove the formula, or the rows below
            """),
        new("a circle of three", s => s.Index("OUT,GOAL", "OUT,PRD").Replace("index.csv", "PRD,OUT", "PRD,WAS").Findings(), """
            CR3003 cycle  study/index.csv:9:5
              found:    a circle of parents: OUT → PRD → WAS → OUT
              expected: a tree: every row leads up to the goal
              way out:  give one of them another parent
            CR3014 formula-on-dimension  study/index.csv:13:49
              found:    a formula for “WAS”, which has rows below it
              expected: a formula for indicators only
              way out:  remove the formula, or the rows below
            """),
        new("two goals", s => s.Index("OUT,GOAL", "OUT,").Findings(), """
            CR3004 not-one-goal  study/index.csv
              found:    GOAL and OUT without a parent
              expected: exactly one row without a parent: the goal
              way out:  leave the parent of the goal empty, and fill that of every other row
            """),
        new("no goal", s => s.Index("GOAL,,", "GOAL,OUT,").Findings(), """
            CR3004 not-one-goal  study/index.csv
              found:    no row without a parent
              expected: exactly one row without a parent: the goal
              way out:  leave the parent of the goal empty, and fill that of every other row
            CR3003 cycle  study/index.csv:2:6
              found:    a circle of parents: GOAL → OUT → GOAL
              expected: a tree: every row leads up to the goal
              way out:  give one of them another parent
            """),
        new("no direction", s => s.Index("lower,t/1e4", ",t/1e4").Findings(), """
            CR3005 missing-direction  study/index.csv:13:33
              found:    the indicator “WAS” without a direction
              expected: higher, lower, target T or range A..B
              way out:  say whether a higher value is better or worse, or which value is best
            """),
        new("a bad direction", s => s.Index("lower,t/1e4", "down,t/1e4").Findings(), """
            CR3006 bad-direction  study/index.csv:13:33
              found:    the direction “down”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            """),
        new("a target without a number", s => s.Index("lower,t/1e4", "target,t/1e4").Findings(), """
            CR3006 bad-direction  study/index.csv:13:33
              found:    the direction “target”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            """),
        new("a range upside down", s => s.Index("range 8..12", "range 12..8").Findings(), """
            CR3006 bad-direction  study/index.csv:8:35
              found:    the direction “range 12..8”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            """),
        new("a range with a dash", s => s.Index("range 8..12", "range 8-12").Findings(), """
            CR3006 bad-direction  study/index.csv:8:35
              found:    the direction “range 8-12”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            """),
        new("no formula", s => s.Index("waste / output", "").Findings(), """
            CR3007 missing-formula  study/index.csv:13:49
              found:    “WAS” has neither a formula nor rows below it
              expected: a formula for an indicator, or rows below a dimension
              way out:  write the formula, add indicators under it, or remove the row
            """),
        new("a formula on a dimension", s => s.Index("PRD,OUT,Production,生产,,,", "PRD,OUT,Production,生产,,,output").Findings(), """
            CR3014 formula-on-dimension  study/index.csv:10:25
              found:    a formula for “PRD”, which has rows below it
              expected: a formula for indicators only
              way out:  remove the formula, or the rows below
            """),
        new("an unknown unit", s => s.Index("t/1e4 CNY", "t per CNY").Findings(), """
            CR3017 unknown-indicator-unit  study/index.csv:13:39
              found:    the unit “t per CNY”
              expected: one of 1, ratio, %, percentage points, per 1000 persons, previous year = 100, CNY, 1e4 CNY, 1e8 CNY, CNY/person, 1e4 CNY/person, 1e6 USD, USD/person, persons, 1e4 persons, persons/km2, 1e4 households, units, units/1e4 persons, pieces, pieces/1e4 persons, km2, m2/person, t, 1e4 t, t/1e4 CNY, 1e4 kWh, kWh/CNY
              way out:  use a known unit, with a factor in the formula if needed
            """),
        new("no name", s => s.Index("Waste per output", "").Findings(), """
            CR1109 empty-cell  study/index.csv:13:9
              found:    nothing in the column “name”
              expected: a value
              way out:  fill the cell
            """),
        new("half of the weights", s => s.Line("index.csv", 4, "MON,IN,Money,资金,,,,0.4,,,Why,Own").Findings(), """
            CR3015 given-weights  study/index.csv:4
              found:    under “IN” 1 of 2 weights are given
              expected: given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1
              way out:  fill or empty the weights under this parent
            """),
        new("a negative weight", s => s.Line("index.csv", 4, "MON,IN,Money,资金,,,,-0.5,,,Why,Own").Line("index.csv", 7, "PEO,IN,People,人员,,,,1.5,,,Why,Own").Findings(), """
            CR3015 given-weights  study/index.csv:4
              found:    under “IN” a weight is outside 0 to 1
              expected: given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1
              way out:  fill or empty the weights under this parent
            """),
        new("weights that do not sum to one", s => s.Line("index.csv", 4, "MON,IN,Money,资金,,,,0.5,,,Why,Own").Line("index.csv", 7, "PEO,IN,People,人员,,,,0.6,,,Why,Own").Findings(), """
            CR3015 given-weights  study/index.csv:4
              found:    under “IN” the weights sum to 1.1
              expected: given weights for all rows under a parent or for none, each from 0 to 1, with the sum 1
              way out:  fill or empty the weights under this parent
            """),
        new("a weight that is text", s => s.Line("index.csv", 4, "MON,IN,Money,资金,,,,half,,,Why,Own").Findings(), """
            CR1105 text-in-number  study/index.csv:4:20
              found:    “half” in the column “weight”
              expected: a number such as 1234.5, or an empty cell for missing
              way out:  write the number without spaces, signs of percent or words; leave the cell empty if it is missing
            """),
        new("goalposts upside down", s => s.Index("waste / output,,0,1,", "waste / output,,1,0,").Findings(), """
            CR3016 goalposts  study/index.csv:13:65
              found:    low “1”, high “0”
              expected: two numbers, low below high, or two empty cells
              way out:  correct the goalposts
            """),
        new("one goalpost", s => s.Index("waste / output,,0,1,", "waste / output,,0,,").Findings(), """
            CR3016 goalposts  study/index.csv:13:65
              found:    low “0”, high “”
              expected: two numbers, low below high, or two empty cells
              way out:  correct the goalposts
            """),
        new("only a header", s => s.With("index.csv", SoundStudy.Index.Split('\n')[0] + "\n").Findings(), """
            CR1002 file-empty  study/index.csv
              found:    a header line and no rows
              expected: at least one row
              way out:  add the rows, or restore the file
            """),
        new("a needed column that is neither there nor declared", s => s.Index(",rationale,source", ",rationale").With("index.csv", s.Text("index.csv").Replace(",Why,Own", ",Why")).Package("{ \"name\": \"rationale\" }, { \"name\": \"source\" }", "{ \"name\": \"rationale\" }").Findings(), """
            CR2103 missing-column  study/index.csv:1
              found:    no column “source”
              expected: the column “source”, as in every file with the role “index”
              way out:  add the column, and declare it in datapackage.json
            """),
        new("an unknown variable", s => s.Index(",budget / output * 100,", ",budgte / output * 100,").Findings(), """
            CR3009 unknown-variable  study/index.csv:5:41
              found:    the variable “budgte”
              expected: a variable of study/panel.csv
              way out:  did you mean “budget”? correct the name, or add the variable to the panel
            """),
        new("an unknown variable in a quoted formula", s => s.Index("lq(output, workers)", "lq(output, worker)").Findings(), """
            CR3009 unknown-variable  study/index.csv:12:57
              found:    the variable “worker”
              expected: a variable of study/panel.csv
              way out:  did you mean “workers”? correct the name, or add the variable to the panel
            """),
        new("an unknown variable far from all", s => s.Index(",budget / output * 100,", ",xyz / output,").Findings(), """
            CR3009 unknown-variable  study/index.csv:5:41
              found:    the variable “xyz”
              expected: a variable of study/panel.csv
              way out:  correct the name, or add the variable to the panel
            """),
        new("an unknown function", s => s.Index(",budget / output * 100,", ",lgo(budget),").Findings(), """
            CR3010 unknown-function  study/index.csv:5:41
              found:    the function “lgo”
              expected: one of lag, growth, mean, sd, sum, share, lq, log
              way out:  did you mean “log”? correct the name
            """),
        new("a function as a variable", s => s.Index(",budget / output * 100,", ",lag,").Findings(), """
            CR3009 unknown-variable  study/index.csv:5:41
              found:    the variable “lag”
              expected: a variable of study/panel.csv
              way out:  correct the name, or add the variable to the panel
            """),
        new("too few arguments", s => s.Index(",budget / output * 100,", ",lq(budget),").Findings(), """
            CR3011 wrong-arguments  study/index.csv:5:41
              found:    the arguments of “lq”
              expected: lq(x, t): location quotient (x/t) / (sum(x)/sum(t))
              way out:  correct the arguments
            """),
        new("too many arguments", s => s.Index(",budget / output * 100,", ",\"share(budget, output)\",").Findings(), """
            CR3011 wrong-arguments  study/index.csv:5:42
              found:    the arguments of “share”
              expected: share(x): x over the sum of all cities in that year
              way out:  correct the arguments
            """),
        new("no number of years", s => s.Index(",budget / output * 100,", ",mean(budget),").Findings(), """
            CR3011 wrong-arguments  study/index.csv:5:41
              found:    the arguments of “mean”
              expected: mean(x, k): mean of the last k years, this one included; k is a whole number from 1
              way out:  correct the arguments
            """),
        new("a broken number of years", s => s.Index(",budget / output * 100,", ",\"lag(budget, 1.5)\",").Findings(), """
            CR3011 wrong-arguments  study/index.csv:5:42
              found:    the arguments of “lag”
              expected: lag(x) or lag(x, k): x of k years before; k is a whole number from 1
              way out:  correct the arguments
            """),
        new("a negative number of years", s => s.Index(",budget / output * 100,", ",\"lag(budget, -1)\",").Findings(), """
            CR3011 wrong-arguments  study/index.csv:5:42
              found:    the arguments of “lag”
              expected: lag(x) or lag(x, k): x of k years before; k is a whole number from 1
              way out:  correct the arguments
            """),
        new("a deviation of one year", s => s.Index(",budget / output * 100,", ",\"sd(budget, 1)\",").Findings(), """
            CR3011 wrong-arguments  study/index.csv:5:42
              found:    the arguments of “sd”
              expected: sd(x, k): sample standard deviation (k − 1) of the last k years; k is a whole number from 2
              way out:  correct the arguments
            """),
        new("no operand", s => s.Index(",budget / output * 100,", ",budget * / output,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:50
              found:    “/”
              expected: a number, a variable, a function or “(”
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("a bracket too few", s => s.Index(",budget / output * 100,", ",(budget + output,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:57
              found:    the end of the formula
              expected: “)”
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("a bracket too many", s => s.Index(",budget / output * 100,", ",budget) + output,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:47
              found:    “)”
              expected: an operator or the end
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("two operands without operator", s => s.Index(",budget / output * 100,", ",budget output,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:48
              found:    “o”
              expected: an operator or the end
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("no arguments", s => s.Index(",budget / output * 100,", ",log(),").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:45
              found:    “)”
              expected: a number, a variable, a function or “(”
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("two signs", s => s.Index(",budget / output * 100,", ",budget - --output,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:51
              found:    “--”
              expected: one sign
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("a sign of its own", s => s.Index(",budget / output * 100,", ",budget × output,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:48
              found:    “×”
              expected: an operator or the end
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("a number with two points", s => s.Index(",budget / output * 100,", ",1.2.3 * budget,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:41
              found:    “1.2.3”
              expected: a number such as 0.25 or 1e4
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("a number beyond all bounds", s => s.Index(",budget / output * 100,", ",1e999 * budget,").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:41
              found:    “1e999”
              expected: a number such as 0.25 or 1e4
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("brackets nested too deeply", s => s.Index(",budget / output * 100,", $",{new string('(', 101)}budget{new string(')', 101)},").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:141
              found:    brackets nested too deeply
              expected: at most 100 levels
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("a formula without end", s => s.Index(",budget / output * 100,", $",budget{string.Concat(Enumerable.Repeat("^2", 2000))},").Findings(), """
            CR3008 formula-syntax  study/index.csv:5:41
              found:    a formula of 4006 characters
              expected: at most 2000 characters
              way out:  formulas are built from numbers, variables, + - * / ^, brackets and functions, e.g. lq(gdp_secondary, gdp)
            """),
        new("several faults at once", s => s.Index("lower,t/1e4 CNY,waste", "loewr,tons,wast").Index("MON2,MON", "MON2,MNO").Findings(), """
            CR3002 orphan  study/index.csv:6:6
              found:    “MON2” under “MNO”, which is not a code of this file
              expected: the code of another row
              way out:  did you mean “MON”? correct the parent, or add a row for it
            CR3006 bad-direction  study/index.csv:13:33
              found:    the direction “loewr”
              expected: higher, lower, target T or range A..B with A below B
              way out:  for example: higher, target 100, range 0.6..0.75
            CR3017 unknown-indicator-unit  study/index.csv:13:39
              found:    the unit “tons”
              expected: one of 1, ratio, %, percentage points, per 1000 persons, previous year = 100, CNY, 1e4 CNY, 1e8 CNY, CNY/person, 1e4 CNY/person, 1e6 USD, USD/person, persons, 1e4 persons, persons/km2, 1e4 households, units, units/1e4 persons, pieces, pieces/1e4 persons, km2, m2/person, t, 1e4 t, t/1e4 CNY, 1e4 kWh, kWh/CNY
              way out:  use a known unit, with a factor in the formula if needed
            CR3009 unknown-variable  study/index.csv:13:44
              found:    the variable “wast”
              expected: a variable of study/panel.csv
              way out:  did you mean “waste”? correct the name, or add the variable to the panel
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
