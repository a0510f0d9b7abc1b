using ClusterResearch.Notebooks.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>Whether code can run as it stands; a console asks before it runs a line.</summary>
internal static class Completeness
{
    private const int Indent = 4;

    /// <summary><c>complete</c>, <c>incomplete</c> or <c>invalid</c>, and how far to indent the next line.</summary>
    public static (string Status, string Indent) Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CellPlan.WithoutDirectives(code), SubmissionChain.ParseOptions);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? ("incomplete", NextIndent(tree))
            : tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) ? ("invalid", "")
            : ("complete", "");
    }

    /// <summary>One step for every bracket that is still open.</summary>
    private static string NextIndent(SyntaxTree tree)
    {
        var open = 0;
        foreach (var token in tree.GetRoot().DescendantTokens().Where(t => !t.IsMissing))
        {
            open += token.Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
        }
        return new string(' ', Indent * Math.Max(0, open));
    }
}
