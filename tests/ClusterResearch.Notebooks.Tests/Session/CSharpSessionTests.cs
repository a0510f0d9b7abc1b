using System.Globalization;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class CSharpSessionTests : SessionHarness
{
    [Theory]
    [InlineData("1 + 1", "result:2")]
    [InlineData("1.5", "result:1.5")]
    [InlineData("\"text\"", "result:text")]
    [InlineData("\"x\".Trim();", "")]
    [InlineData("var x = 3;", "")]
    [InlineData("string s = null; s", "")]
    [InlineData("", "")]
    [InlineData("// nothing\n", "")]
    [InlineData("await Task.FromResult(7)", "result:7")]
    [InlineData("await Task.Delay(1); 8", "result:8")]
    [InlineData("Enumerable.Range(1, 3)", "result:[1, 2, 3]")]
    [InlineData("record P(int A); new P(1)", "result:P { A = 1 }")]
    [InlineData("int F(int n) => n < 2 ? 1 : n * F(n - 1);\nF(5)", "result:120")]
    [InlineData("File.Exists(\"none\")", "result:False")]
    public void Shows_the_last_expression(string code, string expected) => Assert.Equal(expected, Run(code));

    [Fact]
    public void Later_cells_see_what_earlier_ones_declared()
    {
        Run("using System.Text; int a = 2; record R(int X); int Twice(int n) => 2 * n;");
        Assert.Equal("result:R { X = 4 }", Run("new R(Twice(a))"));
        Assert.Equal("result:x", Run("new StringBuilder(\"x\").ToString()"));
    }

    [Fact]
    public void A_name_can_be_declared_anew_with_another_type()
    {
        Run("var x = 1;");
        Run("var x = \"one\";");
        Assert.Equal("result:3", Run("x.Length"));
    }

    [Fact]
    public void State_survives_an_exception()
    {
        var failure = Fail("var before = 1;\nbefore = 5;\nvar zero = 0;\nvar y = 1 / zero;");
        Assert.Equal(
            ("DivideByZeroException", 4, "var y = 1 / zero;"),
            (failure.Name, failure.Line, failure.CodeLine)
        );
        Assert.Equal(
            "cell 1, line 4: var y = 1 / zero;\nDivideByZeroException: Attempted to divide by zero.",
            Text(failure)
        );
        Assert.Equal("result:5", Run("before"));
        Assert.Contains("failed:DivideByZeroException", Sink.Lines);
    }

    [Fact]
    public void Exceptions_name_the_line_of_the_cell_that_called()
    {
        Run("int Ratio(int a, int b)\n{\n    return a / b;\n}");
        var failure = Fail("var q = 3;\n\nRatio(q, 0)");
        Assert.Equal((3, "Ratio(q, 0)"), (failure.Line, failure.CodeLine));
        Assert.Equal(
            "cell 2, line 3: Ratio(q, 0)\nDivideByZeroException: Attempted to divide by zero.\n   at cell 1, line 3: return a / b;",
            Text(failure)
        );
    }

    [Fact]
    public void Exceptions_behind_await_and_their_causes_are_told()
    {
        var failure = Fail(
            """
            async Task<int> Load()
            {
                await Task.Delay(1);
                try { throw new InvalidDataException("inner"); }
                catch (Exception e) { throw new IOException("outer", e); }
            }
            await Load()
            """
        );
        Assert.Equal(("IOException", "outer", 5), (failure.Name, failure.Message, failure.Line));
        Assert.Contains("   at cell 1, line 7: await Load()", failure.Traceback);
        Assert.Contains("caused by InvalidDataException: inner", failure.Traceback);
    }

    [Fact]
    public void A_waited_task_tells_its_cause()
    {
        var failure = Fail("\nTask.Run(() => { throw new ArgumentException(\"bad\"); }).Wait();");
        Assert.Equal(("AggregateException", 2), (failure.Name, failure.Line));
        Assert.Contains("caused by ArgumentException: bad", failure.Traceback);
    }

    [Fact]
    public void A_sequence_that_throws_while_shown_names_its_line()
    {
        var failure = Fail("var zero = 0;\nvar s = new[] { 1 }\n    .Select(x => x / zero);\ns");
        Assert.Equal(("DivideByZeroException", 3), (failure.Name, failure.Line));
    }

    /// <summary>The runtime keeps no line for this one check of optimised code.</summary>
    [Fact]
    public void An_index_out_of_range_names_the_lines_that_index()
    {
        var failure = Fail("var xs = new[] { 1 };\nvar n = 3;\nConsole.Write(xs[n]);");
        Assert.Equal("IndexOutOfRangeException", failure.Name);
        Assert.Contains("line 3", Text(failure), StringComparison.Ordinal);
        Assert.Contains("Console.Write(xs[n]);", Text(failure), StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_errors_show_line_column_code_and_caret()
    {
        var failure = Fail("var a = 1;\nvar b = a + wrong;\nint c = \"x\";");
        Assert.Equal(CellFailure.CompilationError, failure.Name);
        Assert.Equal((2, 13, "var b = a + wrong;"), (failure.Line, failure.Column, failure.CodeLine));
        Assert.Equal(
            "CS0103: The name 'wrong' does not exist in the current context (and 1 more)",
            failure.Message
        );
        Assert.Equal(
            """
            cell 1, line 2, column 13: CS0103: The name 'wrong' does not exist in the current context
                var b = a + wrong;
                            ^
            cell 1, line 3, column 9: CS0029: Cannot implicitly convert type 'string' to 'int'
                int c = "x";
                        ^
            """,
            Text(failure)
        );
        Assert.Equal("result:1", Run("1"));
    }

    [Fact]
    public void The_caret_stands_under_chinese_too() =>
        Assert.EndsWith(
            "\n        \u3000\u3000       ^",
            Text(Fail("var 郑州 = 1 + x;")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("var n = 0L; for (;;) n++;")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("while (true) { try { Thread.Sleep(10); } catch { } }")]
    [InlineData("for (;;) ;")]
    [InlineData(
        "foreach (var i in Enumerable.Range(0, int.MaxValue)) foreach (var (a, b) in new[] { (1, 2) }) ;"
    )]
    [InlineData("do Task.Yield(); while (kept > 0);")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("while (true) Console.Write(\"\");")]
    public void An_endless_cell_is_stopped_and_state_stays(string code)
    {
        Run("using System.Threading; var kept = 42;");
        var failure = Fail("\n" + code, 0.3);
        Assert.Equal((CellFailure.Timeout, 2, code), (failure.Name, failure.Line, failure.CodeLine));
        Assert.Equal(
            "The cell ran longer than 0.3 s and was stopped. Look for an endless loop, or give it more time.",
            failure.Message
        );
        Assert.Equal("result:42", Run("kept"));
    }

    [Fact]
    public void Code_that_cannot_be_stopped_is_left_behind_and_not_heard_any_more()
    {
        var failure = Fail("var s = Enumerable.Range(0, int.MaxValue).Select(Math.Abs).Select(int.Abs).Count(int.IsNegative);", 1);
        Assert.Equal(
            "The cell ran longer than 1 s and could not be stopped; it goes on in the background until the program ends. Look for an endless loop, or give it more time.",
            failure.Message
        );
        Assert.Equal("result:1", Run("1"));
        Assert.Equal(CellFailure.CompilationError, Fail("s").Name);
    }

    [Fact]
    public void The_caller_can_stop_a_cell()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var failure = Execute("while (true) { }", cancellation: stop.Token);
        Assert.Equal((CellFailure.Interrupted, "The cell was stopped."), (failure!.Name, failure.Message));
    }

    [Fact]
    public void Console_text_arrives_in_order_from_any_thread()
    {
        Run(
            """
            Console.WriteLine("one");
            Console.Error.Write("two");
            await Task.Run(() => Console.Write("three {0}", 3));
            var t = new System.Threading.Thread(() => Console.WriteLine('4')); t.Start(); t.Join();
            display("five");
            6
            """
        );
        Assert.Equal("stdout:one\nstderr:twostdout:three 3stdout:4stdout:\ndisplay-1:fiveresult:6", Sink.All);
    }

    [Fact]
    public void A_display_can_be_updated_in_a_later_cell()
    {
        Run("var d = display(\"0 %\");");
        Assert.Equal("display-1*:100 %", Run("d.Update(\"100 %\");"));
        Assert.Equal("display-2:null", Run("display(null);"));
    }

    [Fact]
    public void Html_is_shown_as_it_is()
    {
        Run("display(HTML(\"<b>x</b>\"));");
        Assert.Equal("<b>x</b>", Sink.Last!["text/html"]);
        Run("HTML(\"<i>y</i>\")");
        Assert.Equal("<i>y</i>", Sink.Last!["text/html"]);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    public void Values_print_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Run("var x = 1234.5; record P(double X);");
            Assert.Equal("result:1234.5", Run("x"));
            Assert.Equal("result:P { X = 1234.5 }", Run("new P(x)"));
            Assert.Equal("result:[1234.5, (0.5, 2)]", Run("new object[] { x, (0.5, 2) }"));
            Assert.Equal("result:" + culture, Run("System.Globalization.CultureInfo.CurrentCulture.Name"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
