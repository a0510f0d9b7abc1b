using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Makes the loops of a cell stoppable: each asks <see cref="CellStop"/> before every round.</summary>
/// <remarks>
/// The runtime can also abort a thread from outside (<see cref="System.Runtime.ControlledExecution"/>), but on Linux
/// that ends the whole process now and then. The insertions add no lines, so line numbers stay true.
/// </remarks>
internal static class LoopGuard
{
    private const string Stop = "global::ClusterResearch.Notebooks.Session.CellStop";
    private const string Check = $"if({Stop}.Stopping>0)throw {Stop}.Stopped();";
    private static readonly string[] LoopWords = ["while", "for", "do"];

    /// <summary>The code with guarded loops; the code itself where it has none or does not parse.</summary>
    public static string Insert(string code)
    {
        if (!LoopWords.Any(w => code.Contains(w, StringComparison.Ordinal)))
        {
            return code;
        }
        var tree = CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions);
        return tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)
            ? code
            : Insert(
                code,
                tree.GetRoot().DescendantNodes().Select(Body).OfType<StatementSyntax>().SelectMany(Insertions)
            );
    }

    private static string Insert(string code, IEnumerable<(int At, string Text)> insertions)
    {
        var text = new StringBuilder();
        var done = 0;
        foreach (var (at, inserted) in insertions.OrderBy(i => i.At))
        {
            text.Append(code, done, at - done).Append(inserted);
            done = at;
        }
        return text.Append(code, done, code.Length - done).ToString();
    }

    private static StatementSyntax? Body(SyntaxNode node) =>
        node switch
        {
            WhileStatementSyntax loop => loop.Statement,
            DoStatementSyntax loop => loop.Statement,
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            _ => null,
        };

    private static IEnumerable<(int At, string Text)> Insertions(StatementSyntax body) =>
        body is BlockSyntax block
            ? [(block.OpenBraceToken.Span.End, Check)]
            : [(body.Span.Start, "{" + Check), (body.Span.End, "}")];
}
