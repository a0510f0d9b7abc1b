using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Preparing;

/// <summary>A method that keeps single extreme values from deciding an indicator's scale.</summary>
/// <remarks>What it did is told by <see cref="OutlierReport"/>. Winsorising leaves unit, target and goalposts as they are; a
/// transform takes them along, so that they stay where the values are; goalposts that it takes to no number are set aside.</remarks>
public abstract record Treatment : Preparation
{
    /// <summary>Treats one indicator, or adds to the findings why it cannot.</summary>
    internal abstract TreatedColumn? Treat(IndicatorTable table, IndexNode node, List<Finding> findings);

    /// <summary>What the method itself asks of the table.</summary>
    internal virtual void Check(IndicatorTable table, List<Finding> findings) { }

    /// <summary>The method that treats an indicator: this one, unless methods differ by branch.</summary>
    internal virtual Treatment For(IndexTree tree, string code) => this;

    internal sealed override IndicatorTable? Prepare(IndicatorTable table, List<Finding> findings)
    {
        Check(table, findings);
        if (findings.Count > 0)
        {
            return null;
        }
        var tree = table.Design.Tree;
        var columns = tree.Indicators.Select(n => For(tree, n.Code).Treat(table, n, findings)).ToImmutableArray();
        if (findings.Count > 0)
        {
            return null;
        }
        var transformed = tree.Indicators.Zip(columns).Where(c => c.Second!.Transform is not null).Select(c => c.Second!.Transform!.Node(tree, c.First, findings)).ToArray();
        return findings.Count > 0 ? null
            : table.Then(Card with { Did = [.. Did(table, columns!, transformed)] }, new(tree.With(transformed), [.. columns.Select(c => c!.Values)])
            {
                Treated = tree.Indicators.Zip(columns).ToImmutableDictionary(c => c.First.Code, c => c.Second!),
            });
    }

    private static string Count(int n, string noun) => string.Create(Invariant, $"{n} {noun}{(n == 1 ? "" : "s")}");

    private static IEnumerable<string> Did(IndicatorTable table, ImmutableArray<TreatedColumn> columns, IndexNode[] nodes)
    {
        var indicators = table.Design.Tree.Indicators;
        var winsorised = indicators.Zip(columns).Where(c => c.Second.Rows.Length > 0).ToArray();
        var transformed = columns.Count(c => c.Transform is not null);
        yield return string.Create(Invariant,
            $"{Count(winsorised.Sum(w => w.Second.Rows.Length), "value")} of {Count(winsorised.Length, "indicator")} winsorised, {Count(transformed, "indicator")} transformed, {columns.Length - winsorised.Length - transformed} of {columns.Length} left as they are");
        foreach (var (node, column) in indicators.Zip(columns).Where(c => c.Second.Rows.Length > 0 || c.Second.Transform is not null))
        {
            yield return column.Transform is { } transform
                ? $"{node.Code}: {transform.Words}"
                : $"{node.Code} winsorised: {string.Join(", ", column.Rows.Select(r => table.At(r)).Select(at => string.Create(Invariant, $"{at.City.NameEn} {at.Year}")))}";
        }
        foreach (var node in nodes.Where(n => n.Indicator!.Goalposts is null && table.Design.Tree[n.Code].Indicator!.Goalposts is not null))
        {
            yield return $"{node.Code}: its goalposts cannot be transformed and are set aside";
        }
    }
}

/// <summary>Leaves every value as it is.</summary>
/// <remarks>
/// <para>x' = x. Outliers are still reported by <see cref="OutlierReport"/>.</para>
/// <para><b>Source</b> OECD/JRC, Handbook on Constructing Composite Indicators (2008), step “normalisation of data”.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/TreatmentTests.cs.</para>
/// </remarks>
public sealed record NoTreatment : Treatment
{
    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "No treatment", "values as measured", "x' = x", "Nothing is winsorised or transformed.",
            "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “normalisation of data”")
        { Symbols = "x: value" };

    internal override bool IsNone => true;

    internal override TreatedColumn Treat(IndicatorTable table, IndexNode node, List<Finding> findings) => new(table.Column(node.Code).ToArray(), []);
}

/// <summary>A treatment of its own for some branches or indicators, another one for the rest.</summary>
/// <remarks>
/// <para>A key is the code of a node: its method treats that node's indicators, unless a key further down says otherwise. Unknown
/// codes are refused (CR3110).</para>
/// <para><b>Source</b> each method's own.</para>
/// <para><b>Verification</b> by hand: tests/ClusterResearch.Tests/Indexing/Preparing/TreatmentTests.cs.</para>
/// </remarks>
/// <example><code>
/// var mixed = new BranchTreatment { ["OUT1"] = new LogTransform(), ["INT"] = new SkewnessWinsorising() };
/// </code></example>
public sealed record BranchTreatment : Treatment
{
    private ImmutableSortedDictionary<string, Treatment> branches = ImmutableSortedDictionary.Create<string, Treatment>(StringComparer.Ordinal);

    /// <summary>The method of all other indicators. <value>Default: none.</value></summary>
    public Treatment Otherwise { get; init; } = new NoTreatment();

    /// <summary>The method under a node, by code.</summary>
    public Treatment this[string code]
    {
        get => branches[code];
        init => branches = branches.SetItem(code, value);
    }

    /// <inheritdoc/>
    public override MethodCard Card =>
        new("treatment", "Treatment by branch", $"{string.Join(", ", branches.Select(b => $"{b.Key}: {b.Value.Card}"))}; otherwise {Otherwise.Card}",
            Otherwise.Card.Formula, $"Each branch by the rules of its method. {Otherwise.Card.Rules}", Otherwise.Card.Source)
        { Symbols = Otherwise.Card.Symbols };

    internal override bool IsNone => Otherwise.IsNone && branches.Values.All(b => b.IsNone);

    /// <inheritdoc/>
    public bool Equals(BranchTreatment? other) => other is not null && Otherwise == other.Otherwise && branches.SequenceEqual(other.branches);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Otherwise, branches.Count);

    internal override Treatment For(IndexTree tree, string code)
    {
        for (var at = code; at is not null; at = tree[at].Parent)
        {
            if (branches.TryGetValue(at, out var method))
            {
                return method.For(tree, code);
            }
        }
        return Otherwise.For(tree, code);
    }

    internal override void Check(IndicatorTable table, List<Finding> findings)
    {
        CheckCodes(table, branches.Keys, indicatorsOnly: false, findings);
        foreach (var method in branches.Values.Append(Otherwise))
        {
            method.Check(table, findings);
        }
    }

    internal override TreatedColumn? Treat(IndicatorTable table, IndexNode node, List<Finding> findings) =>
        throw new InvalidOperationException("A branch is treated by its own method.");
}

/// <summary>One indicator after treatment.</summary>
/// <param name="Values">One value per city-year; NaN where missing.</param>
/// <param name="Rows">The rows that were winsorised.</param>
internal sealed record TreatedColumn(double[] Values, ImmutableArray<int> Rows)
{
    /// <summary>The transform that took all values; null where none did.</summary>
    public Transform? Transform { get; init; }

    /// <summary>Winsorised values, with the rows in which they differ.</summary>
    public static TreatedColumn Winsorised(ReadOnlySpan<double> before, double[] after)
    {
        var rows = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < after.Length; i++)
        {
            if (after[i] < before[i] || after[i] > before[i])
            {
                rows.Add(i);
            }
        }
        return new(after, rows.ToImmutable());
    }
}
