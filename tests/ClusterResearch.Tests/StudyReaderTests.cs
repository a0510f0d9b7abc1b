using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests;

/// <summary>Faults of one file must not show as faults of others.</summary>
public sealed class StudyReaderTests
{
    [Theory]
    [InlineData("cities.csv")]
    [InlineData("panel.csv")]
    [InlineData("index.csv")]
    [InlineData("breaks.csv")]
    public void A_file_that_cannot_be_read_is_one_finding(string file)
    {
        foreach (var text in new[] { "\uFEFF", "", "\"x\n", "a;b\n" })
        {
            using var study = new StudyFolder();
            study.With(file, text.Length > 0 ? text + study.Text(file) : "").Write();
            Assert.Equal(file, Path.GetFileName(Assert.Single(Study.Validate(study.Path)).File));
        }
        using var without = new StudyFolder();
        without.Without(file).Write();
        Assert.Equal("CR1001", Assert.Single(Study.Validate(without.Path)).Code.Id);
    }

    [Fact]
    public void Resources_may_stand_in_any_order()
    {
        using var study = new StudyFolder();
        var package = study.Text("datapackage.json");
        var start = package.IndexOf("    {\n", StringComparison.Ordinal);
        var resources = package[start..package.LastIndexOf("  ]", StringComparison.Ordinal)].TrimEnd().Split("    },\n").Select(r => r.EndsWith('}') ? r : r + "    }").Reverse();
        Assert.Equal("", study.With("datapackage.json", package[..start] + string.Join(",\n", resources) + "\n  ]\n}\n").Findings());
    }
}
