namespace ClusterResearch.Rendering;

/// <summary>A computed sentence: prose whose numbers come from results, so that text and figures cannot drift.</summary>
/// <example><code>Reading.Of($"{city} ranks **{rank}** of {n}; its score is {score:F3}.")</code></example>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = [MimeType.Markdown, MimeType.Text])]
public sealed class Reading : IRichOutput
{
    private readonly string markdown;

    private Reading(string markdown) => this.markdown = markdown;

    /// <summary>Makes the sentence; numbers are written in the invariant culture whatever the machine's.</summary>
    /// <param name="sentence">Markdown with values in braces; texts among them are escaped.</param>
    public static Reading Of(FormattableString sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var values = sentence.GetArguments().Select(a => a is string text ? Escape(text) : a).ToArray();
        return new(string.Format(Invariant, sentence.Format, values));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> MimeTypes => [MimeType.Markdown, MimeType.Text];

    /// <inheritdoc/>
    public string Render(string mimeType) =>
        mimeType is MimeType.Markdown or MimeType.Text
            ? markdown
            : throw new ArgumentException($"A reading does not render to {mimeType}.", nameof(mimeType));

    /// <summary>The sentence in Markdown.</summary>
    public override string ToString() => markdown;

    /// <summary>Text from data must stay text: Markdown's and HTML's own characters are escaped.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(c => "\\`*_{}[]()#+!|<>&$~".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
