using System.Collections.Immutable;
using ClusterResearch.Location;
using ClusterResearch.Tables;

namespace ClusterResearch.Microdata;

/// <summary>Firms summed up by region and industry: all that measures of location need.</summary>
/// <param name="Sizes">Sum of sizes, by region and industry.</param>
/// <param name="Firms">Number of firms, by region and industry.</param>
/// <param name="Plants">Number, Herfindahl index and fourth powers of the firms of every industry, in the order of the tables.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="WithoutRegion">Rows left out because the region is missing.</param>
/// <param name="WithoutIndustry">Rows left out because the industry is missing, but not the region.</param>
/// <param name="WithoutSize">Rows left out because the size is missing, negative or no whole number, but nothing else.</param>
public sealed record FirmTables(IndustryTable Sizes, IndustryTable Firms, ImmutableArray<PlantSizes> Plants, long Rows, long WithoutRegion, long WithoutIndustry, long WithoutSize)
{
    /// <summary>What a reader must know: how many firms there are, and which rows are left out.</summary>
    public ImmutableArray<string> Notes =>
    [
        string.Create(Invariant, $"{Rows} rows, of which left out: {WithoutRegion} without a region, {WithoutIndustry} without an industry, {WithoutSize} whose size is missing, negative or no whole number."),
        .. Sizes.Notes,
    ];

    /// <summary>One row per industry: firms, size, concentration over regions, and Ellison and Glaeser's γ.</summary>
    public Table ToTable() =>
        new("Concentration of industries over regions",
            [
                Column.Text("industry", "Industry"), Column.Number("firms", "Firms", 0), Column.Number("size", "Size", 0), Column.Number("herfindahl", "Herfindahl", 4), Column.Number("cr4", "CR4", 3),
                Column.Number("gini", "Locational Gini, weighted", 3), Column.Number("krugman", "Krugman", 3), Column.Number("gamma", "γ", 4), Column.Number("z", "z of G", 1),
            ],
            Sizes.Industries.Select((name, i) =>
            {
                double[] own = [.. Sizes.Industry(i)], all = [.. Sizes.RegionTotals];
                var gamma = EllisonGlaeser.Of(own, all, Plants[i]);
                return (object?[])[name, (double)Plants[i].Count, Sizes.IndustryTotals[i], Concentration.Herfindahl(own), Concentration.Ratio(own, 4), Concentration.LorenzGini(own, all), Concentration.Krugman(own, all), gamma.Gamma, gamma.Z];
            }),
            Notes);

    /// <summary>Equal by content.</summary>
    public bool Equals(FirmTables? other) => other is not null && Rows == other.Rows && Plants.SequenceEqual(other.Plants) && ToTable().ToString() == other.ToTable().ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Plants.Length);
}
