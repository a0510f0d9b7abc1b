namespace ClusterResearch.Cli.Tests.EndToEnd;

/// <summary>The report depends on its input alone, and a crash never harms it.</summary>
public class ReportBytesTests
{
    [Fact]
    public void The_same_input_gives_the_same_bytes_in_every_culture_folder_and_number_of_threads()
    {
        using var here = new ProjectCopy();
        using var elsewhere = new ProjectCopy();
        here.Publish();
        var expected = here.Report();

        here.Publish();
        Assert.Equal(expected, here.Report());

        here.Publish(from: "notebooks", culture: "zh_CN.UTF-8", threads: "1", options: "--no-cache");
        Assert.Equal(expected, here.Report());

        elsewhere.Publish(culture: "de_DE.UTF-8");
        Assert.Equal(expected, elsewhere.Report());
    }

    [Fact]
    public void Killing_publish_at_any_moment_leaves_a_whole_report()
    {
        using var project = new ProjectCopy();
        var notebook = project.Notebook("05-1-data-and-indicators");
        var first = File.ReadAllText(notebook);
        var second = first.Replace("An index is only as good as", "An index is never better than", StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        File.WriteAllText(notebook, second);
        project.Publish();
        var after = project.Report();
        File.WriteAllText(notebook, first);
        project.Publish();
        var before = project.Report();
        Assert.NotEqual(before, after);

        var random = new Random(20);
        for (var i = 0; i < 20; i++)
        {
            File.WriteAllText(notebook, i % 2 == 0 ? second : first);
            // every fourth runs all cells and is killed among them, the others while pages are written
            var (longest, options) = i % 4 == 3 ? (5000, (string[])["--no-cache"]) : (1200, []);
            project.PublishAndKill(TimeSpan.FromMilliseconds(random.Next(50, longest)), options);

            var report = project.Report();
            Assert.True(report.SequenceEqual(before) || report.SequenceEqual(after), $"The report is torn after kill {i}.");
        }

        File.WriteAllText(notebook, first);
        project.Publish();
        Assert.Equal(before, project.Report());
        Assert.Empty(project.Leftovers());
    }
}
