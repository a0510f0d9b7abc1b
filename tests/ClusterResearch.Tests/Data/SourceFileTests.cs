using ClusterResearch.Data;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

public sealed class SourceFileTests
{
    /// <summary>The hash of “abc” is the first example of FIPS 180-4.</summary>
    [Fact]
    public void The_hash_is_sha_256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new SourceFile("x", "x", "abc"u8.ToArray()).Sha256);

    [Fact]
    public void Every_file_of_a_study_is_reported_when_it_is_read()
    {
        using var study = new StudyFolder();
        study.Write();
        var opened = new List<string>();
        // other tests open studies at the same time
        void Note(SourceFile file)
        {
            lock (opened)
            {
                opened.Add(file.Path);
            }
        }
        SourceFile.Opened += Note;
        study.Open();
        SourceFile.Opened -= Note;
        Assert.Equal(
            ["datapackage.json", "cities.csv", "panel.csv", "breaks.csv", "index.csv"],
            opened.Where(p => p.StartsWith(study.Path, StringComparison.Ordinal)).Select(Path.GetFileName));
    }
}
