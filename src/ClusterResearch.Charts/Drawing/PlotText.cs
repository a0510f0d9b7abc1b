using System.Text;

namespace ClusterResearch.Charts.Drawing;

/// <summary>Text inside plots. Plotly reads some HTML, templates and TeX in it, so text from data is escaped first.</summary>
internal static class PlotText
{
    /// <summary>Latin letters on a line of a wrapped label.</summary>
    private const int LineWidth = 24;

    /// <summary>Text from data as it is to be read: no tag, entity, <c>%{…}</c> or <c>$…$</c> in it works.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '{' => "&#123;",
                '$' => "&#36;",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    public static string Bold(string escaped) => $"<b>{escaped}</b>";

    /// <summary>Text that goes with a sign in a colour; the text keeps the colour of the page, to be legible on any.</summary>
    public static string Signed(string escaped, CityStyle style) =>
        $"<span style=\"color:{style.Color}\">{style.Sign}</span> {Bold(escaped)}";

    /// <summary>Escaped text on as few lines as a width allows, all about as long; Chinese breaks between any two characters.</summary>
    public static string Wrap(string text, int width = LineWidth)
    {
        var lines = Lines(text, width);
        for (var narrower = width - 1; narrower > 0 && Lines(text, narrower) is var same && same.Count == lines.Count; narrower--)
        {
            lines = same;
        }
        return string.Join("<br>", lines.Select(Escape));
    }

    /// <summary>How many lines a wrapped label has.</summary>
    public static int LineCount(string wrapped) => wrapped.Split("<br>").Length;

    private static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && Width(line) + Width(word.TrimEnd()) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }
            line += word;
        }
        lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>Room a text takes, in Latin letters.</summary>
    public static int Width(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] == ' ' || (IsWide(text[i - 1]) && IsLetter(text[i]) && text[i - 1] is not '（'))
            {
                yield return text[start..i];
                start = i;
            }
        }
        yield return text[start..];
    }

    private static bool IsWide(char c) => c is >= '\u2e80' and <= '\uffdc';

    private static bool IsLetter(char c) => c is not ('，' or '。' or '）' or '、' or '；' or '：' or ' ');
}
