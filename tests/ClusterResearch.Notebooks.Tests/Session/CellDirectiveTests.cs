namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class CellDirectiveTests : SessionHarness
{
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
}
