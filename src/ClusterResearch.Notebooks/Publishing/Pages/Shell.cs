namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>What is the same on every page: head, top, scripts.</summary>
/// <param name="site">The site.</param>
internal sealed class Shell(SiteInput site)
{
    /// <summary>Nothing may come from another host, whatever a cell displays.</summary>
    private const string Policy =
        "default-src 'self' file: data: blob: 'unsafe-inline' 'unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Where scripts do not run, the tables behind the charts stand in for them.</summary>
    private const string WithoutScripts =
        "<noscript><style>.plot { display: none; } .behind[hidden] { display: block !important; }</style></noscript>";

    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231c5d7a'/%3E%3Cpath d='M3 12V8h2v4zM7 12V4h2v8zM11 12V6h2v6z' fill='%23fff'/%3E%3C/svg%3E";

    /// <summary>A page of the site.</summary>
    /// <param name="title">Its title; the site's own for the first page.</param>
    /// <param name="body">What stands between the top and the end.</param>
    /// <param name="plots">Whether it draws charts.</param>
    /// <param name="code">Whether it has code to fold.</param>
    /// <param name="search">The search index as a script.</param>
    public Html Page(string title, Html body, bool plots, bool code, string search)
    {
        var full = title == site.Title ? title : $"{title} · {site.Title}";
        return Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="{site.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Html.Raw(Policy)}">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="ClusterResearch">
            <title>{full}</title>
            <link rel="icon" href="{Html.Raw(Icon)}">
            {Style()}
            {Html.Raw(WithoutScripts)}
            <script>{Html.Raw(SiteAssets.Text("early.js"))}</script>
            {Scripts(plots, search)}
            </head>
            <body>
            <a class="skip" href="#main">Skip to the text</a>
            {Top(code)}
            {body}
            </body>
            </html>

            """
        );
    }

    private Html Style() =>
        site.SingleFile
            ? Html.Of($"<style>\n{Html.Raw(SiteAssets.Text("report.css"))}</style>")
            : Html.Raw("<link rel=\"stylesheet\" href=\"assets/report.css\">");

    /// <summary>Scripts run after the page is read, in this order; inside the page that needs a place at its end.</summary>
    private Html Scripts(bool plots, string search) =>
        site.SingleFile
            ? Html.Of($"{Html.If(plots, () => Inline(SiteAssets.Plotly))}{Inline(search)}{Inline(Deferred(SiteAssets.ReportScript))}")
            : Html.Of(
                $"""
                {Html.If(plots, () => Html.Raw("<script defer src=\"assets/plotly.min.js\"></script>\n"))}<script defer src="assets/search-index.js"></script>
                <script defer src="assets/report.js"></script>
                """
            );

    private static string Deferred(string script) =>
        $"document.addEventListener('DOMContentLoaded', function () {{\n{script}}});\n";

    private static Html Inline(string script) =>
        Html.Of($"<script>{Html.Raw(script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase))}</script>\n");

    private Html Top(bool code)
    {
        var fold = Html.If(
            code,
            () => Html.Raw("<button type=\"button\" class=\"tool\" id=\"code-switch\" aria-pressed=\"false\" hidden>Show code</button>")
        );
        return Html.Of(
            $"""
            <header class="top">
            <a class="site" href="index.html">{site.Title}</a>
            <form class="search" role="search" id="search" hidden>
            <input type="search" id="search-field" placeholder="Search" aria-label="Search the report" autocomplete="off" aria-controls="search-results">
            <div id="search-results" class="results" hidden></div>
            <p class="unseen" role="status" id="search-status"></p>
            </form>
            {fold}
            <button type="button" class="tool" id="theme-switch" hidden>Auto</button>
            </header>
            """
        );
    }
}
