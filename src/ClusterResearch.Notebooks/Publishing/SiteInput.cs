using System.Collections.Immutable;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Publishing;

/// <summary>Everything a published site is made of; the same input gives the same bytes.</summary>
/// <param name="Title">The site's title, on every page.</param>
/// <param name="Subtitle">One line under the title of the first page.</param>
/// <param name="Notebooks">The executed notebooks in reading order.</param>
/// <param name="Provenance">What the results were made with.</param>
/// <param name="SingleFile">Whether each page holds all it needs, so that it can be sent as one file.</param>
public sealed record SiteInput(
    string Title,
    string Subtitle,
    ImmutableArray<PublishedNotebook> Notebooks,
    Provenance Provenance,
    bool SingleFile
)
{
    /// <summary>Pages of prose for those who use the workbench, each a notebook without code. <value>Default: none.</value></summary>
    public ImmutableArray<PublishedNotebook> Guides { get; init; } = [];

    /// <summary>The language of the prose as in HTML's <c>lang</c>. <value>Default: <c>en</c>.</value></summary>
    public string Language { get; init; } = "en";
}

/// <summary>A notebook that was executed without a failure.</summary>
/// <param name="Notebook">Its cells with their outputs.</param>
/// <param name="ExecutedIpynb">The executed notebook as the text of an .ipynb file, for the download; empty for a guide, which has none.</param>
/// <param name="FilesRead">The data files its cells read.</param>
public sealed record PublishedNotebook(
    Notebook Notebook,
    string ExecutedIpynb,
    ImmutableArray<FileHash> FilesRead
);

/// <summary>A file that was read, cited by the hash of its bytes.</summary>
/// <param name="Name">Its name relative to the project, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record FileHash(string Name, string Sha256)
{
    /// <summary>The bytes, where the site should offer the file for download. <value>Default: null, only the hash is listed.</value></summary>
    public ReadOnlyMemory<byte>? Content { get; init; }
}

/// <summary>What a site was made with: no clock, so that a rebuild can be compared byte by byte.</summary>
/// <param name="Commit">The commit of the project, or a word such as <c>unknown</c> outside of version control.</param>
/// <param name="TreeState">Whether the working tree equalled the commit, e.g. <c>clean</c> or <c>modified</c>.</param>
/// <param name="Versions">SDK, runtime and packages with their versions.</param>
public sealed record Provenance(
    string Commit,
    string TreeState,
    ImmutableArray<(string Name, string Version)> Versions
);
