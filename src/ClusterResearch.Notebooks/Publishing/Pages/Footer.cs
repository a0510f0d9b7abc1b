using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>The end of a page: what its results were made with and from.</summary>
/// <param name="provenance">Commit and versions.</param>
/// <param name="inside">Whether data files go into the page.</param>
internal sealed class Footer(Provenance provenance, bool inside)
{
    private const string Folder = "downloads/files/";

    public Html Render(IReadOnlyCollection<FileHash> files)
    {
        var versions = provenance.Versions.Select(v => Html.Of($"<li>{v.Name} <span class=\"version\">{v.Version}</span></li>"));
        return Html.Of(
            $"""
            <footer class="end">
            <h2>Provenance</h2>
            <p>Commit <code>{provenance.Commit}</code>, working tree {provenance.TreeState}.</p>
            <ul class="versions">{versions}</ul>
            {Html.If(files.Count > 0, () => Read(files))}
            </footer>
            """
        );
    }

    /// <summary>The data files to be written beside the pages.</summary>
    public static IEnumerable<(string Path, byte[] Content)> Files(ImmutableArray<FileHash> files) =>
        files.Where(IsOffered).Select(f => (Folder + f.Name, f.Content!.Value.ToArray()));

    private Html Read(IReadOnlyCollection<FileHash> files) =>
        Html.Of(
            $"""
            <details class="files"><summary>Files read ({files.Count}), with SHA-256</summary>
            <div class="scroll" role="group" aria-label="Files read"><table class="files"><thead><tr><th scope="col">File</th><th scope="col">SHA-256</th></tr></thead>
            <tbody>{files.Select(f => Html.Of($"<tr><td>{Name(f)}</td><td><code title=\"{f.Sha256}\">{Short(f.Sha256)}</code></td></tr>\n"))}</tbody></table></div></details>
            """
        );

    private Html Name(FileHash file)
    {
        if (!IsOffered(file))
        {
            return Html.Of($"{file.Name}");
        }
        var address = inside
            ? "data:application/octet-stream;base64," + Convert.ToBase64String(file.Content!.Value.Span)
            : string.Join('/', (Folder + file.Name).Split('/').Select(Uri.EscapeDataString));
        return Html.Of($"<a href=\"{address}\" download=\"{file.Name.Split('/')[^1]}\">{file.Name}</a>");
    }

    /// <summary>A name that leads out of the folder is listed but never written.</summary>
    private static bool IsOffered(FileHash file) =>
        file.Content is not null
        && file.Name.Split('/').All(part => part is not ("" or "." or "..") && part.IndexOfAny([':', '\\', '\0']) < 0);

    private static string Short(string sha) => sha.Length > 12 ? sha[..12] + "…" : sha;
}
