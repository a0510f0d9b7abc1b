using System.Runtime.CompilerServices;
using System.Text;

namespace ClusterResearch.Notebooks.Publishing;

/// <summary>A piece of HTML: text becomes one only by being escaped, so nothing from data slips through.</summary>
internal sealed class Html
{
    private readonly string markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty { get; } = new("");

    /// <summary>A template: texts in braces are escaped, pieces of HTML in braces are kept.</summary>
    public static Html Of(HtmlTemplate template) => new(template.Markup);

    /// <summary>Markup that the caller vouches for.</summary>
    public static Html Raw(string markup) => new(markup);

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.markup)));

    /// <summary>The piece if the condition holds, else nothing.</summary>
    public static Html If(bool condition, Func<Html> piece) => condition ? piece() : Empty;

    /// <summary>Text with the five characters that mean something in HTML replaced.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny("<>&\"'") < 0
            ? text
            : text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>JSON as it may stand in a script element: no sequence of characters can end the element.</summary>
    public static Html Json(string json) => new(json.Replace("<", "\\u003c", StringComparison.Ordinal));

    /// <summary>The markup.</summary>
    public override string ToString() => markup;
}

/// <summary>The template of <see cref="Html.Of"/>; the compiler calls it for an interpolated string.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlTemplate
{
    private readonly StringBuilder html;

    public HtmlTemplate(int literalLength, int formattedCount) => html = new(literalLength + 32 * formattedCount);

    public string Markup => html.ToString();

    public void AppendLiteral(string markup) => html.Append(markup);

    public void AppendFormatted(string? text) => html.Append(Html.Escape(text ?? ""));

    public void AppendFormatted(int number) => html.Append(number.ToString(Invariant));

    public void AppendFormatted(Html? piece) => html.Append(piece?.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces) => html.AppendJoin("", pieces);
}
