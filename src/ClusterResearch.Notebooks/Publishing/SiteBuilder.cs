using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing.Pages;

namespace ClusterResearch.Notebooks.Publishing;

/// <summary>Makes the files of a site in memory; nothing is read and nothing is written.</summary>
internal static class SiteBuilder
{
    /// <summary>The files by path relative to the site, with forward slashes.</summary>
    /// <exception cref="FindingsException">A notebook holds something that cannot be published.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Build(SiteInput site)
    {
        var all = site.Notebooks.Concat(site.Guides).ToArray();
        var published = all.Select(n => n.Notebook.Id).ToFrozenSet(StringComparer.Ordinal);
        var bodies = all
            .AsParallel()
            .AsOrdered()
            .Select(n => NotebookBody.Render(n, published, site.SingleFile))
            .ToArray()
            .ToImmutableArray();
        var findings = WrongNames(all).Concat(bodies.SelectMany(n => n.Findings)).ToList();
        if (findings.Count > 0)
        {
            throw new FindingsException(findings);
        }
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        AddPages(site, bodies, files);
        if (!site.SingleFile)
        {
            AddFilesBesidePages(bodies, files);
        }
        return files.ToImmutable();
    }

    private static void AddPages(
        SiteInput site,
        ImmutableArray<NotebookBody> bodies,
        ImmutableSortedDictionary<string, byte[]>.Builder files
    )
    {
        ImmutableArray<NotebookBody>[] series = [bodies[..site.Notebooks.Length], bodies[site.Notebooks.Length..]];
        var shell = new Shell(site);
        var footer = new Footer(site.Provenance, site.SingleFile);
        var all = SearchIndex.Script(bodies, inside: false);
        Add("index.html", shell.Page(site.Title, IndexPage.Render(site, series[0], series[1], footer), plots: false, code: false, all));
        foreach (var pages in series)
        {
            for (var n = 0; n < pages.Length; n++)
            {
                var body = pages[n];
                var page = NotebookPage.Render(body, n > 0 ? pages[n - 1] : null, n + 1 < pages.Length ? pages[n + 1] : null, footer);
                var search = site.SingleFile ? SearchIndex.Script([body], inside: true) : all;
                Add($"{body.Id}.html", shell.Page(body.Source.Notebook.Title, page, body.HasPlots, body.HasCode, search));
            }
        }
        if (!site.SingleFile)
        {
            files["assets/search-index.js"] = Encoding.UTF8.GetBytes(all);
        }

        void Add(string path, Html page) => files[path] = Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AddFilesBesidePages(
        ImmutableArray<NotebookBody> notebooks,
        ImmutableSortedDictionary<string, byte[]>.Builder files
    )
    {
        files["assets/report.css"] = Encoding.UTF8.GetBytes(SiteAssets.Text("report.css"));
        files["assets/report.js"] = Encoding.UTF8.GetBytes(SiteAssets.ReportScript);
        if (notebooks.Any(n => n.HasPlots))
        {
            files["assets/plotly.min.js"] = SiteAssets.PlotlyBytes;
            files["assets/plotly.LICENSE.txt"] = SiteAssets.PlotlyLicence;
        }
        foreach (var (path, content) in notebooks.SelectMany(n => n.Files).Select(f => (f.Key, f.Value)))
        {
            files[path] = content;
        }
        foreach (var (path, content) in notebooks.SelectMany(n => Footer.Files(n.Source.FilesRead)))
        {
            files[path] = content;
        }
    }

    /// <summary>Names become file names: they must differ and lead nowhere else.</summary>
    private static IEnumerable<Finding> WrongNames(IEnumerable<PublishedNotebook> all)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "index" };
        foreach (var notebook in all.Select(n => n.Notebook))
        {
            if (!IsFileName(notebook))
            {
                yield return PublishingFindings.Name(notebook, "letters, digits, hyphens, underscores and points");
            }
            else if (!seen.Add(notebook.Id))
            {
                yield return PublishingFindings.Name(notebook, "a name that no other notebook has, and not “index”");
            }
        }
    }

    private static bool IsFileName(Notebook notebook) =>
        notebook.Id.Length is > 0 and <= 100
        && notebook.Id[0] != '.'
        && notebook.Id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}
