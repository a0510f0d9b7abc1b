using ClusterResearch.Notebooks.Kernel.Editing;
using ClusterResearch.Notebooks.Session;
using ClusterResearch.Notebooks.Tests.Session;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Tests.Kernel.Editing;

/// <summary>In the tests of this class <c>|</c> is the cursor.</summary>
[Collection(ProcessWide.Name)]
public sealed class CellEditorTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly CSharpSession session;
    private readonly CellEditor editor;

    public CellEditorTests()
    {
        session = new CSharpSession(folder.Path);
        editor = new CellEditor(session.Preview);
        var failure = session.Execute(
            "using ClusterResearch.Indexing; using ClusterResearch.Indexing.Weighing;\nvar recipe = new IndexRecipe(); string? maybe = null; var numbers = new List<double> { 1 };\nrecord City(string Name, double Score);",
            1, new SinkOfTexts(), cancellation: TestContext.Current.CancellationToken
        );
        Assert.True(failure is null, failure?.Message);
    }

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine")]
    [InlineData("numbers.Ad|", "Add AddRange")]
    [InlineData("numbers.\n  Wher|", "Where")]
    [InlineData("maybe?.Len|", "Length")]
    [InlineData("var other = recipe with { Wei| };", "Weighting")]
    [InlineData("var other = recipe with { Weighting = new EqualWeights(), N|", "Normalisation")]
    [InlineData("var other = new IndexRecipe { Wei| };", "Weighting")]
    [InlineData("new City(\"a\", Sco|", "Score:")]
    [InlineData("Math.Round(1.5, dig|", "digits:")]
    [InlineData("Console.WriteL|\nvar later = 1;", "WriteLine")]
    [InlineData("var here = 1; her|", "here")]
    [InlineData("var total = num|bers.Count;", "numbers")]
    [InlineData("numbers.Select(n => n.CompareT|)", "CompareTo")]
    [InlineData("System.Threading.Tas|", "Tasks")]
    [InlineData("using ClusterResearch.Ind|", "Indexing")]
    [InlineData("Ci|", "City")]
    [InlineData("disp|", "display")]
    [InlineData("forea|", "foreach")]
    [InlineData("int Twice(int number) => numb|", "number numbers")]
    [InlineData("#!im|", "#!import")]
    [InlineData("#!time\nnumbers.Ad|", "Add AddRange")]
    [InlineData("Console.Write(\"numbers.Ad|\")", "")]
    [InlineData("// numbers.Ad|", "")]
    [InlineData("nothing.Ad|", "")]
    [InlineData("Console.WriteLin|e", "WriteLine")]
    public void Completes_names_that_make_sense_there(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', Complete(code).Items.Select(i => i.Text).Where(t => !code.StartsWith("Ci", StringComparison.Ordinal) || t == "City")));

    [Fact]
    public void Tells_kinds_and_signatures()
    {
        Assert.Contains(new CompletionItem("Add", "function", "void List<double>.Add(double item)"), Complete("numbers.Ad|").Items);
        Assert.Contains(new CompletionItem("numbers", "instance", "List<double> numbers"), Complete("numb|").Items);
        Assert.Contains(new CompletionItem("Score", "property", "double City.Score { get; init; }"), Complete("new City(\"a\", 1).Sc|").Items);
        Assert.StartsWith("IEnumerable<double> IEnumerable<double>.Where<double>(Func<double, bool> predicate) (+ 1 more)", Complete("numbers.Wher|").Items[0].Signature, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_value_are_not_those_of_its_type()
    {
        var ofValue = Complete("maybe!.|").Items.Select(i => i.Text).ToList();
        var ofType = Complete("string.|").Items.Select(i => i.Text).ToList();
        Assert.Contains("Length", ofValue);
        Assert.Contains("Aggregate", ofValue);
        Assert.DoesNotContain("IsNullOrEmpty", ofValue);
        Assert.Contains("IsNullOrEmpty", ofType);
        Assert.DoesNotContain("Length", ofType);
    }

    [Fact]
    public void Without_a_letter_the_readers_own_names_are_shown_and_not_every_type()
    {
        var names = Complete("|").Items.Select(i => i.Text).ToList();
        Assert.Contains("numbers", names);
        Assert.Contains("display", names);
        Assert.DoesNotContain("Console", names);
        Assert.InRange(names.Count, 10, 300);
    }

    [Fact]
    public void Says_which_part_it_replaces() => Assert.Equal((8, 10), (Complete("numbers.Ad|").Start, Complete("numbers.Ad|").End));

    [Fact]
    public void Shows_the_documentation_of_our_library_with_its_formulas()
    {
        var text = Inspect("var w = new EntropyWei|ghts();");
        Assert.StartsWith("EntropyWeights", text[text.IndexOf("EntropyWeights", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("an indicator counts the more, the less evenly it is spread.", text, StringComparison.Ordinal);
        Assert.Contains("e_j = −(1 / ln N) Σ_i p_ij ln p_ij", text, StringComparison.Ordinal);
        Assert.Contains("Verification scikit-criteria, R and pandas: tests/reference/B_weighting.json.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Math.Sqrt|", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(|", "double Math.Sqrt(double d)")]
    [InlineData("Math.Round(1.5, |", "double Math.Round(double")]
    [InlineData("numb|ers", "List<double> numbers")]
    [InlineData("recipe.Weigh|ting", "Weighting IndexRecipe.Weighting { get; init; }")]
    public void Shows_the_declaration(string code, string declaration) => Assert.Contains(declaration, Inspect(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("Math.Sqrt|", "Returns the square root of a specified number.")]
    [InlineData("numbers.Wher|e(n => n > 0)", "Filters a sequence of values")]
    public void Shows_the_documentation_of_the_runtime(string code, string summary) => Assert.Contains(summary, Inspect(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("nothing|")]
    [InlineData("// Math|")]
    public void Tells_nothing_where_there_is_nothing(string code) => Assert.Null(editor.Inspect(code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal)));

    private Completion Complete(string code) => editor.Complete(code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal));

    private string Inspect(string code) => editor.Inspect(code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|', StringComparison.Ordinal))![MimeType.Text];
}
