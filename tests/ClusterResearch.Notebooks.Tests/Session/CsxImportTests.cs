using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class CsxImportTests : SessionHarness
{
    [Fact]
    public void Imports_run_from_the_notebooks_folder_and_nest()
    {
        Folder.Write(
            "setup.csx",
            "#!import \"lib/more.csx\"\nusing System.Text;\nvar shared = Helper(20);\n"
        );
        Folder.Write("lib/more.csx", "#!import \"base.csx\"\nint Helper(int n) => n * Two;");
        Folder.Write("lib/base.csx", "const int Two = 2;");
        Assert.Equal("result:41", Run("#!import \"setup.csx\"\nshared + new StringBuilder(\"1\").Length"));
        Assert.Equal("result:40", Run("shared"));
    }

    [Fact]
    public void Lines_keep_their_numbers_around_an_import()
    {
        Folder.Write("setup.csx", "var a = 1;");
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
        Folder.Write("setup.csx", "var a = 1;\nvar b = a / 0.Foo();");
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
        Folder.Write("a.csx", "#!import \"a.csx\"");
        Assert.Equal("a.csx, line 1: a.csx imports itself.", Fail("#!import \"a.csx\"").Message);
    }
}
