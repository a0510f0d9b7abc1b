using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterResearch.Notebooks.Publishing.Code;

/// <summary>C# as HTML, coloured by the compiler's own reading of it.</summary>
internal static class CodeHtml
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>The code with a span around every keyword, type, string, number, comment and directive.</summary>
    public static Html Render(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        foreach (var token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            AppendTrivia(html, token.LeadingTrivia);
            Append(html, Class(token), token.Text);
            AppendTrivia(html, token.TrailingTrivia);
        }
        return Html.Raw(html.ToString());
    }

    private static void AppendTrivia(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
        {
            Append(html, Class(piece), piece.ToFullString());
        }
    }

    /// <summary>Line ends stay outside of the spans, so that every line can be read on its own.</summary>
    private static void Append(StringBuilder html, string? name, string text)
    {
        var content = text.TrimEnd('\n');
        if (name is null || content.Length == 0)
        {
            html.Append(Html.Escape(text));
            return;
        }
        html.Append("<span class=\"").Append(name).Append("\">").Append(Html.Escape(content)).Append("</span>");
        html.Append('\n', text.Length - content.Length);
    }

    private static string? Class(SyntaxTrivia trivia) =>
        trivia.Kind() switch
        {
            SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.SkippedTokensTrivia => null,
            _ when trivia.IsDirective => "c-directive",
            _ => "c-comment",
        };

    private static string? Class(SyntaxToken token) =>
        token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => "c-number",
            SyntaxKind.IdentifierToken => NameClass(token),
            var kind when IsString(kind) => "c-string",
            var kind when SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind) => "c-keyword",
            _ => null,
        };

    private static bool IsString(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken
                or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.InterpolatedStringEndToken
                or SyntaxKind.InterpolatedRawStringEndToken;

    private static string? NameClass(SyntaxToken name)
    {
        if (name.Parent is IdentifierNameSyntax { IsVar: true })
        {
            return "c-keyword";
        }
        return IsTypeName(name) ? "c-type" : null;
    }

    /// <summary>Names where the grammar wants a type, and capitalised names that something is taken from.</summary>
    private static bool IsTypeName(SyntaxToken name) =>
        name.Parent switch
        {
            BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or GenericNameSyntax { Parent: not MemberAccessExpressionSyntax } => true,
            SimpleNameSyntax simple => simple.Parent switch
            {
                MemberAccessExpressionSyntax access => access.Expression == simple && char.IsUpper(name.Text[0]),
                QualifiedNameSyntax qualified => qualified.Right == simple && qualified.Parent is not UsingDirectiveSyntax,
                VariableDeclarationSyntax v => v.Type == simple,
                ParameterSyntax p => p.Type == simple,
                MethodDeclarationSyntax m => m.ReturnType == simple,
                LocalFunctionStatementSyntax f => f.ReturnType == simple,
                PropertyDeclarationSyntax p => p.Type == simple,
                CastExpressionSyntax c => c.Type == simple,
                ForEachStatementSyntax f => f.Type == simple,
                ObjectCreationExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax or NullableTypeSyntax => true,
                SimpleBaseTypeSyntax or TypeOfExpressionSyntax or DeclarationPatternSyntax or TupleElementSyntax => true,
                DeclarationExpressionSyntax or DefaultExpressionSyntax or AttributeSyntax or TypeConstraintSyntax => true,
                _ => false,
            },
            _ => false,
        };
}
