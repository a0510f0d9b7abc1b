using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Tells compiler errors so that the reader sees the line and the spot in it.</summary>
internal static class CompilationErrors
{
    private const int ShownErrors = 10;

    public static CellFailure Tell(ImmutableArray<Diagnostic> errors, string path, SourceLines sources)
    {
        var ordered = errors.OrderBy(e => e.Location.SourceSpan.Start).ToArray();
        var first = ordered[0].Location.GetLineSpan();
        var line = first.StartLinePosition.Line + 1;
        var more = ordered.Length > 1 ? string.Create(Invariant, $" (and {ordered.Length - 1} more)") : "";
        return new CellFailure(
            CellFailure.CompilationError,
            Message(ordered[0]) + more,
            line,
            first.StartLinePosition.Character + 1,
            sources.Line(path, line),
            [.. ordered.Take(ShownErrors).SelectMany(e => Lines(e, sources))]
        );
    }

    private static IEnumerable<string> Lines(Diagnostic error, SourceLines sources)
    {
        var at = error.Location.GetLineSpan();
        var (line, column) = (at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1);
        var code = sources.Line(at.Path, line);
        yield return string.Create(
            Invariant,
            $"{sources.Place(at.Path, line)}, column {column}: {Message(error)}"
        );
        if (code.Length > 0)
        {
            yield return $"    {code}";
            yield return $"    {Indent(code, column)}^";
        }
    }

    /// <summary>As wide as the code before the caret, also where that holds tabs or Chinese.</summary>
    private static string Indent(string code, int column) =>
        string.Concat(
                code.Take(column - 1)
                    .Select(c =>
                        c == '\t' ? '\t'
                        : c >= '\u2E80' ? '\u3000'
                        : ' '
                    )
            )
            .PadRight(column - 1);

    private static string Message(Diagnostic error) =>
        $"{error.Id}: {error.GetMessage(Invariant)}"
        + (error.Id == "CS0006" ? ". " + MagicHelp.MissingAssembly : "");
}
