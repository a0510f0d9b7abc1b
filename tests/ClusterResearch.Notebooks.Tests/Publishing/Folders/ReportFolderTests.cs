using System.Collections.Immutable;
using System.Text;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Publishing.Folders;

namespace ClusterResearch.Notebooks.Tests.Publishing.Folders;

public sealed class ReportFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("report-folder-").FullName;

    private string Report => Path.Combine(root, "reports");

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static ImmutableSortedDictionary<string, byte[]> Files(string text) =>
        new Dictionary<string, byte[]> { ["index.html"] = Encoding.UTF8.GetBytes(text), ["assets/a.css"] = "b"u8.ToArray() }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(root).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal)];

    private string Text() => File.ReadAllText(Path.Combine(Report, "index.html"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void New_report_takes_the_place_of_the_former_and_leaves_nothing_beside_it(bool oneStep)
    {
        Func<string, string, bool> swap = oneStep ? AtomicExchange.TrySwap : (_, _) => false;
        ReportFolder.Replace(Report, Files("one"), swap);
        File.WriteAllText(Path.Combine(Report, ".DS_Store"), "");
        ReportFolder.Replace(Report, Files("two"), swap);
        Assert.Equal("two", Text());
        Assert.Equal(["reports"], Names());
        Assert.Equal("assets/a.css\nindex.html\n", File.ReadAllText(Path.Combine(Report, ReportFolder.Marker)));
    }

    [Fact]
    public void Folders_swap_in_one_step_on_Linux()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "renameat2 is Linux's.");
        var (a, b) = (Directory.CreateDirectory(Path.Combine(root, "一")), Directory.CreateDirectory(Path.Combine(root, "b")));
        File.WriteAllText(Path.Combine(a.FullName, "was-a"), "");
        Assert.True(AtomicExchange.TrySwap(a.FullName, b.FullName));
        Assert.True(File.Exists(Path.Combine(b.FullName, "was-a")));
        Assert.False(AtomicExchange.TrySwap(a.FullName, Path.Combine(root, "missing")));
    }

    [Fact]
    public void Run_that_ended_between_two_renames_is_repaired()
    {
        ReportFolder.Replace(Report, Files("good"));
        Directory.Move(Report, Path.Combine(root, ".reports.old"));
        Directory.CreateDirectory(Path.Combine(root, ".reports.new", "half"));
        var fault = Record.Exception(() => ReportFolder.Replace(Report, Files("next"), (_, _) => throw new IOException("killed here")));
        Assert.IsType<FindingsException>(fault);
        Assert.Equal("good", Text());
        ReportFolder.Replace(Report, Files("next"));
        Assert.Equal("next", Text());
        Assert.Equal(["reports"], Names());
    }

    [Fact]
    public void Run_that_ended_before_cleaning_up_is_cleaned_up()
    {
        ReportFolder.Replace(Report, Files("good"));
        Directory.CreateDirectory(Path.Combine(root, ".reports.old", "x"));
        Directory.CreateDirectory(Path.Combine(root, ".reports.new", "x"));
        ReportFolder.Replace(Report, Files("next"));
        Assert.Equal("next", Text());
        Assert.Equal(["reports"], Names());
    }

    [Fact]
    public void Fault_while_writing_leaves_the_former_report()
    {
        ReportFolder.Replace(Report, Files("good"));
        var unwritable = Files("bad").Add("index.html/below", "x"u8.ToArray());
        var fault = Assert.Throws<FindingsException>(() => ReportFolder.Replace(Report, unwritable));
        Assert.Equal("CR4303 folder-in-use", Assert.Single(fault.Findings).Code.ToString());
        Assert.Equal("good", Text());
    }

    [Fact]
    public void Folder_of_others_is_refused()
    {
        Directory.CreateDirectory(Report);
        File.WriteAllText(Path.Combine(Report, "thesis.docx"), "years of work");
        var fault = Assert.Throws<FindingsException>(() => ReportFolder.Replace(Report, Files("x")));
        Assert.Equal(
            $"CR4301 foreign-folder  {Report}\n  found:    a folder with files in it that is not a report\n"
                + "  expected: a new or empty folder, or a former report\n  way out:  choose another folder with --output",
            Assert.Single(fault.Findings).ToString()
        );
        Assert.Equal(["thesis.docx"], Directory.EnumerateFileSystemEntries(Report).Select(Path.GetFileName));
        Assert.Equal(["reports"], Names());
    }

    [Fact]
    public void File_that_a_reader_put_into_the_report_is_not_lost()
    {
        ReportFolder.Replace(Report, Files("good"));
        File.WriteAllText(Path.Combine(Report, "assets", "notes.txt"), "mine");
        var fault = Assert.Throws<FindingsException>(() => ReportFolder.Replace(Report, Files("x")));
        Assert.Equal("“assets/notes.txt”, which the former report did not write", Assert.Single(fault.Findings).Found);
        Assert.Equal("good", Text());
    }

    [Fact]
    public void Empty_folder_missing_parents_and_a_trailing_separator_are_fine()
    {
        Directory.CreateDirectory(Report);
        ReportFolder.Replace(Report + Path.DirectorySeparatorChar, Files("one"));
        Assert.Equal("one", Text());
        ReportFolder.Replace(Path.Combine(root, "a", "b", "c"), Files("deep"));
        Assert.True(File.Exists(Path.Combine(root, "a", "b", "c", "assets", "a.css")));
    }

    [Fact]
    public void File_in_the_place_of_the_folder_is_refused()
    {
        File.WriteAllText(Report, "a file");
        Assert.Equal("CR4301", Assert.Single(Assert.Throws<FindingsException>(() => ReportFolder.Replace(Report, Files("x"))).Findings).Code.Id);
        Assert.Equal("a file", File.ReadAllText(Report));
    }

    [Fact]
    public void Link_to_a_folder_stays_a_link()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Links need rights on Windows.");
        var real = Directory.CreateDirectory(Path.Combine(root, "real")).FullName;
        Directory.CreateSymbolicLink(Report, real);
        ReportFolder.Replace(Report, Files("one"));
        ReportFolder.Replace(Report, Files("two"));
        Assert.Equal("two", File.ReadAllText(Path.Combine(real, "index.html")));
        Assert.NotNull(new DirectoryInfo(Report).LinkTarget);
    }

    [Fact]
    public void Two_runs_at_once_do_not_mix()
    {
        ReportFolder.Replace(Report, Files("good"));
        using var other = new FileStream(Path.Combine(root, ".reports.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var fault = Assert.Throws<FindingsException>(() => ReportFolder.Replace(Report, Files("x")));
        Assert.Equal("CR4303", Assert.Single(fault.Findings).Code.Id);
        Assert.Equal("good", Text());
    }

    [Fact]
    public void A_folder_can_be_checked_before_there_is_a_report()
    {
        ReportFolder.Check(Report);
        ReportFolder.Replace(Report, Files("one"));
        ReportFolder.Check(Report);
        File.WriteAllText(Path.Combine(Report, "mine.txt"), "");
        Assert.Contains("“mine.txt”", Assert.Throws<FindingsException>(() => ReportFolder.Check(Report)).Message, StringComparison.Ordinal);
        Assert.Contains("CR4301", Assert.Throws<FindingsException>(() => ReportFolder.Check(Path.Combine(Report, "index.html"))).Message, StringComparison.Ordinal);
    }
}
