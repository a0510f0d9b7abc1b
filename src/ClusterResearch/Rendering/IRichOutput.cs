namespace ClusterResearch.Rendering;

/// <summary>A result that shows itself in a notebook: richly where the reader can, as text where not.</summary>
/// <remarks>Rendering is pure: the same value always gives the same characters, in every culture.</remarks>
public interface IRichOutput
{
    /// <summary>The MIME types this value renders to, richest first; always ends with <c>text/plain</c>.</summary>
    IReadOnlyList<string> MimeTypes { get; }

    /// <summary>The value in one of its <see cref="MimeTypes"/>.</summary>
    /// <param name="mimeType">One of <see cref="MimeTypes"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="mimeType"/> is not one of <see cref="MimeTypes"/>.</exception>
    string Render(string mimeType);
}
