using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Dynamics;
using ClusterResearch.Tables;

namespace ClusterResearch.Stages;

/// <summary>A stage for one city and year, or none, and why.</summary>
/// <param name="Stage">The stage; null where the method gives none.</param>
/// <param name="Reason">Why: the numbers it rests on, or what is missing.</param>
/// <param name="Confidence">How sure, from 0 to 1; NaN where the method does not say.</param>
public sealed record StageVerdict(Stage? Stage, string Reason, double Confidence = double.NaN);

/// <summary>The stages that one method gives to cities and years.</summary>
public sealed class StageAssignment
{
    private readonly Dictionary<(string City, int Year), StageVerdict> verdicts;

    internal StageAssignment(string method, IEnumerable<string> notes, ImmutableArray<City> cities, ImmutableArray<int> years, Func<City, int, StageVerdict> judge)
    {
        (Method, Notes, Cities, Years) = (method, [.. notes], cities, years);
        verdicts = cities.SelectMany(c => years.Select(y => ((c.Key, y), judge(c, y)))).ToDictionary(v => v.Item1, v => v.Item2);
    }

    /// <summary>The method and its variant.</summary>
    public string Method { get; }

    /// <summary>What a reader must know of it.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>The cities.</summary>
    public ImmutableArray<City> Cities { get; }

    /// <summary>The years, ascending.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The verdict on a city and year.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public StageVerdict this[string city, int year] =>
        verdicts.GetValueOrDefault((city, year)) ?? throw new KeyNotFoundException(string.Create(Invariant, $"{Method} judged no city “{city}” in {year}."));

    /// <summary>How many city-years have no stage.</summary>
    public int Undecided => verdicts.Values.Count(v => v.Stage is null);

    /// <summary>How often a stage is followed by each stage a year later.</summary>
    public TransitionMatrix Transitions() => TransitionMatrix.Of(Cities.Select(c => Years.Select(y => this[c.Key, y].Stage is { } s ? (int)s : 0).ToArray()), StageNames.All.Count);

    /// <summary>One row per city of a year: stage, how sure, why.</summary>
    /// <param name="year">The year.</param>
    /// <param name="language">Language of title, headers and names; reasons are in English.</param>
    /// <exception cref="KeyNotFoundException">No such year.</exception>
    public Table ToTable(int year, Language language = Language.English) =>
        new(language.Say(string.Create(Invariant, $"{Method}: stages in {year}"), string.Create(Invariant, $"{Method}：{year}年的阶段")),
            [Column.Text("city", language.Say("City", "城市")), Column.Text("stage", language.Say("Stage", "阶段")), Column.Number("confidence", language.Say("How sure", "把握"), 0, "%"), Column.Text("why", language.Say("Why", "依据"))],
            Cities.Select(c => this[c.Key, year] is var v ? (object?[])[c.Name(language), v.Stage?.Name(language), 100 * v.Confidence, v.Reason] : []),
            Notes);
}
