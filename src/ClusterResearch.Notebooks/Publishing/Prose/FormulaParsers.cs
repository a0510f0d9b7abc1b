using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ClusterResearch.Notebooks.Publishing.Prose;

/// <summary>Finds formulas on lines of their own: from <c>$$</c> at the start of a line to <c>$$</c> at the end of one.</summary>
/// <remarks>
/// Notebooks write them without a line break after the dollar signs, and their lines may begin with signs that Markdown
/// would take for a list; so the lines between are kept from Markdown.
/// </remarks>
internal sealed class DisplayFormulaParser : BlockParser
{
    public DisplayFormulaParser() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || line.CurrentChar != '$' || line.PeekChar() != '$')
        {
            return BlockState.None;
        }
        var rest = line.AsSpan()[2..];
        var close = rest.IndexOf("$$");
        if (close >= 0 && rest[(close + 2)..].Trim().Length > 0)
        {
            return BlockState.None;
        }
        var block = new MathBlock(this) { Span = new SourceSpan(line.Start, line.End), Line = processor.LineIndex, Column = processor.Column };
        processor.NewBlocks.Push(block);
        processor.Line.Start += 2;
        return close >= 0 ? Ending(processor, block, close) : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var line = processor.Line.AsSpan();
        var close = line.IndexOf("$$");
        return close >= 0 && line[(close + 2)..].Trim().Length == 0
            ? Ending(processor, (MathBlock)block, close)
            : BlockState.Continue;
    }

    private static BlockState Ending(BlockProcessor processor, MathBlock block, int close)
    {
        processor.Line.End = processor.Line.Start + close - 1;
        block.ClosingFencedCharCount = 2;
        return BlockState.Break;
    }
}

/// <summary>Finds formulas in a line of prose; they may run over the end of a line.</summary>
/// <remarks>
/// A dollar sign opens a formula before anything but a space and closes it after anything but a space and before anything
/// but a digit, so that amounts of money stay text.
/// </remarks>
internal sealed class InlineFormulaParser : InlineParser
{
    public InlineFormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var count = slice.PeekChar() == '$' ? 2 : 1;
        var start = slice.Start + count;
        var end = count == 2 ? slice.Text.IndexOf("$$", start, StringComparison.Ordinal) : Close(slice, start);
        if (end < 0 || end == start || end > slice.End)
        {
            return false;
        }
        var from = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new MathInline
        {
            Delimiter = '$',
            DelimiterCount = count,
            Content = new StringSlice(slice.Text, start, end - 1),
            Span = new SourceSpan(from, processor.GetSourcePosition(end + count - 1)),
            Line = line,
            Column = column,
        };
        slice.Start = end + count;
        return true;
    }

    private static int Close(StringSlice slice, int start)
    {
        if (start > slice.End || char.IsWhiteSpace(slice.Text[start]))
        {
            return -1;
        }
        for (var at = start; at <= slice.End; at++)
        {
            switch (slice.Text[at])
            {
                case '\\':
                    at++;
                    break;
                case '$' when !char.IsWhiteSpace(slice.Text[at - 1]):
                    return at < slice.End && char.IsAsciiDigit(slice.Text[at + 1]) ? -1 : at;
            }
        }
        return -1;
    }
}
