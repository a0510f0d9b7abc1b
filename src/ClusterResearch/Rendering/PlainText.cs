using System.Text;

namespace ClusterResearch.Rendering;

/// <summary>A Markdown sentence as plain text: without escapes, emphasis, code marks and links.</summary>
internal static class PlainText
{
    public static string Of(string markdown)
    {
        var text = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && char.IsPunctuation(markdown[i + 1]) | char.IsSymbol(markdown[i + 1]))
            {
                text.Append(markdown[++i]);
            }
            else if (markdown[i] == '[' && LinkEnd(markdown, i) is var (label, end))
            {
                text.Append(Of(label));
                i = end;
            }
            else if (!IsMark(markdown, i))
            {
                text.Append(markdown[i]);
            }
        }
        return text.ToString();
    }

    /// <summary>A star or grave accent that touches a word, an underscore at the edge of one.</summary>
    private static bool IsMark(string markdown, int i)
    {
        var (before, after) = (i == 0 ? ' ' : markdown[i - 1], i + 1 == markdown.Length ? ' ' : markdown[i + 1]);
        return markdown[i] switch
        {
            '`' => true,
            '*' => !char.IsWhiteSpace(before) || !char.IsWhiteSpace(after),
            '_' => char.IsLetterOrDigit(before) != char.IsLetterOrDigit(after),
            _ => false,
        };
    }

    /// <summary>The label of a link that begins here, and where the link ends.</summary>
    private static (string Label, int End)? LinkEnd(string markdown, int start)
    {
        var middle = markdown.IndexOf("](", start, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : markdown.IndexOf(')', middle);
        return end < 0 || markdown.AsSpan(start + 1, middle - start - 1).Contains('[') ? null : (markdown[(start + 1)..middle], end);
    }
}
