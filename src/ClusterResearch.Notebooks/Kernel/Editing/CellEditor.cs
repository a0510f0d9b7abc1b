using System.Collections.Immutable;
using ClusterResearch.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>Helps who writes a cell: what could stand here, and what does this mean.</summary>
/// <param name="preview">The compiler's view of code after the cells that ran.</param>
internal sealed class CellEditor(Func<string, Compilation> preview)
{
    /// <summary>Stands for the rest of the word that is being written, so that the compiler sees a name.</summary>
    private const string Rest = "__rest";

    /// <summary>What every value has is seldom what is looked for.</summary>
    private static readonly ImmutableHashSet<string> OfEverything = ["Equals", "GetHashCode", "GetType", "ReferenceEquals", "ToString"];

    private static readonly ImmutableArray<CompletionItem> Directives =
    [
        new("#!import", "keyword", "#!import \"file.csx\": runs a file"),
        new("#!time", "keyword", "#!time: shows how long the cell took"),
        new("#r", "keyword", "#r \"path.dll\" or #r \"nuget: Name, 1.2.3\": adds a library"),
    ];

    /// <summary>What could be written at a position.</summary>
    public Completion Complete(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
        {
            start--;
        }
        var word = code[start..position];
        if (LineStart(code, position).TrimStart() is ['#', ..] line)
        {
            var from = position - line.Length;
            return new([.. Directives.Where(d => d.Text.StartsWith(line, StringComparison.OrdinalIgnoreCase))], from, position);
        }
        var (model, name) = NameAt(code, start, position);
        var items = name is null ? [] : new NameFinder(model, name, start, word).Find();
        return new([.. items.OrderBy(i => OfEverything.Contains(i.Text)).ThenBy(i => i.Text, StringComparer.OrdinalIgnoreCase).ThenBy(i => i.Text, StringComparer.Ordinal)], start, position);
    }

    /// <summary>What the name at a position means, or the method whose arguments stand there: declaration and documentation.</summary>
    /// <returns>MIME type to content; null where there is nothing to tell.</returns>
    public ImmutableSortedDictionary<string, string>? Inspect(string code, int position)
    {
        var compilation = preview(code);
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        var symbols = Candidates(tree.GetRoot(), Math.Clamp(position, 0, code.Length)).Select(n => SymbolsOf(model, n)).FirstOrDefault(s => s.Length > 0, []);
        if (symbols.IsEmpty)
        {
            return null;
        }
        var text = SymbolText.Of(symbols);
        return ImmutableSortedDictionary<string, string>.Empty.Add(MimeType.Markdown, text.Markdown).Add(MimeType.Text, text.Plain);
    }

    /// <summary>The name that is being written, as the compiler sees it when it is finished; null within texts and comments.</summary>
    private (SemanticModel Model, SimpleNameSyntax? Name) NameAt(string code, int start, int position)
    {
        var restOfLine = code.AsSpan(position);
        restOfLine = restOfLine[..(restOfLine.IndexOf('\n') is var end and >= 0 ? end : restOfLine.Length)];
        // Without the semicolon the next line would become part of the same expression.
        var finished = code[..position] + Rest + (restOfLine.IsWhiteSpace() ? ";" : "") + code[position..];
        var compilation = preview(finished);
        var tree = compilation.SyntaxTrees.Single();
        var token = tree.GetRoot().FindToken(start);
        var isName = token.IsKind(SyntaxKind.IdentifierToken) && token.SpanStart == start && token.Text.Contains(Rest, StringComparison.Ordinal);
        return (compilation.GetSemanticModel(tree), isName ? token.Parent as SimpleNameSyntax : null);
    }

    private static string LineStart(string code, int position) => code[(code.LastIndexOf('\n', Math.Max(0, position - 1), Math.Max(0, position)) + 1)..position];

    /// <summary>The name at the position; else the methods around it, from the innermost.</summary>
    private static IEnumerable<SyntaxNode> Candidates(SyntaxNode root, int position)
    {
        foreach (var at in (int[])[position, position - 1])
        {
            var token = root.FindToken(Math.Max(0, at));
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Start <= position && position <= token.Span.End && token.Parent is { } name)
            {
                yield return name;
            }
        }
        foreach (var around in root.FindToken(Math.Max(0, position - 1)).Parent?.AncestorsAndSelf() ?? [])
        {
            switch (around)
            {
                case ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list when list.SpanStart < position:
                    yield return call.Expression;
                    break;
                case ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax creation } list when list.SpanStart < position:
                    yield return creation;
                    break;
            }
        }
    }

    private static ImmutableArray<ISymbol> SymbolsOf(SemanticModel model, SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
        {
            return [declared];
        }
        var info = model.GetSymbolInfo(node);
        if (info.Symbol is INamedTypeSymbol { Name: "" } or null && info.CandidateSymbols.IsEmpty)
        {
            return node is ExpressionSyntax expression && !model.GetMemberGroup(expression).IsEmpty ? model.GetMemberGroup(expression) : [];
        }
        return info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
    }
}
