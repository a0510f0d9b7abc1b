using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClusterResearch.Notebooks.Publishing.Prose;

/// <summary>Raw HTML in a line of prose.</summary>
internal sealed class SafeInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj) => renderer.Write(SafeTags.Keep(obj.Tag).ToString());
}

/// <summary>A block of raw HTML in prose.</summary>
internal sealed class SafeBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj) =>
        renderer.Write(SafeTags.Keep(obj.Lines.ToString()).ToString()).WriteLine();
}

/// <summary>A formula in a line of prose; two dollar signs ask for display style.</summary>
internal sealed class FormulaRenderer(ProseCell cell) : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj) =>
        renderer.Write(cell.Formula(obj.Content.ToString(), obj.DelimiterCount == 2, obj.Span.Start + obj.DelimiterCount).ToString());
}

/// <summary>A formula on lines of its own.</summary>
internal sealed class FormulaBlockRenderer(ProseCell cell) : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock obj)
    {
        if (obj.ClosingFencedCharCount == 0)
        {
            cell.OpenFormula(obj.Span.Start);
            return;
        }
        var start = obj.Lines.Count > 0 ? obj.Lines.Lines[0].Slice.Start : obj.Span.Start;
        renderer.Write(cell.Formula(obj.Lines.ToString(), true, start).ToString()).WriteLine();
    }
}

/// <summary>Links within the site, to addresses on the web, and nowhere else.</summary>
internal sealed class LinkRenderer(ProseCell cell) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        if (obj.IsImage)
        {
            renderer.Write(cell.Picture(obj).ToString());
            return;
        }
        var address = ProseLinks.Resolve(obj.Url ?? "", cell.Context);
        if (address is null)
        {
            renderer.WriteChildren(obj);
            return;
        }
        var outside = ProseLinks.IsOutside(address) ? Html.Raw(" rel=\"external noreferrer\"") : Html.Empty;
        renderer.Write(Html.Of($"<a href=\"{address}\"{outside}>").ToString());
        renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }
}

/// <summary>Addresses in angle brackets.</summary>
internal sealed class AddressRenderer(ProseCell cell) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var address = ProseLinks.Resolve(obj.IsEmail ? "mailto:" + obj.Url : obj.Url, cell.Context);
        var link = address is null
            ? Html.Of($"{obj.Url}")
            : Html.Of($"<a href=\"{address}\" rel=\"external noreferrer\">{obj.Url}</a>");
        renderer.Write(link.ToString());
    }
}

/// <summary>The sign of a footnote in the text, and the way back from the footnote.</summary>
internal sealed class FootnoteSignRenderer(ProseCell cell) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var number = cell.FirstFootnote + obj.Footnote.Order;
        var link = obj.IsBackLink
            ? Html.Of($" <a class=\"back\" href=\"#note-{number}-use-{obj.Index}\" aria-label=\"Back to the text\">↩</a>")
            : Html.Of(
                $"<sup class=\"note-sign\"><a id=\"note-{number}-use-{obj.Index}\" href=\"#note-{number}\" aria-label=\"Note {number}\">{number}</a></sup>"
            );
        renderer.Write(link.ToString());
    }
}

/// <summary>The footnotes of a cell.</summary>
internal sealed class FootnotesRenderer(ProseCell cell) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        var notes = obj.OfType<Footnote>().Where(note => note.Order > 0).ToList();
        if (notes.Count == 0)
        {
            return;
        }
        renderer.EnsureLine();
        renderer.Write(Html.Of($"<ol class=\"notes\" start=\"{cell.FirstFootnote + 1}\">").ToString());
        foreach (var note in notes)
        {
            renderer.Write(Html.Of($"<li id=\"note-{cell.FirstFootnote + note.Order}\">").ToString());
            renderer.WriteChildren(note);
            renderer.Write("</li>");
        }
        renderer.WriteLine("</ol>");
        cell.Context.Footnotes += notes.Count;
    }
}

/// <summary>Tables in prose scroll inside themselves on narrow screens.</summary>
internal sealed class ScrollingTableRenderer : Markdig.Extensions.Tables.HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
    {
        renderer.WriteLine("<div class=\"scroll\" role=\"group\" aria-label=\"Table\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }
}
