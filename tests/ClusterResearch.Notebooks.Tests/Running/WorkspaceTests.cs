using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Notebooks.Tests.Running;

public sealed class WorkspaceTests
{
    [Fact]
    public void Is_found_from_below_and_lists_notebooks_by_id()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "data", "henan"));
        foreach (
            var name in new[]
            {
                "notebooks/06-1-b.ipynb",
                "notebooks/guides/05-1-a.ipynb",
                "notebooks/.ipynb_checkpoints/x.ipynb",
                "notebooks/setup.csx",
            }
        )
        {
            folder.Write(name, "");
        }
        var workspace = Workspace.Find(Path.Combine(folder.Path, "data", "henan"));
        Assert.Equal(folder.Path, workspace.Root);
        Assert.Equal(
            ["notebooks/guides/05-1-a.ipynb", "notebooks/06-1-b.ipynb"],
            workspace.Notebooks().Select(n => n.Name)
        );
    }

    [Fact]
    public void Says_what_is_missing_where_there_is_none()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "notebooks"));
        var e = Assert.Throws<FindingsException>(() => Workspace.Find(folder.Path));
        Assert.Contains("CR4010 no-project", e.Message, StringComparison.Ordinal);
        Assert.Contains(
            "way out:  Change into the project's folder (cd) and try again.",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("05-1-data", "05-1-data")]
    [InlineData("05-1", "05-1-data")]
    [InlineData("05", "05-1-data 05-10-more")]
    [InlineData("05-10-m", "05-10-more")]
    [InlineData("07", "")]
    public void A_word_means_an_id_or_the_beginning_of_ids(string word, string expected)
    {
        NotebookPath[] notebooks = [new("/n/05-1-data.ipynb", "n"), new("/n/05-10-more.ipynb", "n")];
        Assert.Equal(
            expected,
            string.Join(' ', NotebookPath.Matching([.. notebooks], word).Select(n => n.Id))
        );
    }
}
