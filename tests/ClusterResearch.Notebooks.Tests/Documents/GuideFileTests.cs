using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Tests.Documents;

public sealed class GuideFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_guide_is_a_notebook_of_one_cell_with_its_pictures_in_it()
    {
        folder.Write("images/a.svg", "<svg/>");

        var guide = GuideFile.Read(folder.Write("first-steps.md", "# First steps\r\n\n![A picture](images/a.svg) and [a link](b.md).\n"), "notebooks/guides/first-steps.md");

        Assert.Equal(("first-steps", "First steps"), (guide.Id, guide.Title));
        var cell = Assert.Single(guide.Cells);
        Assert.Equal(CellKind.Markdown, cell.Kind);
        Assert.Equal("# First steps\n\n![A picture](data:image/svg+xml;base64,PHN2Zy8+) and [a link](b.md).\n", cell.Source);
    }

    [Fact]
    public void Every_picture_that_is_not_there_is_named()
    {
        var path = folder.Write("a.md", "# A\n\n  ![x](images/x.png)\n![y](notes.txt)");

        var findings = Assert.Throws<FindingsException>(() => GuideFile.Read(path, "notebooks/guides/a.md")).Findings;

        Assert.Equal(
            [
                "CR8020 missing-picture  notebooks/guides/a.md:3:3\n  found:    the picture images/x.png\n  expected: a file .png, .jpg or .svg, named from the guide's folder\n  way out:  Add the picture or mend its name.",
                "CR8020 missing-picture  notebooks/guides/a.md:4:1\n  found:    the picture notes.txt\n  expected: a file .png, .jpg or .svg, named from the guide's folder\n  way out:  Add the picture or mend its name.",
            ],
            findings.Select(f => f.ToString())
        );
    }
}
