using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Makes the loops and functions of a cell stoppable: each asks <see cref="CellStop"/> before every round or call.</summary>
/// <remarks>
/// The runtime can also abort a thread from outside (<see cref="System.Runtime.ControlledExecution"/>), but on Linux
/// that ends the whole process now and then. The insertions add no lines, so line numbers stay true.
/// </remarks>
internal static class LoopGuard
{
    private const string Stop = "global::ClusterResearch.Notebooks.Session.CellStop";
    private const string Check = $"if({Stop}.Stopping>0)throw {Stop}.Stopped();";
    private const string CheckedValue = $"{Stop}.Stopping>0?throw {Stop}.Stopped():(";
    private static readonly string[] Words = ["while", "for", "do", "=>", "from", "("];

    /// <summary>The guarded code, the most thorough version first; the code itself where it has nothing to guard or does not parse.</summary>
    /// <remarks>
    /// <c>x => f(x)</c> may give a value or not, which only the compiler knows: the first version takes it for a value and may
    /// therefore not compile; the second leaves such functions alone.
    /// </remarks>
    public static IEnumerable<string> Versions(string code)
    {
        if (!Words.Any(w => code.Contains(w, StringComparison.Ordinal)))
        {
            return [code];
        }
        var tree = CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions);
        if (tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            return [code];
        }
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        return ((string[])[Insert(code, nodes, callsAreValues: true), Insert(code, nodes, callsAreValues: false), code]).Distinct(StringComparer.Ordinal);
    }

    private static string Insert(string code, List<SyntaxNode> nodes, bool callsAreValues)
    {
        var insertions = nodes.Select(Body).OfType<StatementSyntax>().SelectMany(InStatement)
            .Concat(nodes.Select(Value).OfType<ExpressionSyntax>().Where(v => callsAreValues || !IsStatement(v)).SelectMany(InValue));
        var text = new StringBuilder();
        var done = 0;
        // Where functions end at the same place, the order of their ends does not matter: all are brackets.
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
            AnonymousFunctionExpressionSyntax function => function.Block,
            LocalFunctionStatementSyntax function => function.Body,
            MethodDeclarationSyntax method => method.Body,
            _ => null,
        };

    /// <summary>What a function or a clause of a query gives for each item.</summary>
    private static ExpressionSyntax? Value(SyntaxNode node) =>
        node switch
        {
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } value } => value,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } value } function when !IsVoid(function.ReturnType) => value,
            MethodDeclarationSyntax { ExpressionBody.Expression: { } value } method when !IsVoid(method.ReturnType) => value,
            WhereClauseSyntax clause => clause.Condition,
            SelectClauseSyntax clause => clause.Expression,
            _ => null,
        };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    /// <summary>Whether the expression could also stand as a statement, and so might give nothing.</summary>
    private static bool IsStatement(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax
            or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax
        || value.IsKind(SyntaxKind.PreIncrementExpression) || value.IsKind(SyntaxKind.PreDecrementExpression);

    private static IEnumerable<(int At, string Text)> InStatement(StatementSyntax body) =>
        body is BlockSyntax block
            ? [(block.OpenBraceToken.Span.End, Check)]
            : [(body.Span.Start, "{" + Check), (body.Span.End, "}")];

    private static IEnumerable<(int At, string Text)> InValue(ExpressionSyntax value) =>
        value is ThrowExpressionSyntax or RefExpressionSyntax ? [] : [(value.Span.Start, CheckedValue), (value.Span.End, ")")];
}
