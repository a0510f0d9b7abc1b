using System.Globalization;

namespace ClusterResearch.Data;

/// <summary>Characters that make two texts differ while they look the same: control and format characters, zero width.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Position of the first one in a text, or -1. Line breaks are visible.</summary>
    public static int IndexIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r') && IsInvisible(text[i]))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The text without them.</summary>
    public static string Remove(string text) => IndexIn(text) < 0 ? text : string.Concat(text.Where(c => c is '\n' or '\r' || !IsInvisible(c)));

    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
