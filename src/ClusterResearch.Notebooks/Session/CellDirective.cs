using System.Text.RegularExpressions;

namespace ClusterResearch.Notebooks.Session;

/// <summary>A line of a cell that speaks to the kernel: <c>#!name argument</c>.</summary>
/// <param name="Name">The name, e.g. <c>import</c>.</param>
/// <param name="Argument">The rest of the line without quotes.</param>
/// <param name="Line">The line in the cell from 1.</param>
/// <param name="Start">The offset of the line's first character.</param>
/// <param name="Length">The length of the line without its end.</param>
/// <remarks>Found without the compiler, because the cache must know imported files and must not load it.</remarks>
internal sealed partial record CellDirective(string Name, string Argument, int Line, int Start, int Length)
{
    /// <summary>Every line that looks like a directive, from top to bottom; it may stand in a text literal.</summary>
    public static IEnumerable<CellDirective> Find(string code) =>
        Directive().Matches(code).Select(m => Of(code, m));

    /// <summary>The files that <c>#r</c> and <c>#load</c> lines name.</summary>
    public static IEnumerable<string> ReferencedFiles(string code) =>
        Reference().Matches(code).Select(m => m.Groups["path"].Value);

    private static CellDirective Of(string code, Match m) =>
        new(
            m.Groups["name"].Value,
            m.Groups["argument"].Value.Trim().Trim('"'),
            code.AsSpan(0, m.Index).Count('\n') + 1,
            m.Index,
            m.Length
        );

    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("""^[ \t]*#!(?<name>[A-Za-z][\w-]*)(?<argument>[^\n]*)""", Options, 1000)]
    private static partial Regex Directive();

    [GeneratedRegex("""^[ \t]*#(r|load)[ \t]+"(?<path>[^"\n]+)""", Options, 1000)]
    private static partial Regex Reference();
}
