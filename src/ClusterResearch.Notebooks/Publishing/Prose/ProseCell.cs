using System.Text;
using ClusterResearch.Notebooks.Publishing.Prose.Tex;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ClusterResearch.Notebooks.Publishing.Prose;

/// <summary>A cell of prose, or a computed sentence, on its way from Markdown to HTML.</summary>
internal sealed class ProseCell
{
    private static readonly MarkdownPipeline Pipeline = WithFormulas(new MarkdownPipelineBuilder())
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UsePreciseSourceLocation()
        .Build();

    private readonly string markdown;
    private readonly CellPlace place;

    private ProseCell(string markdown, CellPlace place, ProseContext context)
    {
        (this.markdown, this.place, Context) = (markdown, place, context);
        FirstFootnote = context.Footnotes;
    }

    public ProseContext Context { get; }

    /// <summary>The number of the last footnote before this cell.</summary>
    public int FirstFootnote { get; }

    /// <summary>The prose as HTML; headings and faults go to the context.</summary>
    public static Html Render(string markdown, CellPlace place, ProseContext context)
    {
        var cell = new ProseCell(markdown, place, context);
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            cell.Register(block);
        }
        using var html = new StringWriter(Invariant);
        var renderer = cell.Renderer(html);
        renderer.Render(document);
        return Html.Raw(html.ToString());
    }

    public Html Formula(string tex, bool display, int start)
    {
        try
        {
            return TexToMathMl.Convert(tex, display);
        }
        catch (TexFault fault)
        {
            var position = start + (tex.Length - tex.TrimStart().Length) + fault.Position;
            var (line, column) = LineAndColumn(Math.Min(position, markdown.Length));
            Context.Findings.Add(PublishingFindings.InFormula(place, line, column, fault));
            return Html.Empty;
        }
    }

    /// <summary>Dollar signs that open a formula which nothing closes would show as raw TeX: the author must know.</summary>
    public void OpenFormula(int start)
    {
        var (line, column) = LineAndColumn(start);
        Context.Findings.Add(PublishingFindings.OpenFormula(place, line, column));
    }

    public Html Picture(LinkInline link)
    {
        var url = link.Url ?? "";
        if (url.StartsWith("data:image/", StringComparison.Ordinal))
        {
            return Html.Of($"<img src=\"{url}\" alt=\"{Words(link)}\">");
        }
        var (line, column) = LineAndColumn(link.Span.Start);
        Context.Findings.Add(PublishingFindings.InPicture(place, line, column, url));
        return Html.Empty;
    }

    private void Register(LeafBlock block)
    {
        if (block.Inline is null)
        {
            return;
        }
        foreach (var literal in block.Inline.Descendants<LiteralInline>())
        {
            if (literal.Content.AsSpan().IndexOf("$$") is var at and >= 0)
            {
                OpenFormula(literal.Span.Start + at);
            }
        }
        var words = Words(block.Inline);
        if (block is HeadingBlock heading)
        {
            var anchor = Context.Anchor(LinkHelper.UrilizeAsGfm(words));
            heading.GetAttributes().Id = anchor;
            Context.AddHeading(new(heading.Level, anchor, words));
        }
        else
        {
            Context.AddWords(words, block is ParagraphBlock { Parent: MarkdownDocument });
        }
    }

    /// <summary>The words of an element without their markup.</summary>
    private static string Words(ContainerInline container)
    {
        var words = new StringBuilder();
        foreach (var inline in container.Descendants())
        {
            words.Append(
                inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    MathInline math => math.Content.ToString(),
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    LineBreakInline => " ",
                    _ => "",
                }
            );
        }
        return words.ToString().Trim();
    }

    private HtmlRenderer Renderer(StringWriter target)
    {
        var renderer = new HtmlRenderer(target);
        Pipeline.Setup(renderer);
        Replace<HtmlInlineRenderer>(new SafeInlineRenderer());
        Replace<HtmlBlockRenderer>(new SafeBlockRenderer());
        renderer.ObjectRenderers.Insert(0, new FormulaRenderer(this));
        renderer.ObjectRenderers.Insert(0, new FormulaBlockRenderer(this));
        Replace<LinkInlineRenderer>(new LinkRenderer(this));
        Replace<AutolinkInlineRenderer>(new AddressRenderer(this));
        Replace<HtmlFootnoteLinkRenderer>(new FootnoteSignRenderer(this));
        Replace<HtmlFootnoteGroupRenderer>(new FootnotesRenderer(this));
        Replace<HtmlTableRenderer>(new ScrollingTableRenderer());
        return renderer;

        void Replace<T>(IMarkdownObjectRenderer ours)
            where T : IMarkdownObjectRenderer
        {
            renderer.ObjectRenderers.RemoveAll(r => r is T);
            renderer.ObjectRenderers.Insert(0, ours);
        }
    }

    private static MarkdownPipelineBuilder WithFormulas(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.Insert(0, new DisplayFormulaParser());
        builder.InlineParsers.Insert(0, new InlineFormulaParser());
        return builder;
    }

    private (int Line, int Column) LineAndColumn(int position)
    {
        var before = markdown.AsSpan(0, position);
        return (before.Count('\n') + 1, position - before.LastIndexOf('\n'));
    }
}
