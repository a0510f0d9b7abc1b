namespace ClusterResearch.Notebooks.Publishing.Prose;

/// <summary>Which addresses in prose become links of a page.</summary>
internal static class ProseLinks
{
    private static readonly string[] Outside = ["https://", "http://", "mailto:", "doi:"];

    /// <summary>The address for the page; null where the place is not part of the site or the scheme is not safe.</summary>
    public static string? Resolve(string url, ProseContext context)
    {
        if (url.StartsWith('#'))
        {
            return url;
        }
        if (Outside.FirstOrDefault(scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } outside)
        {
            return outside == "doi:" ? "https://doi.org/" + url[4..] : url;
        }
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (file, anchor) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        if (Path.GetExtension(file) is not (".ipynb" or ".md"))
        {
            return null;
        }
        var name = Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(file));
        return context.IsPublished(name) ? $"{Uri.EscapeDataString(name)}.html{anchor}" : null;
    }

    public static bool IsOutside(string url) => url.Contains(':', StringComparison.Ordinal);
}
