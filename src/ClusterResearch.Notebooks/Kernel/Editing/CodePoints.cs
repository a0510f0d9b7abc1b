using System.Text;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>Positions as the protocol counts them, in characters of Unicode, and as .NET does, in halves of such a character.</summary>
internal static class CodePoints
{
    /// <summary>A position of the protocol as an index of the text; beyond the end is the end.</summary>
    public static int ToIndex(string text, int position)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (position-- <= 0)
            {
                break;
            }
            index += rune.Utf16SequenceLength;
        }
        return index;
    }

    /// <summary>An index of the text as a position of the protocol.</summary>
    public static int OfIndex(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index; count++)
        {
            at += Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
        }
        return count;
    }
}
