using ClusterResearch.Indexing;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Notebooks.Publishing.Prose.Tex;

namespace ClusterResearch.Notebooks.Tests.Publishing.Prose.Tex;

public class TexToMathMlTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("0.25", "<mn>0.25</mn>")]
    [InlineData("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData("x < y", "<mi>x</mi><mo>&lt;</mo><mi>y</mi>")]
    [InlineData("w_j", "<msub><mi>w</mi><mi>j</mi></msub>")]
    [InlineData("x^2_{ij}", "<msubsup><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow><mn>2</mn></msubsup>")]
    [InlineData("f'", "<msup><mi>f</mi><mo>′</mo></msup>")]
    [InlineData("f'^2", "<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>")]
    [InlineData("{}^2", "<msup><mrow></mrow><mn>2</mn></msup>")]
    [InlineData(@"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\sqrt[3]{x}", "<mroot><mi>x</mi><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData(@"\sqrt x", "<msqrt><mi>x</mi></msqrt>")]
    [InlineData(@"\alpha\Omega", "<mi>α</mi><mi mathvariant=\"normal\">Ω</mi>")]
    [InlineData(@"\mathrm{GDP}", "<mi>GDP</mi>")]
    [InlineData(@"\mathrm{d}x", "<mi mathvariant=\"normal\">d</mi><mi>x</mi>")]
    [InlineData(@"\mathbf{X}", "<mi>𝐗</mi>")]
    [InlineData(@"\boldsymbol{\beta}", "<mi>𝜷</mi>")]
    [InlineData(@"\mathbb{R}", "<mi>ℝ</mi>")]
    [InlineData(@"\mathcal{L}", "<mi>ℒ</mi>")]
    [InlineData(@"\text{if } x", "<mtext>if\u00a0</mtext><mi>x</mi>")]
    [InlineData(@"\ln n", "<mi>ln</mi><mspace width=\"0.1667em\"></mspace><mi>n</mi>")]
    [InlineData(@"\ln(n)", "<mi>ln</mi><mo stretchy=\"false\" form=\"prefix\">(</mo>")]
    [InlineData(@"\operatorname{rank} x", "<mi>rank</mi><mspace width=\"0.1667em\"></mspace><mi>x</mi>")]
    [InlineData(@"\hat{y}", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData(@"\bar x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">¯</mo></mover>")]
    [InlineData(@"a \in \{1, 2\}", "<mo>∈</mo><mo stretchy=\"false\" form=\"prefix\">{</mo>")]
    [InlineData(@"\left.x\right|", "<mrow><mi>x</mi><mo stretchy=\"true\" form=\"postfix\">|</mo></mrow>")]
    [InlineData(@"\left\{x\right.", "<mrow><mo stretchy=\"true\" form=\"prefix\">{</mo><mi>x</mi></mrow>")]
    [InlineData("a\\;b", "<mi>a</mi><mspace width=\"0.2778em\"></mspace><mi>b</mi>")]
    [InlineData(@"50\%", "<mn>50</mn><mi mathvariant=\"normal\">%</mi>")]
    [InlineData("产 % 注释", "<mi>产</mi>")]
    public void Subset_becomes_MathML(string tex, string expected) =>
        Assert.Contains(expected, TexToMathMl.Convert(tex, display: false).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Sums_take_limits_and_integrals_take_scripts()
    {
        var sum = TexToMathMl.Convert(@"\sum_{i=1}^n x", display: true).ToString();
        Assert.Contains(
            "<munderover><mo movablelimits=\"true\">∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>x</mi>",
            sum,
            StringComparison.Ordinal
        );
        Assert.Contains("<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>", TexToMathMl.Convert(@"\int_0^1", true).ToString(), StringComparison.Ordinal);
        Assert.Contains("<msub><mo movablelimits=\"true\">∑</mo><mi>i</mi></msub>", TexToMathMl.Convert(@"\sum\nolimits_i", true).ToString(), StringComparison.Ordinal);
        Assert.Contains("<munder><mo movablelimits=\"true\" lspace=\"0\" rspace=\"0\">max</mo><mi>j</mi></munder>", TexToMathMl.Convert(@"\max_j", true).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_are_bracketed_on_the_left_only()
    {
        var cases = TexToMathMl.Convert(@"\begin{cases} 1 & x > 0 \\ 0 \end{cases}", display: true).ToString();
        Assert.Contains(
            "<mrow><mo stretchy=\"true\" form=\"prefix\">{</mo><mtable><mtr><mtd class=\"left\"><mn>1</mn></mtd><mtd class=\"left\"><mi>x</mi><mo>&gt;</mo><mn>0</mn></mtd></mtr>"
                + "<mtr><mtd class=\"left\"><mn>0</mn></mtd></mtr></mtable></mrow>",
            cases,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Aligned_columns_stand_right_and_left_in_turn_and_a_last_line_break_adds_no_line()
    {
        var lines = TexToMathMl.Convert("\\begin{aligned} a &= b \\\\[4pt] c &= d \\\\ \\end{aligned}", display: true).ToString();
        Assert.Contains("<mtable displaystyle=\"true\"><mtr><mtd class=\"right tight\"><mi>a</mi></mtd><mtd class=\"left tight\"><mo>=</mo><mi>b</mi></mtd></mtr>", lines, StringComparison.Ordinal);
        Assert.Equal(2, lines.Split("<mtr>").Length - 1);
    }

    [Fact]
    public void Source_goes_along_escaped()
    {
        var math = TexToMathMl.Convert(@"a < b", display: false).ToString();
        Assert.EndsWith("<annotation encoding=\"application/x-tex\">a &lt; b</annotation></semantics></math>", math, StringComparison.Ordinal);
    }

    [Fact]
    public void Tag_numbers_a_display_equation()
    {
        var math = TexToMathMl.Convert(@"x \tag{5.1}", display: true).ToString();
        Assert.StartsWith("<span class=\"equation\" role=\"group\" aria-label=\"Equation\"><math display=\"block\">", math, StringComparison.Ordinal);
        Assert.EndsWith("<span class=\"equation-number\">(5.1)</span></span>", math, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\sigmma", @"\sigmma", "one of the commands that pages can show:", "write the formula with these commands", 0)]
    [InlineData(@"x + \Alpha", @"\Alpha", "one of the commands that pages can show:", @"write \alpha", 4)]
    [InlineData(@"\frac{a}", "the end of the formula", @"an argument after \frac", @"write \frac{…}", 8)]
    [InlineData("{a", "a group that is never closed", "a closing brace }", "close the group", 0)]
    [InlineData("a}", "}", "an opening brace before it", "remove the brace or open a group", 1)]
    [InlineData("x^2^3", "^", "one script of each kind", "set braces, e.g. {x_i}_j", 3)]
    [InlineData("a & b", "&", "one line of formula", @"put lines into \begin{aligned} … \end{aligned}", 2)]
    [InlineData(@"\left( x", @"\left without its partner", @"\right and a bracket", @"close with \right) or \right.", 0)]
    [InlineData(@"x \right)", @"\right", "its partner before it", "remove it, or write what opens it", 2)]
    [InlineData(@"\left a", "a", @"a bracket after \left", @"write ( ) [ ] | / \{ \} \langle \rangle or a point for none", 6)]
    [InlineData(@"\begin{tikz}", @"\begin{tikz}", "one of the environments Bmatrix, Vmatrix", "write the formula with one of these", 0)]
    [InlineData(@"\begin{cases} x", @"\begin{cases} without its end", @"\end{cases}", "close the environment", 0)]
    [InlineData(@"\begin{cases} x \end{matrix}", @"\end{matrix}", @"\end{cases}", "close the environments from the inside", 16)]
    [InlineData(@"\limits_i x", @"\limits", @"an operator before it, e.g. \sum", "move it behind the operator", 0)]
    [InlineData(@"\text x", "x", @"a text in braces after \text", @"write \text{…}", 6)]
    [InlineData(@"\sqrt[3", "an option that is never closed", "a closing bracket ]", "close the bracket", 5)]
    public void Faults_say_place_found_expected_and_way_out(string tex, string found, string expected, string wayOut, int position)
    {
        var fault = Assert.Throws<TexFault>(() => TexToMathMl.Convert(tex, display: false));
        Assert.Equal(found, fault.Message);
        Assert.StartsWith(expected, fault.Expected, StringComparison.Ordinal);
        Assert.Equal(wayOut, fault.WayOut);
        Assert.Equal(position, fault.Position);
    }

    [Fact]
    public void Unknown_command_names_the_known_ones()
    {
        var fault = Assert.Throws<TexFault>(() => TexToMathMl.Convert(@"\foo", display: false));
        foreach (var command in new[] { @"\alpha", @"\frac", @"\sum", @"\operatorname", @"\mathbf", @"\left", @"\hat", @"\quad" })
        {
            Assert.Contains(command, fault.Expected.Split(' '));
        }
    }

    [Fact]
    public void Groups_within_groups_have_an_end() =>
        Assert.Throws<TexFault>(() => TexToMathMl.Convert(new string('{', 5000) + new string('}', 5000), display: false));

    [Fact]
    public void Every_known_command_is_converted_or_asks_for_its_arguments()
    {
        foreach (var command in TexParser.KnownCommands.Except([@"\end", @"\right", @"\limits", @"\nolimits"]))
        {
            var fault = Record.Exception(() => TexToMathMl.Convert($"{command} {{a}} {{b}}", display: true));
            Assert.True(
                fault is null or TexFault { Expected: not null } && fault?.Message != command,
                $"{command}: {fault?.Message}"
            );
        }
    }

    /// <summary>A formula that cannot be drawn would fail the publishing of a notebook that shows its card.</summary>
    [Fact]
    public void The_formulas_of_all_methods_are_drawn()
    {
        var families = new[] { typeof(Normalisation), typeof(Weighting), typeof(Aggregation) };
        var methods = typeof(Study).Assembly.GetExportedTypes().Where(t => !t.IsAbstract && families.Any(t.IsSubclassOf) && t.GetConstructor(Type.EmptyTypes) is not null).ToArray();
        Assert.True(methods.Length > 15);
        Assert.All(methods, t => TexToMathMl.Convert(((MethodCard)t.GetProperty("Card")!.GetValue(Activator.CreateInstance(t))!).Formula, display: true));
    }
}
