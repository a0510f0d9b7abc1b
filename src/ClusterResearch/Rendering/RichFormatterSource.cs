namespace ClusterResearch.Rendering;

/// <summary>The formatters of every <see cref="IRichOutput"/>, in the shape that C# kernels look for by name.</summary>
public sealed class RichFormatterSource
{
    /// <summary>One formatter for HTML, one for plain text.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new Formatter("text/html"), new Formatter("text/plain")];

    /// <summary>Writes a value in one MIME type; the member names are the convention.</summary>
    private sealed class Formatter(string mimeType)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IRichOutput rich || !rich.MimeTypes.Contains(MimeType))
            {
                return false;
            }
            writer.Write(rich.Render(MimeType));
            return true;
        }
    }
}
