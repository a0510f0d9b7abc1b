namespace ClusterResearch.Rendering;

/// <summary>A computed sentence: prose whose numbers come from results, so that text and figures cannot drift.</summary>
/// <example><code>Reading.Of($"{city} ranks **{rank}** of {n}; its score is {score:F3}.")</code></example>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Markdown, MimeType.Text])]
public sealed class Reading : IRichOutput
{
    private readonly string markdown;

    private Reading(string markdown) => this.markdown = markdown;

    /// <summary>Makes the sentence; numbers are written in the invariant culture whatever the machine's.</summary>
    /// <param name="sentence">Markdown with values in braces; all but numbers and other readings are escaped.</param>
    public static Reading Of(FormattableString sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new(string.Format(Invariant, sentence.Format, [.. sentence.GetArguments().Select(Safe)]));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => [MimeType.Markdown, MimeType.Text];

    /// <inheritdoc/>
    public string Render(string mimeType) =>
        mimeType switch
        {
            MimeType.Markdown => markdown,
            MimeType.Text => PlainText.Of(markdown),
            _ => throw new ArgumentException($"A reading does not render to {mimeType}.", nameof(mimeType)),
        };

    /// <summary>The sentence in Markdown.</summary>
    public override string ToString() => markdown;

    private static object? Safe(object? value) =>
        value switch
        {
            Reading reading => reading.markdown,
            char c => Escape(c.ToString()),
            IFormattable => value,
            _ => Escape(value?.ToString() ?? ""),
        };

    /// <summary>Text from data must stay text: Markdown's and HTML's own characters are escaped, line breaks are blanks.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is '\n' or '\r' ? " " : "\\`*_{}[]()#+!|<>&$~".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
