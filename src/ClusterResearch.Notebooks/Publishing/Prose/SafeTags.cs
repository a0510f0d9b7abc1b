using System.Text.RegularExpressions;

namespace ClusterResearch.Notebooks.Publishing.Prose;

/// <summary>HTML that authors may write in prose: a few tags without attributes; all else shows as the text it is.</summary>
internal static partial class SafeTags
{
    /// <summary>Text with the safe tags kept and the rest escaped.</summary>
    public static Html Keep(string html)
    {
        var pieces = new List<Html>();
        var at = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            pieces.Add(Html.Of($"{html[at..tag.Index]}"));
            pieces.Add(tag.Value.StartsWith("<!--", StringComparison.Ordinal) ? Html.Empty : Html.Raw(tag.Value));
            at = tag.Index + tag.Length;
        }
        pieces.Add(Html.Of($"{html[at..]}"));
        return Html.Join(pieces);
    }

    [GeneratedRegex(
        @"</?(?:sub|sup|kbd|mark|abbr|small|b|i|em|strong|u|s|details|summary)\s*>|<(?:br|hr|wbr)\s*/?>|<!--.*?-->",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tag();
}
