namespace ClusterResearch.Tests.Support;

/// <summary>A study with one thing wrong (or several), and the complete text of what is found.</summary>
internal sealed record Broken(string Name, Func<StudyFolder, string> Findings, string Expected)
{
    public static IEnumerable<TheoryDataRow<string>> Names(IEnumerable<Broken> all) =>
        all.Select(b => new TheoryDataRow<string>(b.Name) { TestDisplayName = b.Name });

    public static void Check(IEnumerable<Broken> all, string name)
    {
        var broken = all.Single(b => b.Name == name);
        using var study = new StudyFolder();
        Assert.Equal(broken.Expected, broken.Findings(study), ignoreLineEndingDifferences: true);
    }
}
