namespace ClusterResearch.Tests.Rules;

/// <summary>Where the test tree may differ from the source tree: the one place to extend, with a reason for every line.</summary>
internal static class Mirror
{
    /// <summary>Folders of a test project that hold no tests of one source file.</summary>
    public static readonly string[] OwnFolders = ["Rules", "Reference", "EndToEnd", "Support"];

    /// <summary>Tests without a source file of their name, per project.</summary>
    public static readonly Dictionary<string, string[]> TestsOfData = new() { ["ClusterResearch"] = ["Data/HenanData"] };

    /// <summary>Source files without a test file, per project; <c>Folder/*</c> is every file of a folder.</summary>
    public static readonly Dictionary<string, (string Reason, string[] Files)[]> Untested = new()
    {
        ["ClusterResearch"] =
        [
            ("data without logic", ["GlobalUsings", "Data/City", "Data/DataPackage", "Data/Units", "Data/Variable", "Findings/FindingCode", "Indexing/IndexDesign", "Indexing/IndexNode", "Rendering/IRichOutput", "Rendering/MimeType", "Rendering/TypeFormatterSourceAttribute", "Tables/Column"]),
            ("through Data/BreakReaderTests", ["Data/Break"]),
            ("texts, each asserted where it is provoked (FindingTests sees to it)", ["Findings/IndexFindings", "Findings/PackageFindings", "Findings/TableFindings"]),
            ("through the tests of every mean", ["Indexing/Aggregation"]),
            ("through the tests of every normalisation", ["Indexing/Normalisation"]),
            ("through FormulaParserTests, FormulaNodeTests and FormulaFunctionTests", ["Indexing/IndicatorFormula"]),
            ("through the tests of every rendering of a table", ["Tables/TableCells"]),
        ],
        ["ClusterResearch.Charts"] =
        [
            ("data without logic", ["GlobalUsings"]),
            ("through the tests of every chart", ["Drawing/*", "FigureHtml"]),
        ],
        ["ClusterResearch.Notebooks"] =
        [
            ("data without logic", ["GlobalUsings"]),
            ("through Documents/NotebookFileTests and NotebookCleanerTests", ["Documents/*"]),
            ("through Session/CSharpSessionTests", ["Session/*"]),
            ("through the tests of the runner and the cache", ["Running/*"]),
            ("through Publishing/SitePublisherTests", ["Publishing/SiteBuilder", "Publishing/SiteInput", "Publishing/PublishingFindings", "Publishing/Folders/*", "Publishing/Outputs/*", "Publishing/Pages/*", "Publishing/Prose/*", "Publishing/Prose/Tex/*"]),
        ],
        ["ClusterResearch.Cli"] =
        [
            ("data without logic", ["GlobalUsings"]),
            ("through ShellTests and the tests of the verbs", ["Program", "Interrupt", "Terminal", "UsageException", "VersionAction", "Progress/*", "Verbs/*"]),
        ],
    };

    /// <summary>Whether an entry of <see cref="Untested"/> covers a file (both without extension).</summary>
    public static bool Covers(string entry, string file) =>
        entry.EndsWith("/*", StringComparison.Ordinal) ? Path.GetDirectoryName(file)!.Replace('\\', '/') == entry[..^2] : entry == file;
}
