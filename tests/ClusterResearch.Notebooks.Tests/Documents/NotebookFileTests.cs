using System.Text;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Tests.Documents;

public sealed class NotebookFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Notebook Read(string json) =>
        NotebookFile.Read(folder.Write("05-1-data.ipynb", json), "notebooks/05-1-data.ipynb");

    private string Fault(string json) => Assert.Throws<FindingsException>(() => Read(json)).Message;

    private string Fault(byte[] bytes)
    {
        var path = Path.Combine(folder.Path, "raw.ipynb");
        File.WriteAllBytes(path, bytes);
        return Assert.Throws<FindingsException>(() => NotebookFile.Read(path, "raw.ipynb")).Message;
    }

    private const string Kernel = """ "metadata":{"kernelspec":{"name":".net-csharp"}},"nbformat":4 """;

    [Fact]
    public void Reads_cells_title_and_id()
    {
        var notebook = Read(NotebookText.Json(("markdown", "Intro\n# The data "), ("code", "1 + 1")));
        Assert.Equal("05-1-data", notebook.Id);
        Assert.Equal("The data", notebook.Title);
        Assert.Equal([CellKind.Markdown, CellKind.Code], notebook.Cells.Select(c => c.Kind));
        Assert.Equal("1 + 1", notebook.Cells[1].Source);
    }

    [Fact]
    public void Joins_lines_and_normalises_line_ends()
    {
        var notebook = Read(
            $$"""{"cells":[{"cell_type":"code","id":"a","metadata":{},"source":["a\r\n","b"]}],{{Kernel}}}"""
        );
        Assert.Equal("a\nb", notebook.Cells[0].Source);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Single(Read("\uFEFF" + NotebookText.Of("1")).Cells);

    [Fact]
    public void Missing_file() =>
        Assert.Equal(
            """
            1 finding
            CR4001 missing-notebook  notebooks/none.ipynb
              found:    no such file
              expected: a notebook (.ipynb)
              way out:  Check the path; the notebooks lie in notebooks/.
            """,
            Assert
                .Throws<FindingsException>(() =>
                    NotebookFile.Read(Path.Combine(folder.Path, "none.ipynb"), "notebooks/none.ipynb")
                )
                .Message
        );

    [Fact]
    public void Bad_json_names_line_and_column()
    {
        var text = Fault("{\n \"cells\": [,],\n \"nbformat\": 4\n}");
        Assert.Contains("CR4002 bad-json  notebooks/05-1-data.ipynb:2:12", text, StringComparison.Ordinal);
        Assert.Contains("found:    ',' is an invalid start of a value", text, StringComparison.Ordinal);
        Assert.Contains("way out:  Open the file as text at this place", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_json_counts_columns_in_characters() =>
        Assert.Contains("ipynb:1:9\n", Fault("{\"郑州市\": x}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "bad-json  notebooks/05-1-data.ipynb:1:1\n  found:    an empty file")]
    [InlineData(
        "[1]",
        "CR4003 not-a-notebook  notebooks/05-1-data.ipynb:1:1\n  found:    JSON without 'nbformat'"
    )]
    [InlineData(
        "{\"nbformat\":3}",
        "CR4003 not-a-notebook  notebooks/05-1-data.ipynb:1:13\n  found:    nbformat 3"
    )]
    [InlineData("{\"nbformat\":4}", "found:    no list of cells\n  expected: a list 'cells'")]
    [InlineData("{\"nbformat\":4,\n\"cells\":[5]}", "ipynb:2:10\n  found:    a cell without source")]
    [InlineData(
        "{\"nbformat\":4,\"cells\":[]}",
        "CR4004 unknown-kernel  notebooks/05-1-data.ipynb:1:1\n  found:    no kernel"
    )]
    public void Says_what_is_no_notebook(string json, string expected) =>
        Assert.Contains(expected, Fault(json), StringComparison.Ordinal);

    [Fact]
    public void Chinese_legacy_encoding_is_named()
    {
        byte[] gbk = [.. "{\n\"a\": \""u8, 0xd6, 0xa3, 0xd6, 0xdd, .. "\"}"u8];
        Assert.Contains(
            "raw.ipynb:2:8\n  found:    bytes that are not UTF-8",
            Fault(gbk),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Unknown_kernel_is_named_with_its_place()
    {
        var text = Fault(
            """
            {"cells":[], "metadata":{
              "kernelspec":{"name":"python3"}}, "nbformat":4}
            """
        );
        Assert.Contains(
            "CR4004 unknown-kernel  notebooks/05-1-data.ipynb:2:24",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "found:    kernel 'python3'\n  expected: kernel '.net-csharp' (C#)",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void All_findings_of_a_notebook_come_at_once()
    {
        var text = Fault(
            """
            {"cells":[
            {"cell_type":"code","id":"a","metadata":{},"source":""},
            {"cell_type":"code","id":"a","metadata":{"dotnet_interactive":{"language":"csharp"}},"source":""},
            {"cell_type":"code","metadata":{},"source":""},
            {"cell_type":"raw","id":"d","metadata":{},"source":""}],
            "metadata":{"polyglot_notebook":{},"kernelspec":{"name":"ir"}},"nbformat":4}
            """
        );
        Assert.Equal(
            [
                "CR4006 duplicate-cell-id  notebooks/05-1-data.ipynb:3:26",
                "CR4008 foreign-metadata  notebooks/05-1-data.ipynb:3:63",
                "CR4005 missing-cell-id  notebooks/05-1-data.ipynb:4:1",
                "CR4007 unknown-cell-type  notebooks/05-1-data.ipynb:5:14",
                "CR4008 foreign-metadata  notebooks/05-1-data.ipynb:6:33",
                "CR4004 unknown-kernel  notebooks/05-1-data.ipynb:6:57",
            ],
            text.Split('\n').Where(l => l.StartsWith("CR", StringComparison.Ordinal))
        );
        Assert.StartsWith("6 findings\n", text, StringComparison.Ordinal);
        Assert.Contains("found:    cell 4 has the type 'raw'", text, StringComparison.Ordinal);
        Assert.Contains("way out:  cluster clean notebooks/05-1-data.ipynb", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_of_all_notebooks_come_at_once()
    {
        var first = folder.Write("a.ipynb", "{");
        var second = folder.Write("b.ipynb", "[]");
        var e = Assert.Throws<FindingsException>(() =>
            NotebookFile.ReadAll([(first, "a.ipynb"), (second, "b.ipynb")])
        );
        Assert.Equal(["a.ipynb", "b.ipynb"], e.Findings.Select(f => f.File));
    }

    [Fact]
    public void Writes_canonical_json()
    {
        var notebook = new Notebook(
            "x",
            "x.ipynb",
            [
                new Cell("intro", CellKind.Markdown, "# 郑州 \"A\""),
                new Cell("code", CellKind.Code, "a\nb")
                {
                    ExecutionCount = 1,
                    Outputs =
                    [
                        new CellOutput.Text("stdout", "one\ntwo\n"),
                        new CellOutput.Display(
                            new Dictionary<string, string>
                            {
                                ["text/plain"] = "t",
                                ["application/vnd.plotly.v1+json"] = "{\"data\":[]}",
                            }.ToSortedData(),
                            IsResult: true
                        ),
                        new CellOutput.Failure("E", "m", ["l"]),
                    ],
                },
            ]
        );
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "canonical.ipynb")),
            Encoding.UTF8.GetString(NotebookFile.ToBytes(notebook))
        );
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "canonical.ipynb"));
        var path = Path.Combine(folder.Path, "x.ipynb");
        File.WriteAllBytes(path, bytes);
        Assert.Equal(bytes, NotebookFile.ToBytes(NotebookFile.Read(path, "x.ipynb")));
    }

    [Fact]
    public void Tags_and_pasted_pictures_survive()
    {
        var notebook = Read(
            """
            {"cells":[{"cell_type":"markdown","id":"a","metadata":{"tags":["x"],"execution":{"t":1}},"attachments":{"p.png":{"image/png":"AA"}},"source":"s"}],
             "metadata":{"title":"T","kernelspec":{"name":"cluster-csharp"}},"nbformat":4}
            """
        );
        var text = Encoding
            .UTF8.GetString(NotebookFile.ToBytes(notebook))
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains(
            """{"attachments":{"p.png":{"image/png":"AA"}},"cell_type":"markdown","id":"a","metadata":{"tags":["x"]}""",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            "name":".net-csharp"},"language_info":{"name":"C#"},"title":"T"}
            """,
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Json_that_is_none_is_written_as_text()
    {
        var output = new CellOutput.Display(
            new Dictionary<string, string> { ["application/json"] = "{broken" }.ToSortedData(),
            IsResult: false
        );
        var notebook = new Notebook("x", "x", [new Cell("a", CellKind.Code, "") { Outputs = [output] }]);
        Assert.Contains(
            "\"{broken\"",
            Encoding.UTF8.GetString(NotebookFile.ToBytes(notebook)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{\n \"cells\": [{\"source\": \"\\ud800\"}]}", "ipynb:2:23\n  found:    an escape that is no character")]
    [InlineData("{\"nbformat\": 4,\n \"nbformat\": 4}", "ipynb:2:2\n  found:    the property “nbformat” a second time")]
    public void Json_that_says_what_cannot_be_is_told_with_its_place(string json, string expected) =>
        Assert.Contains(expected, Fault(json), StringComparison.Ordinal);
}
