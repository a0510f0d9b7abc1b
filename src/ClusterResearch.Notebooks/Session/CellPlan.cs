using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterResearch.Notebooks.Session;

/// <summary>What a cell asks for: pieces of code and imports in their order, and whether to take the time.</summary>
/// <param name="Steps">The pieces; an import has its directive, code has none.</param>
/// <param name="IsTimed">Whether the cell holds <c>#!time</c>.</param>
/// <param name="Refused">A directive that does not exist here; null where all do.</param>
internal sealed record CellPlan(ImmutableArray<CellStep> Steps, bool IsTimed, CellDirective? Refused)
{
    /// <summary>Splits a cell at its imports; every piece keeps its line numbers.</summary>
    public static CellPlan Of(string code)
    {
        var directives = CellDirective.Find(code).ToList();
        if (directives.Count > 0)
        {
            var root = CSharpSyntaxTree
                .ParseText(Blank(code, directives.Where(d => d.Line == 1)), SubmissionChain.ParseOptions)
                .GetRoot();
            directives.RemoveAll(d => d.Line > 1 && IsInLiteral(root, d));
        }
        var steps = ImmutableArray.CreateBuilder<CellStep>();
        var rest = Blank(code, directives);
        foreach (var import in directives.Where(d => d.Name == "import"))
        {
            AddCode(steps, rest[..import.Start]);
            steps.Add(new CellStep("", import));
            rest = Blank(rest, 0, import.Start);
        }
        AddCode(steps, rest);
        return new CellPlan(
            steps.ToImmutable(),
            directives.Exists(d => d.Name == "time"),
            directives.Find(d => d.Name is not ("import" or "time"))
        );
    }

    /// <summary>The code with its directives overwritten by spaces, for editors: every position stays.</summary>
    public static string WithoutDirectives(string code) => Blank(code, CellDirective.Find(code));

    private static void AddCode(ImmutableArray<CellStep>.Builder steps, string code)
    {
        if (!string.IsNullOrWhiteSpace(code))
        {
            steps.Add(new CellStep(code, null));
        }
    }

    private static string Blank(string code, IEnumerable<CellDirective> directives) =>
        directives.Aggregate(code, (text, d) => Blank(text, d.Start, d.Length));

    /// <summary>The code with a part overwritten by spaces, so that offsets and lines stay.</summary>
    private static string Blank(string code, int start, int length) =>
        string.Create(
            code.Length,
            (code, start, length),
            static (text, of) =>
            {
                of.code.CopyTo(text);
                foreach (ref var c in text.Slice(of.start, of.length))
                {
                    c = c == '\n' ? c : ' ';
                }
            }
        );

    /// <summary>Whether the line stands inside a raw or verbatim string, or inside a comment.</summary>
    private static bool IsInLiteral(SyntaxNode root, CellDirective directive)
    {
        var position = directive.Start + 1;
        var trivia = root.FindTrivia(position);
        return root.FindToken(position).Span is var token
                && token.Start <= directive.Start
                && token.End > position
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && trivia.SpanStart < directive.Start;
    }
}

/// <summary>One piece of a cell.</summary>
/// <param name="Code">The code; empty for an import.</param>
/// <param name="Import">The import; null for code.</param>
internal sealed record CellStep(string Code, CellDirective? Import);
