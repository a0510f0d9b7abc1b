using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Findings;
using ClusterResearch.Indexing;
using ClusterResearch.Tables;

namespace ClusterResearch;

/// <summary>A study: a folder of files (figures, cities, breaks, index trees) that describe one research question.</summary>
/// <remarks>
/// The folder holds a <c>datapackage.json</c> that names every file with its hash, columns, units and sources.
/// Opening a study reads and checks all of it; a study that opens is whole.
/// </remarks>
/// <example><code>var study = Study.Open("data/henan");</code></example>
public sealed class Study
{
    private readonly StudyParts parts;

    private Study(StudyParts parts) => this.parts = parts;

    /// <summary>Title in a language.</summary>
    public string Title(Language language = Language.English) => language == Language.Chinese ? parts.Package.TitleZh : parts.Package.TitleEn;

    /// <summary>The key of the city the study is about.</summary>
    public string Focus => parts.Package.Focus;

    /// <summary>The keys of the cities that are compared, the focus among them.</summary>
    public ImmutableArray<string> Cities => parts.Package.StudyCities;

    /// <summary>The breaks in the series.</summary>
    public ImmutableArray<Break> Breaks => parts.Breaks;

    /// <summary>The names of the panels.</summary>
    public ImmutableArray<string> Panels => [.. parts.Panels.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The names of the index systems.</summary>
    public ImmutableArray<string> Indices => [.. parts.Designs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A panel of figures.</summary>
    /// <exception cref="KeyNotFoundException">No such panel; the message lists those there are.</exception>
    public Panel Panel(string name) => parts.Panels.GetValueOrDefault(name) ?? throw Unknown("panel", name, Panels);

    /// <summary>An index system with its figures and years, ready for <see cref="IndexRecipe.Build"/>.</summary>
    /// <exception cref="KeyNotFoundException">No such index; the message lists those there are.</exception>
    public IndexDesign Index(string name) => parts.Designs.GetValueOrDefault(name) ?? throw Unknown("index", name, Indices);

    /// <summary>Opens a study and checks all its files.</summary>
    /// <param name="folder">The folder. A relative path is looked for in the current folder, then in each folder above it.
    /// Results name files as it does; of an absolute path, which differs from machine to machine, by its last two folders.</param>
    /// <exception cref="FindingsException">Something is wrong with a file: every finding at once.</exception>
    public static Study Open(string folder)
    {
        var findings = new List<Finding>();
        var read = StudyReader.Read(folder, findings);
        return findings.Count == 0 ? new(read!) : throw new FindingsException(findings);
    }

    /// <summary>Checks all files of a study without using it.</summary>
    /// <returns>Every finding; empty if the study is sound.</returns>
    public static ImmutableArray<Finding> Validate(string folder)
    {
        var findings = new List<Finding>();
        StudyReader.Read(folder, findings);
        return findings.Count == 0 ? [] : new FindingsException(findings).Findings;
    }

    /// <summary>Accepts changes that were made to a study's files: writes their hashes into its <c>datapackage.json</c>.</summary>
    /// <returns>The files whose hash was changed.</returns>
    /// <exception cref="FindingsException">There is no such study, or its data package cannot be read.</exception>
    public static ImmutableArray<string> UpdateHashes(string folder) => [.. StudyReader.UpdateHashes(folder)];

    /// <summary>The list of breaks as a table.</summary>
    public Table BreaksTable(Language language = Language.English) =>
        new(
            language.Say("Breaks in the series", "序列断点"),
            [
                Column.Text("variable", language.Say("Variable", "变量")),
                Column.Text("year", language.Say("Year", "年份")),
                Column.Text("cities", language.Say("Cities", "城市")),
                Column.Text("kind", language.Say("Kind", "类型")),
                Column.Text("effect", language.Say("Effect", "影响")),
                Column.Text("source", language.Say("Source", "来源")),
            ],
            Breaks.Select(b =>
                (object?[])
                    [b.Variable, b.Year.ToString(Invariant), b.Cities.IsEmpty ? language.Say("all", "全部") : string.Join(", ", b.Cities), b.Kind, b.Effect(language), b.Source]
            ),
            ["Year: the first under the new definition, or the affected one."]
        );

    private static KeyNotFoundException Unknown(string kind, string name, ImmutableArray<string> known) =>
        new($"The study has no {kind} “{name}”; it has {string.Join(", ", known)}.");
}
