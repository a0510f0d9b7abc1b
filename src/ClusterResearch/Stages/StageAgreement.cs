using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Statistics;
using ClusterResearch.Tables;

namespace ClusterResearch.Stages;

/// <summary>Several methods on the same cities and years: where they agree, where not, and by how much beyond chance.</summary>
/// <remarks>
/// A city-year's own stage is that of most methods that give one; where the largest number is shared by two stages there is none. Disputed: methods that give a stage give different ones. κ as in <see cref="CategoryAgreement"/>;
/// years of one city depend on each other, so no test is made of it.
/// </remarks>
public sealed class StageAgreement
{
    private StageAgreement(ImmutableArray<StageAssignment> methods)
    {
        Methods = methods;
        Cities = [.. methods[0].Cities.Where(c => methods.All(m => m.Cities.Contains(c)))];
        Years = [.. methods[0].Years.Where(y => methods.All(m => m.Years.Contains(y)))];
        Majority = new("Majority of the methods", [$"Stage of most of: {string.Join("; ", methods.Select(m => m.Method))}. A tie is no stage."], Cities, Years, (c, y) => Vote(methods, c.Key, y));
    }

    /// <summary>The methods.</summary>
    public ImmutableArray<StageAssignment> Methods { get; }

    /// <summary>The cities that all methods judge.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>The years that all methods judge.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The stage of most methods.</summary>
    public StageAssignment Majority { get; }

    /// <summary>Compares methods.</summary>
    /// <param name="methods">Two or more.</param>
    /// <exception cref="ArgumentException">Fewer than two, or no city-year that all judge.</exception>
    public static StageAgreement Of(params IEnumerable<StageAssignment> methods)
    {
        ImmutableArray<StageAssignment> all = [.. methods];
        var result = all.Length < 2 ? null : new StageAgreement(all);
        return result is { Cities.IsEmpty: false, Years.IsEmpty: false } ? result : throw new ArgumentException("Agreement is of two or more methods with cities and years in common.", nameof(methods));
    }

    /// <summary>Whether methods that give a stage give different ones.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public bool IsDisputed(string city, int year) => Methods.Select(m => m[city, year].Stage).Where(s => s is not null).Distinct().Count() > 1;

    /// <summary>Agreement of two methods.</summary>
    public Kappa Cohen(StageAssignment a, StageAssignment b) => CategoryAgreement.Cohen(Codes(a), Codes(b));

    /// <summary>Agreement of all methods.</summary>
    public Kappa Fleiss() => CategoryAgreement.Fleiss([.. Methods.Select(Codes)]);

    /// <summary>One row per pair of methods, and one for all.</summary>
    public Table ToTable(Language language = Language.English)
    {
        var pairs = Methods.SelectMany((a, i) => Methods.Skip(i + 1).Select(b => (Name: $"{a.Method} – {b.Method}", Kappa: Cohen(a, b)))).Append((Name: language.Say("all (Fleiss)", "全部（Fleiss）"), Kappa: Fleiss()));
        return new(language.Say("Agreement of the methods on stages", "各方法阶段判定的一致性"),
            [
                Column.Text("pair", language.Say("Methods", "方法")), Column.Number("kappa", "κ", 2), Column.Number("observed", language.Say("Agreement", "一致率"), 0, "%"), Column.Number("expected", language.Say("by chance", "随机一致率"), 0, "%"),
                Column.Number("n", language.Say("City-years", "城市年份"), 0), Column.Number("left", language.Say("left out", "未计入"), 0),
            ],
            pairs.Select(p => (object?[])[p.Name, p.Kappa.Value, 100 * p.Kappa.Observed, 100 * p.Kappa.Expected, p.Kappa.N, p.Kappa.LeftOut]),
            ["κ: Cohen of two methods, Fleiss of all; 1 full agreement, 0 chance. Left out: city-years to which one of the methods gives no stage. Years of one city depend on each other, so there is no p-value."]);
    }

    private int[] Codes(StageAssignment method) => [.. Cities.SelectMany(c => Years.Select(y => method[c.Key, y].Stage is { } s ? (int)s : 0))];

    private static StageVerdict Vote(ImmutableArray<StageAssignment> methods, string city, int year)
    {
        var votes = methods.Select(m => (m.Method, m[city, year].Stage)).Where(v => v.Stage is not null).ToArray();
        var counts = votes.GroupBy(v => v.Stage).OrderByDescending(g => g.Count()).ToArray();
        var reason = votes.Length == 0 ? "no method gives a stage" : string.Join("; ", votes.Select(v => $"{v.Method}: {v.Stage!.Value.Name()}"));
        return counts.Length == 0 || (counts.Length > 1 && counts[0].Count() == counts[1].Count()) ? new(null, reason) : new(counts[0].Key, reason, counts[0].Count() / (double)methods.Length);
    }
}
