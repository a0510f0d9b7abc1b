using ClusterResearch.Findings;
using ClusterResearch.Stages;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Stages;

public sealed class StageRulesTests : IDisposable
{
    private const string Sound = """
        {
          "title": "Woods",
          "measures": [{"name": "lq", "title": "Quotient", "unit": "ratio", "formula": "lq(gdp_secondary, gdp)", "source": "Own."}],
          "rules": [
            {"stage": "formation", "when": {"lq": [null, 0.9]}, "source": "Own."},
            {"stage": "growth", "when": {"lq": [0.9, 1.1]}, "source": "Own."},
            {"stage": "maturity", "when": {"lq": [1.1, null]}, "source": "Own."}
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_threshold_belongs_to_the_range_that_begins_there()
    {
        var rules = Read(Sound);
        Assert.Equal([Stage.Formation, Stage.Growth, Stage.Growth, Stage.Maturity], new[] { 0.89, 0.9, 1.09, 1.1 }.Select(v => rules.Judge([v], [0.1]).Stage!.Value));
        Assert.Equal("lq 1.06; nearest border lq = 1.1, 0.04 away (0.4 s.d.)", rules.Judge([1.06], [0.1]).Reason);
        Assert.Equal(new StageVerdict(null, "missing: Quotient"), rules.Judge([double.NaN], [0.1]));
        Assert.Equal(["< 0.9", "0.9 to < 1.1", "≥ 1.1"], rules.ToTable().Rows.Select(r => r[1]));
    }

    [Fact]
    public void The_shipped_rules_judge_every_city_of_Henan()
    {
        var rules = StageRules.Read(Path.Combine(Repository.Root, "data", "henan", "stage-rules.json"));
        var panel = Study.Open(Path.Combine(Repository.Root, "data", "henan")).Panel("panel");
        var stages = rules.Assign(panel, Enumerable.Range(2003, 14));
        Assert.Equal(0, stages.Undecided);
        Assert.Equal(17 * 13, Enumerable.Range(1, 4).Sum(i => Enumerable.Range(1, 4).Sum(j => stages.Transitions().Count(i, j))));
        Assert.Equal("missing: Real growth above the mean of the cities, three-year mean", string.Join("", rules.Assign(panel, [2020])["Jiaozuo", 2020].Reason));
        Assert.Throws<KeyNotFoundException>(() => stages["Xinxiang", 1999]);
    }

    [Fact]
    public void A_gap_is_shown()
    {
        Refused(Sound.Replace("[0.9, 1.1]", "[0.95, 1.0]", StringComparison.Ordinal),
            """
            1 finding
            CR6004 rules-leave-gap  x/rules.json:4:12
              found:    no rule for lq 0.9 to < 0.95, and 1 further combination
              expected: one rule for every combination of the measures
              way out:  add a rule for it, or widen one beside it
            """);
    }

    [Fact]
    public void An_overlap_is_shown()
    {
        Refused(Sound.Replace("[0.9, 1.1]", "[0.8, 1.1]", StringComparison.Ordinal),
            """
            1 finding
            CR6005 rules-overlap  x/rules.json:4:12
              found:    rule 1 (formation) and rule 2 (growth) both hold for lq 0.8 to < 0.9
              expected: one rule for every combination of the measures
              way out:  narrow one of the two
            """);
    }

    [Fact]
    public void All_other_faults_at_once()
    {
        var broken = Sound.Replace("\"Woods\"", "7", StringComparison.Ordinal).Replace("lq(gdp_secondary, gdp)", "lq(gdp_secondary", StringComparison.Ordinal)
            .Replace("\"growth\"", "\"grwth\"", StringComparison.Ordinal).Replace("{\"lq\": [0.9, 1.1]}", "{\"lp\": [0.9, 1.1]}", StringComparison.Ordinal).Replace("[1.1, null]", "[1.1, 1]", StringComparison.Ordinal);
        Refused(broken,
            """
            5 findings
            CR6003 stage-rules-property  x/rules.json:2:12
              found:    the file without a proper “title”
              expected: the text “title”
              way out:  write it as data/henan/stage-rules.json does
            CR6009 measure-formula  x/rules.json:3:80
              found:    the formula of “lq”: the end of the formula at character 17
              expected: a formula over variables of the panel, as in an index file
              way out:  correct the formula
            CR6008 unknown-stage  x/rules.json:6:15
              found:    the stage “grwth”
              expected: formation, growth, maturity or decline
              way out:  correct the name
            CR6006 unknown-measure  x/rules.json:6:39
              found:    the measure “lp”
              expected: a measure that the file declares
              way out:  did you mean “lq”? correct the name, or declare the measure
            CR6007 empty-range  x/rules.json:7:42
              found:    “lq” from 1.1 to below 1
              expected: a lower end below the upper one
              way out:  swap or correct the ends; null means without end
            """);
    }

    [Fact]
    public void No_file_and_no_JSON()
    {
        Assert.Equal(
            """
            1 finding
            CR6001 no-stage-rules  nowhere/rules.json
              found:    nothing there
              expected: a file of stage rules, here or in a folder above
              way out:  check the path; data/henan/stage-rules.json shows the form
            """, Assert.Throws<FindingsException>(() => StageRules.Read("nowhere/rules.json")).Message, ignoreLineEndingDifferences: true);
        Assert.StartsWith("1 finding\nCR6002 stage-rules-syntax  x/rules.json:1:2", Assert.Throws<FindingsException>(() => Read("{")).Message, StringComparison.Ordinal);
    }

    private void Refused(string json, string expected) => Assert.Equal(expected, Assert.Throws<FindingsException>(() => Read(json)).Message, ignoreLineEndingDifferences: true);

    private StageRules Read(string json)
    {
        var path = Path.Combine(folder, "x");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "rules.json"), json);
        return StageRules.Read(Path.Combine(path, "rules.json"));
    }
}
