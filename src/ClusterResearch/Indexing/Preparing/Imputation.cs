using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>A method that fills missing cells of indicators, each of them marked from there on.</summary>
/// <remarks>A filled cell is an estimate, not a figure: tables, explanations and charts mark it
/// (<see cref="IndicatorTable.Filled"/>). What a method has no ground to fill stays missing and is counted.</remarks>
public abstract record Imputation : Preparation
{
    /// <summary>The values of one indicator, missing ones filled where the method can.</summary>
    internal abstract double[] Fill(IndicatorTable table, IndexNode node);

    /// <summary>What the method itself asks of the table.</summary>
    internal virtual void Check(IndicatorTable table, List<Finding> findings) { }

    /// <summary>The method that fills an indicator: this one, unless methods differ by branch.</summary>
    internal virtual Imputation For(IndexTree tree, string code) => this;

    internal sealed override IndicatorTable? Prepare(IndicatorTable table, List<Finding> findings)
    {
        Check(table, findings);
        if (findings.Count > 0)
        {
            return null;
        }
        var tree = table.Design.Tree;
        var columns = tree.Indicators.Select(n => For(tree, n.Code).Fill(table, n)).ToImmutableArray();
        var filled = tree.Indicators.SelectMany((n, j) => Filled(table, n, columns[j])).ToImmutableArray();
        var missing = columns.Sum(c => c.Count(double.IsNaN));
        string[] did =
        [
            string.Create(Invariant, $"{filled.Length} of {columns.Sum(c => c.Length)} cells filled in, {missing} stay missing"),
            .. tree.Indicators.Select(n => (n.Code, Cells: filled.Where(f => f.Code == n.Code).ToArray(), Left: columns[tree.IndicatorIndex(n.Code)].Count(double.IsNaN)))
                .Where(n => n.Cells.Length > 0).Select(n => $"{n.Code} filled in: {Places(n.Cells)}"),
        ];
        return table.Then(Card with { Did = [.. did] }, new(tree, columns) { Filled = filled });
    }

    private IEnumerable<FilledCell> Filled(IndicatorTable table, IndexNode node, double[] after)
    {
        var (before, how) = (table.Column(node.Code), For(table.Design.Tree, node.Code).Card.ToString());
        for (var row = 0; row < after.Length; row++)
        {
            if (double.IsNaN(before.Span[row]) && !double.IsNaN(after[row]))
            {
                var (city, year) = table.At(row);
                yield return new(node.Code, city, year, how);
            }
        }
    }

    private static string Places(FilledCell[] cells) => string.Join(", ", cells.Select(c => string.Create(Invariant, $"{c.City.NameEn} {c.Year}")));
}

/// <summary>Fills nothing.</summary>
/// <remarks>
/// <para>Missing cells stay missing; what that does to a score is the choice of <see cref="MissingRule"/>.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “imputation of missing data”.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/ImputationTests.cs.</para>
/// </remarks>
public sealed record NoImputation : Imputation
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("imputation", "No imputation", "missing cells stay missing", "x'_{it} = x_{it}", "Nothing is filled in.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
        { Symbols = "x: value of city i in year t" };

    internal override bool IsNone => true;

    internal override double[] Fill(IndicatorTable table, IndexNode node) => table.Column(node.Code).ToArray();
}

/// <summary>A cell that was missing and was filled in.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="City">The city.</param>
/// <param name="Year">The year.</param>
/// <param name="How">The method and its variant.</param>
public sealed record FilledCell(string Code, Data.City City, int Year, string How);
