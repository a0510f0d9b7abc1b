using System.Collections.Immutable;
using ClusterResearch.Notebooks.Publishing.Outputs;

namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>The first page: what the site is, a card for each notebook, a list of its figures and tables.</summary>
internal static class IndexPage
{
    private static readonly string[] Kinds = ["Figure", "Table"];

    public static Html Render(SiteInput site, ImmutableArray<NotebookBody> notebooks, ImmutableArray<NotebookBody> guides, Footer footer)
    {
        var files = notebooks.SelectMany(n => n.Source.FilesRead).DistinctBy(f => f.Name).OrderBy(f => f.Name, StringComparer.Ordinal);
        return Html.Of(
            $"""
            <main id="main" class="index" tabindex="-1">
            <div class="hero">
            <h1>{site.Title}</h1>
            <p class="subtitle">{site.Subtitle}</p>
            <p class="summary">{Summary(notebooks)}</p>
            </div>
            <ol class="cards">{notebooks.Select(Card)}</ol>
            {Exhibits(notebooks)}
            {Guides(guides)}
            </main>
            {footer.Render([.. files])}
            """
        );
    }

    private static Html Card(NotebookBody notebook) =>
        Html.Of(
            $"""
            <li class="card"><a href="{notebook.Page}"><span class="chapter">{notebook.Chapter}</span><span class="title">{notebook.Title}</span></a>
            <p>{notebook.Lead}</p>
            <p class="summary">{Counts(notebook.Exhibits)}</p></li>

            """
        );

    private static Html Exhibits(ImmutableArray<NotebookBody> notebooks) =>
        Html.If(
            notebooks.Any(n => n.Exhibits.Length > 0),
            () => Html.Of(
                $"""
                <section class="exhibits"><h2>Figures and tables</h2>
                {notebooks.Where(n => n.Exhibits.Length > 0).Select(List)}</section>
                """
            )
        );

    private static Html Guides(ImmutableArray<NotebookBody> guides) =>
        Html.If(
            guides.Length > 0,
            () => Html.Of(
                $"""
                <section class="guides"><h2>Guides</h2>
                <ul>{guides.Select(g => Html.Of($"<li><a href=\"{g.Page}\">{g.Title}</a> <span class=\"summary\">{FirstSentence(g.Lead)}</span></li>\n"))}</ul></section>
                """
            )
        );

    private static string FirstSentence(string words) => words.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? words[..(end + 1)] : words;

    private static Html List(NotebookBody notebook) =>
        Html.Of(
            $"""
            <details><summary>{notebook.Chapter} {notebook.Title} <span class="summary">{Counts(notebook.Exhibits)}</span></summary>
            <ul>{notebook.Exhibits.Select(e => Html.Of($"<li><a href=\"{notebook.Page}#{Uri.EscapeDataString(e.Id)}\"><span class=\"kind\">{e.Kind} {e.Number}</span> {e.Title}</a></li>\n"))}</ul></details>

            """
        );

    private static string Summary(ImmutableArray<NotebookBody> notebooks)
    {
        var exhibits = notebooks.SelectMany(n => n.Exhibits).ToImmutableArray();
        var counts = Counts(exhibits);
        var chapters = Count(notebooks.Length, "notebook");
        return counts.Length == 0 ? chapters : $"{chapters} · {counts}";
    }

    private static string Counts(ImmutableArray<Exhibit> exhibits)
    {
        var counts = Kinds
            .Select(kind => (Kind: kind.ToLowerInvariant(), Number: exhibits.Count(e => e.Kind == kind)))
            .Where(c => c.Number > 0);
        return string.Join(" · ", counts.Select(c => Count(c.Number, c.Kind)));
    }

    private static string Count(int number, string noun) =>
        string.Create(Invariant, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
