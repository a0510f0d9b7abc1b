using System.Text;
using ClusterResearch.Tables;

namespace ClusterResearch.Notebooks.Publishing.Outputs;

/// <summary>The files that a page offers; beside the page, or inside of it where the page must stand alone.</summary>
/// <param name="folder">The folder of the page's files, relative to the site.</param>
/// <param name="inside">Whether files go into the page as data addresses.</param>
internal sealed class Exports(string folder, bool inside)
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private int tables;

    /// <summary>The files to be written beside the page, by path relative to the site.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>Offers a table as CSV and as a workbook.</summary>
    public Html Offer(Table table)
    {
        var name = string.Create(Invariant, $"{++tables:D2}-{Slug(table.Title)}");
        var csv = Link($"{folder}/{name}.csv", "text/csv;charset=utf-8", Encoding.UTF8.GetBytes(table.ToCsv()), "CSV", table.Title);
        var xlsx = Link(
            $"{folder}/{name}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", table.ToXlsx(), "XLSX", table.Title
        );
        return Html.Of($"{csv}{xlsx}");
    }

    /// <summary>A link that downloads a file.</summary>
    public Html Link(string path, string mimeType, byte[] content, string label, string about)
    {
        var name = path.Split('/')[^1];
        var address = inside ? $"data:{mimeType};base64,{Convert.ToBase64String(content)}" : Address(path);
        if (!inside)
        {
            files[path] = content;
        }
        return Html.Of($"<a class=\"tool\" href=\"{address}\" download=\"{name}\" aria-label=\"{label}: {about}\">{label}</a>");
    }

    private static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A name that every file system takes: ASCII letters and digits of the title, at most 60.</summary>
    private static string Slug(string title)
    {
        var words = string.Concat(title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
        var slug = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length switch { 0 => "table", > 60 => slug[..60].TrimEnd('-'), _ => slug };
    }
}
