using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests;

public sealed class StudyTests
{
    [Fact]
    public void A_sound_study_has_no_findings()
    {
        using var study = new StudyFolder();
        Assert.Equal("", study.Findings());
    }
}
