using System.Globalization;
using ClusterResearch.Notebooks.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class CSharpSessionTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly CSharpSession session;
    private readonly SinkOfTexts sink = new();
    private int number;

    public CSharpSessionTests() => session = new CSharpSession(folder.Path);

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    private CellFailure? Execute(string code, double? seconds = null) =>
        session.Execute(
            code,
            ++number,
            sink,
            seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            TestContext.Current.CancellationToken
        );

    private string Run(string code)
    {
        Assert.Null(Execute(code));
        return sink.Lines.Count > 0 ? sink.Lines[^1] : "";
    }

    private CellFailure Fail(string code, double? seconds = null)
    {
        var failure = Execute(code, seconds);
        Assert.NotNull(failure);
        return failure;
    }

    private static string Text(CellFailure failure) => string.Join("\n", failure.Traceback);

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
        Assert.Contains("failed:DivideByZeroException", sink.Lines);
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
        Run("bool Never(int n) { if (n % 100_000_000 == 0) Console.Write('x'); return n < 0; }");
        var failure = Fail("var s = Enumerable.Range(0, int.MaxValue).Select(n => n / 2).Count(Never);", 1);
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
        var failure = session.Execute("while (true) { }", 1, sink, null, stop.Token);
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
        Assert.Equal("stdout:one\nstderr:twostdout:three 3stdout:4stdout:\ndisplay-1:fiveresult:6", sink.All);
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
        Assert.Equal("<b>x</b>", sink.Last!["text/html"]);
        Run("HTML(\"<i>y</i>\")");
        Assert.Equal("<i>y</i>", sink.Last!["text/html"]);
    }

    [Fact]
    public void Imports_run_from_the_notebooks_folder_and_nest()
    {
        folder.Write(
            "setup.csx",
            "#!import \"lib/more.csx\"\nusing System.Text;\nvar shared = Helper(20);\n"
        );
        folder.Write("lib/more.csx", "#!import \"base.csx\"\nint Helper(int n) => n * Two;");
        folder.Write("lib/base.csx", "const int Two = 2;");
        Assert.Equal("result:41", Run("#!import \"setup.csx\"\nshared + new StringBuilder(\"1\").Length"));
        Assert.Equal("result:40", Run("shared"));
    }

    [Fact]
    public void Lines_keep_their_numbers_around_an_import()
    {
        folder.Write("setup.csx", "var a = 1;");
        Assert.Equal(
            (4, "nothing"),
            Place(Fail("var b = 2;\n#!import \"setup.csx\"\nvar c = a + b;\nnothing"))
        );
        Assert.Equal("result:2", Run("b"));

        static (int, string) Place(CellFailure f) => (f.Line, f.CodeLine);
    }

    [Fact]
    public void A_fault_in_an_imported_file_names_both_places()
    {
        folder.Write("setup.csx", "var a = 1;\nvar b = a / 0.Foo();");
        var failure = Fail("\n#!import \"setup.csx\"");
        Assert.Equal((2, "#!import \"setup.csx\""), (failure.Line, failure.CodeLine));
        Assert.StartsWith(
            "setup.csx, line 2: CS1061: 'int' does not contain a definition for 'Foo'",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "cell 1, line 2: #!import \"setup.csx\"\nsetup.csx, line 2, column 15: CS1061",
            Text(failure),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_import_is_told()
    {
        var failure = Fail("#!import \"none.csx\"");
        Assert.Equal(
            "There is no file none.csx; the path counts from the folder of the file that names it.",
            failure.Message
        );
        Assert.Equal(
            "cell 1, line 1: There is no file none.csx; the path counts from the folder of the file that names it.\n    #!import \"none.csx\"",
            Text(failure)
        );
    }

    [Fact]
    public void A_file_that_imports_itself_is_told()
    {
        folder.Write("a.csx", "#!import \"a.csx\"");
        Assert.Equal("a.csx, line 1: a.csx imports itself.", Fail("#!import \"a.csx\"").Message);
    }

    [Fact]
    public void Time_is_shown() =>
        Assert.StartsWith("time:Wall time: ", Run("#!time\nvar x = 1;"), StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript", "#!javascript does not exist here: show it with display(HTML(\"...\")).")]
    [InlineData("markdown", "#!markdown does not exist here: write it in a Markdown cell.")]
    [InlineData(
        "fsharp",
        "#!fsharp does not exist here: cells are C# only; call the other program from C# or use a notebook of that language."
    )]
    [InlineData(
        "lsmagic",
        "#!lsmagic does not exist here: the lines that exist are #!import \"file.csx\" and #!time."
    )]
    public void Unknown_magic_says_what_to_use(string magic, string expected)
    {
        var failure = Fail($"var x = 1;\n#!{magic}");
        Assert.Equal((expected, 2, "#!" + magic), (failure.Message, failure.Line, failure.CodeLine));
    }

    [Fact]
    public void Magic_inside_a_text_is_text()
    {
        Assert.Equal("result:#!bash\necho", Run("\"\"\"\n#!bash\necho\n\"\"\""));
        Assert.Equal("result:1", Run("/*\n#!bash\n*/\n1"));
    }

    [Fact]
    public void Packages_by_name_are_refused()
    {
        var failure = Fail("\n#r \"nuget: Deedle, 8.1.0\"");
        Assert.StartsWith(
            "#r \"nuget:...\" is not used here: shipped notebooks must run without a network.",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal((2, "#r \"nuget: Deedle, 8.1.0\""), (failure.Line, failure.CodeLine));
    }

    [Fact]
    public void A_missing_assembly_says_how_to_get_it() =>
        Assert.Equal(
            "CS0006: Metadata file 'none.dll' could not be found Build it first (dotnet build); the path counts from the folder of the file that names it.",
            Fail("#r \"none.dll\"").Message
        );

    [Fact]
    public void A_reference_to_an_assembly_of_the_host_gives_the_hosts_types()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "bin"));
        File.Copy(
            typeof(Tables.Table).Assembly.Location,
            Path.Combine(folder.Path, "bin", "ClusterResearch.dll")
        );
        Run("#r \"bin/ClusterResearch.dll\"\n#r \"gone/Plotly.NET.dll\"\nusing ClusterResearch.Tables;");
        Assert.Equal(
            "result:" + typeof(Tables.Table).Assembly.Location,
            Run("typeof(Table).Assembly.Location")
        );
        Assert.Equal(
            "result:1",
            Run("AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"ClusterResearch\")")
        );
    }

    [Fact]
    public void An_assembly_of_the_readers_own_is_loaded_with_its_neighbours()
    {
        var inner = Compile("Inner", "namespace Inner { public class I { public int N => 5; } }");
        Compile(
            "Outer",
            "namespace Outer { public class O { public Inner.I Make() => new Inner.I(); } }",
            inner
        );
        folder.Write("setup.csx", "#r \"lib/Outer.dll\"\nusing Outer;");
        Assert.Equal("result:5", Run("#!import \"setup.csx\"\nnew O().Make().N"));
    }

    private string Compile(string name, string code, params string[] references)
    {
        var path = Path.Combine(folder.Path, "lib", name + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var result = CSharpCompilation
            .Create(
                name,
                [CSharpSyntaxTree.ParseText(code)],
                [
                    .. references
                        .Append(typeof(object).Assembly.Location)
                        .Select(r => MetadataReference.CreateFromFile(r)),
                ],
                new(OutputKind.DynamicallyLinkedLibrary)
            )
            .Emit(path);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return path;
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
