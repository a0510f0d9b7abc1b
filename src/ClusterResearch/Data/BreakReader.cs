using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Reads the list of breaks.</summary>
internal static class BreakReader
{
    public static readonly string[] Columns = ["variable", "year", "cities", "kind", "effect", "effect_zh", "source"];
    private static readonly string[] Kinds = ["definition", "census", "revision", "suspect", "method"];

    /// <summary>The breaks; those of unknown variables or cities are findings (<paramref name="cities"/> null: not known which there are).</summary>
    public static ImmutableArray<Break> Read(CsvFile csv, HashSet<string> variables, HashSet<string>? cities, List<Finding> findings)
    {
        var at = Columns.Select(csv.Ordinal).ToArray();
        return at.Contains(-1) ? [] : [.. csv.Rows.Select(Entry).OfType<Break>()];

        Break? Entry(CsvRow row)
        {
            var variable = row.Required(at[0]);
            var year = row.Year(at[1]);
            var kind = row.Required(at[3]);
            var effect = row.Required(at[4]);
            var affected = row[at[2]].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (variable is not null && !variables.Contains(variable))
            {
                findings.Add(PackageFindings.Reference(csv.Name, row.LineOf(at[0]), row.Column(at[0]), "variable", variable, Nearest.Hint(variable, variables)));
            }
            foreach (var city in affected.Where(c => cities?.Contains(c) == false))
            {
                findings.Add(PackageFindings.Reference(csv.Name, row.LineOf(at[2]), row.Column(at[2]), "city", city, Nearest.Hint(city, cities!)));
            }
            if (kind is not null && !Kinds.Contains(kind))
            {
                findings.Add(TableFindings.Word(csv.Name, row.LineOf(at[3]), row.Column(at[3]), "kind", kind, string.Join(", ", Kinds)));
            }
            return variable is null || year is null || kind is null || effect is null
                ? null
                : new(variable, year.Value, [.. affected], kind, effect, row[at[5]].Length > 0 ? row[at[5]] : effect, row[at[6]]);
        }
    }
}
