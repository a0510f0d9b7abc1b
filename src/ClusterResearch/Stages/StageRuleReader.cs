using System.Collections.Immutable;
using System.Text.Json;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing.Formulas;

namespace ClusterResearch.Stages;

/// <summary>Reads a file of stage rules and proves that its rules cover everything once.</summary>
internal sealed class StageRuleReader(SourceFile file, List<Finding> findings)
{
    public static StageRules Read(string path)
    {
        var (found, findings) = (Locate(path), new List<Finding>());
        if (found is null)
        {
            throw new FindingsException([StageFindings.File(path.Replace('\\', '/'))]);
        }
        var source = SourceFile.Read(found, Path.IsPathRooted(path) ? string.Join('/', path.Replace('\\', '/').Split('/').TakeLast(2)) : path.Replace('\\', '/'));
        var (json, fault) = TextDecoder.Decode(source, findings) is null ? (null, null) : JsonAt.Parse(source.Bytes);
        if (fault is not null)
        {
            findings.Add(StageFindings.Syntax(source.Name, fault.Line, fault.Column, fault.Found, fault.Expected));
        }
        var rules = json is null ? null : new StageRuleReader(source, findings).Read(json);
        return findings.Count == 0 ? rules! : throw new FindingsException(findings);
    }

    private static string? Locate(string path)
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }
        return null;
    }

    private StageRules Read(JsonAt json)
    {
        var measures = Items(json, "measures").Select(Measure).ToImmutableArray();
        var read = Items(json, "rules").Select(item => (Item: item, Rule: Rule(item, measures))).ToArray();
        if (findings.Count == 0)
        {
            Cover(json["rules"]!, measures, [.. read.Select(r => r.Rule)]);
        }
        return new(file, Text(json, "title", "the file"), measures, [.. read.Select(r => r.Rule)]);
    }

    private StageMeasure Measure(JsonAt item)
    {
        var name = Text(item, "name", "a measure");
        var text = Text(item, "formula", $"the measure “{name}”");
        IndicatorFormula? formula = null;
        try
        {
            formula = text.Length > 0 ? new(text) : null;
        }
        catch (FormulaFault fault)
        {
            var at = item["formula"]!;
            findings.Add(StageFindings.Formula(file.Name, at.Line, at.Column, name, $"{fault.Found} at character {(fault.Offset + 1).ToString(Invariant)}"));
        }
        return new(name, Text(item, "title", $"the measure “{name}”"), item["title_zh"]?.Text ?? item["title"]?.Text ?? name, Text(item, "unit", $"the measure “{name}”"), formula!, Text(item, "source", $"the measure “{name}”"));
    }

    private StageRule Rule(JsonAt item, ImmutableArray<StageMeasure> measures)
    {
        var stage = Text(item, "stage", "a rule");
        if (stage.Length > 0 && stage is not ("formation" or "growth" or "maturity" or "decline"))
        {
            findings.Add(StageFindings.Stage(file.Name, item["stage"]!.Line, item["stage"]!.Column, stage));
        }
        var ranges = measures.Select(_ => (Low: double.NegativeInfinity, High: double.PositiveInfinity)).ToArray();
        if (item["when"] is not { Kind: JsonValueKind.Object } when)
        {
            findings.Add(StageFindings.Property(file.Name, item.Line, item.Column, "a rule", "when", "an object of ranges, e.g. {\"lq\": [1, null]}"));
            return new(default, [.. ranges], "");
        }
        foreach (var (name, range) in when.Members)
        {
            var at = measures.Select(m => m.Name).ToList().IndexOf(name);
            if (at < 0)
            {
                findings.Add(StageFindings.Measure(file.Name, range.Line, range.Column, name, Nearest.Hint(name, measures.Select(m => m.Name))));
            }
            else if (range is not { Kind: JsonValueKind.Array, Items: [{ Kind: JsonValueKind.Number or JsonValueKind.Null } low, { Kind: JsonValueKind.Number or JsonValueKind.Null } high] })
            {
                findings.Add(StageFindings.Property(file.Name, range.Line, range.Column, "a rule", name, "a list of two ends, each a number or null"));
            }
            else
            {
                ranges[at] = (End(low, double.NegativeInfinity), End(high, double.PositiveInfinity));
                if (!(ranges[at].Low < ranges[at].High))
                {
                    findings.Add(StageFindings.Range(file.Name, range.Line, range.Column, name, ranges[at].Low, ranges[at].High));
                }
            }
        }
        return new(Enum.TryParse<Stage>(stage, ignoreCase: true, out var known) ? known : default, [.. ranges], Text(item, "source", "a rule"));
    }

    /// <summary>Cuts the space of the measures at every threshold and counts the rules of every piece.</summary>
    private void Cover(JsonAt at, ImmutableArray<StageMeasure> measures, StageRule[] rules)
    {
        var cuts = measures.Select((_, m) => rules.SelectMany(r => new[] { r.Ranges[m].Low, r.Ranges[m].High }).Append(double.NegativeInfinity).Append(double.PositiveInfinity).Distinct().Order().ToArray()).ToArray();
        var pieces = cuts.Aggregate<double[], IEnumerable<ImmutableArray<(double Low, double High)>>>([[]], (all, own) =>
            all.SelectMany(piece => own.Skip(1).Select((high, i) => piece.Add((own[i], high)))));
        var (gaps, overlaps) = (new List<string>(), new List<(string Where, int First, int Second)>());
        foreach (var piece in pieces)
        {
            var hold = Enumerable.Range(0, rules.Length).Where(r => piece.Index().All(p => rules[r].Ranges[p.Index].Low <= p.Item.Low && rules[r].Ranges[p.Index].High >= p.Item.High)).ToArray();
            var where = string.Join(" and ", piece.Select((p, m) => (p, m)).Where(c => !double.IsInfinity(c.p.Low) || !double.IsInfinity(c.p.High)).Select(c => $"{measures[c.m].Name} {StageRules.Text(c.p)}").DefaultIfEmpty("all values"));
            if (hold.Length == 0)
            {
                gaps.Add(where);
            }
            else if (hold.Length > 1)
            {
                overlaps.Add((where, hold[0] + 1, hold[1] + 1));
            }
        }
        if (gaps.Count > 0)
        {
            findings.Add(StageFindings.Uncovered(file.Name, at.Line, at.Column, gaps[0], gaps.Count - 1));
        }
        if (overlaps.Count > 0)
        {
            var (where, first, second) = overlaps[0];
            findings.Add(StageFindings.Twice(file.Name, at.Line, at.Column, where, $"rule {first.ToString(Invariant)} ({rules[first - 1].Stage.Name()})", $"rule {second.ToString(Invariant)} ({rules[second - 1].Stage.Name()})", overlaps.Count - 1));
        }
    }

    private static double End(JsonAt end, double open) => end.Kind == JsonValueKind.Null ? open : double.Parse(end.Text, Invariant);

    private List<JsonAt> Items(JsonAt owner, string name)
    {
        if (owner[name] is { Kind: JsonValueKind.Array, Items.Count: > 0 } list && list.Items.All(i => i.Kind == JsonValueKind.Object))
        {
            return list.Items;
        }
        findings.Add(StageFindings.Property(file.Name, owner[name]?.Line ?? owner.Line, owner[name]?.Column ?? owner.Column, "the file", name, $"a list “{name}” of objects"));
        return [];
    }

    private string Text(JsonAt owner, string name, string what)
    {
        if (owner[name] is { Kind: JsonValueKind.String, Text.Length: > 0 } text)
        {
            return text.Text;
        }
        findings.Add(StageFindings.Property(file.Name, owner[name]?.Line ?? owner.Line, owner[name]?.Column ?? owner.Column, what, name, $"the text “{name}”"));
        return "";
    }
}
