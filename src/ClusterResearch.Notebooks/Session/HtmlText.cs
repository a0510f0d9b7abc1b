using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Session;

/// <summary>HTML that a cell shows as it is.</summary>
/// <param name="Html">The fragment; who writes it answers for escaping what comes from data.</param>
public sealed record HtmlText(string Html) : IRichOutput
{
    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => [MimeType.Html, MimeType.Text];

    /// <inheritdoc/>
    public string Render(string mimeType) =>
        mimeType is MimeType.Html or MimeType.Text
            ? Html
            : throw new ArgumentException($"HTML does not render to {mimeType}.", nameof(mimeType));

    /// <summary>The fragment.</summary>
    public override string ToString() => Html;
}
