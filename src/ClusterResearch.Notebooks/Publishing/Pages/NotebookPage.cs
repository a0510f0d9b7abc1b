using ClusterResearch.Notebooks.Publishing.Prose;

namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>The page of one notebook: contents, text, the way on.</summary>
internal static class NotebookPage
{
    /// <summary>What stands between the top and the end of the page.</summary>
    public static Html Render(NotebookBody body, NotebookBody? before, NotebookBody? after, Footer footer)
    {
        var kicker = body.IsGuide ? Html.Raw("<p class=\"kicker\">Guide</p>\n") : Html.If(body.Chapter.Length > 0 && !body.IsNumbered, () => Html.Of($"<p class=\"kicker\">Chapter {body.Chapter}</p>\n"));
        return Html.Of(
            $"""
            <div class="page">
            {Contents(body)}
            <main id="main" tabindex="-1">
            <article>
            {kicker}{body.Markup}</article>
            {Html.If(!body.IsGuide, () => Html.Of($"<p class=\"downloads\">{body.Download}</p>"))}
            <nav class="ways" aria-label="{(body.IsGuide ? "Guides" : "Notebooks")}">{Way(before, "before", "Previous")}{Way(after, "after", "Next")}</nav>
            </main>
            </div>
            {footer.Render(body.Source.FilesRead)}
            """
        );
    }

    private static Html Contents(NotebookBody body)
    {
        var headings = body.Headings.Where(h => h.Level is 2 or 3).ToList();
        return headings.Count == 0
            ? Html.Raw("<div class=\"contents\"></div>")
            : Html.Of(
                $"""
                <nav class="contents" aria-label="On this page"><details open><summary>On this page</summary>
                <ol>{headings.Select(Entry)}</ol></details></nav>
                """
            );
    }

    private static Html Entry(Heading heading) =>
        Html.Of($"<li class=\"level-{heading.Level}\"><a href=\"#{Uri.EscapeDataString(heading.Id)}\">{heading.Text}</a></li>\n");

    private static Html Way(NotebookBody? to, string name, string label) =>
        to is null
            ? Html.Empty
            : Html.Of($"<a class=\"{name}\" href=\"{to.Page}\" rel=\"{(name == "before" ? "prev" : "next")}\"><span>{label}</span> {to.Chapter} {to.Title}</a>");
}
