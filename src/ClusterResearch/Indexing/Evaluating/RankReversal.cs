using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Numerics;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>What is done to the cities compared.</summary>
public enum FrameChange
{
    /// <summary>A city is taken out.</summary>
    Removed,

    /// <summary>A city of the panel comes in that was not compared before.</summary>
    Added,

    /// <summary>A city comes in a second time, with the same figures.</summary>
    Duplicated,
}

/// <summary>Rank reversal: which cities change their order among themselves because another one is compared or not.</summary>
/// <remarks>
/// <para>The index is computed again by the same recipe, normalisation and weights included, for the changed cities. For every year and
/// pair of cities that both indices score, the sign of the difference of their scores, equal at 12 digits, is compared. Shares and location quotients in
/// formulas are of the whole panel and do not change.</para>
/// <para><b>Source</b> Belton and Gear, Omega 11 (1983), 228–230, on reversals by a duplicate.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Evaluating/RankReversalTests.cs.</para>
/// </remarks>
public sealed class RankReversal
{
    private RankReversal(City city, FrameChange change, int pairs, ImmutableArray<Reversal> reversals, string recipe) =>
        (City, Change, Pairs, Reversals, Recipe) = (city, change, pairs, reversals, recipe);

    /// <summary>The city that came or went.</summary>
    public City City { get; }

    /// <summary>Which of the two.</summary>
    public FrameChange Change { get; }

    /// <summary>How many pairs of other cities were compared, over all years.</summary>
    public int Pairs { get; }

    /// <summary>The pairs whose order is another one, by year.</summary>
    public ImmutableArray<Reversal> Reversals { get; }

    /// <summary>The recipe in one line.</summary>
    public string Recipe { get; }

    /// <summary>Compares an index with the same one for changed cities.</summary>
    /// <param name="index">The index.</param>
    /// <param name="city">The key of the city.</param>
    /// <param name="change">What is done to it.</param>
    /// <param name="code">The node whose order is compared; null for the goal.</param>
    /// <exception cref="KeyNotFoundException">The city is not in the index, or, to be added, not in the panel.</exception>
    /// <exception cref="ArgumentException">A city to be added is in the index already.</exception>
    /// <exception cref="Findings.FindingsException">The changed cities do not allow the index, e.g. because an indicator no longer varies; no such code (CR3110).</exception>
    public static RankReversal Of(IndexResult index, string city, FrameChange change, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        var keys = index.Cities.Select(c => c.Key).ToImmutableArray();
        if (change == FrameChange.Added && keys.Contains(city))
        {
            throw new ArgumentException($"{city} is in the index already; a copy of it comes in by FrameChange.Duplicated.", nameof(city));
        }
        var who = index.Design.Panel.Cities[index.Design.Panel.IndexOf(city)];
        if (change != FrameChange.Added)
        {
            index.Indicators.Row(city, index.Period.First); // says how the city is written if it is not there
        }
        var after = change switch
        {
            FrameChange.Removed => (index.Recipe with { Cities = keys.Remove(city) }).Build(index.Design),
            FrameChange.Added => (index.Recipe with { Cities = keys.Add(city) }).Build(index.Design),
            _ => index.Recipe.BuildFrom(index.Indicators.Measured.WithCopy(city)),
        };
        var (pairs, reversals) = (0, ImmutableArray.CreateBuilder<Reversal>());
        for (var year = index.Period.First; year <= index.Period.Last; year++)
        {
            var common = index.Cities.Where(c => c.Key != city && !double.IsNaN(index.Score(c.Key, year, code)) && !double.IsNaN(after.Score(c.Key, year, code))).ToArray();
            foreach (var (a, b) in common.SelectMany((a, i) => common.Skip(i + 1).Select(b => (a, b))))
            {
                pairs++;
                var (before, now) = (Sign(index, a, b, year, code), Sign(after, a, b, year, code));
                if (before != now)
                {
                    reversals.Add(before >= 0 ? new(year, a, b, before == 0, now == 0) : new(year, b, a, false, now == 0));
                }
            }
        }
        return new(who, change, pairs, reversals.ToImmutable(), index.Recipe.ToString());
    }

    /// <summary>One row per pair whose order changes.</summary>
    public Table ToTable(Language language = Language.English) =>
        new(language.Say($"Rank reversal: {City.NameEn} {Change.ToString().ToLowerInvariant()}", $"逆序：{City.NameZh}（{Word}）"),
            [
                Column.Number("year", language.Say("Year", "年份"), 0), Column.Text("ahead", language.Say("Ahead before", "原居前")), Column.Text("behind", language.Say("Behind before", "原居后")),
                Column.Text("what", language.Say("What happens", "变化")),
            ],
            Reversals.Select(r => (object?[])
            [
                r.Year, r.Ahead.Name(language), r.Behind.Name(language),
                r.WasTied ? language.Say("were equal, are not", "原并列，现分先后") : r.IsTied ? language.Say("are equal now", "现并列") : language.Say("change places", "互换先后"),
            ]),
            [
                string.Create(Invariant, $"{Reversals.Length} of {Pairs} pairs of the other cities stand in another order when {City.NameEn} is {Change.ToString().ToLowerInvariant()}."),
                $"{Recipe}.",
            ]);

    private string Word => Change switch { FrameChange.Removed => "剔除", FrameChange.Added => "加入", _ => "复制" };

    private static int Sign(IndexResult index, City a, City b, int year, string? code) =>
        Ranks.Significant(index.Score(a.Key, year, code)).CompareTo(Ranks.Significant(index.Score(b.Key, year, code)));
}

/// <summary>Two cities whose order changes.</summary>
/// <param name="Year">The year.</param>
/// <param name="Ahead">Who stood ahead before, or the first of two that were equal.</param>
/// <param name="Behind">Who stood behind.</param>
/// <param name="WasTied">Whether they were equal before.</param>
/// <param name="IsTied">Whether they are equal now.</param>
public sealed record Reversal(int Year, City Ahead, City Behind, bool WasTied, bool IsTied);
