namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>What a piece of TeX is.</summary>
internal enum TexTokenKind
{
    End,
    Command,
    Letter,
    Number,
    Sign,
    GroupOpen,
    GroupClose,
    Superscript,
    Subscript,
    Prime,
    Cell,
    Line,
}

/// <summary>A piece of TeX; commands without their backslash.</summary>
internal readonly record struct TexToken(TexTokenKind Kind, string Text, int Position)
{
    public bool Is(string command) => Kind == TexTokenKind.Command && Text == command;

    /// <summary>The piece as the author wrote it.</summary>
    public string Written => Kind == TexTokenKind.Command ? "\\" + Text : Text;
}

/// <summary>Cuts TeX into pieces, one ahead of the parser.</summary>
internal sealed class TexReader
{
    private readonly string source;
    private int position;

    public TexReader(string source)
    {
        this.source = source;
        Next = Read();
    }

    /// <summary>The piece that <see cref="Take"/> will give.</summary>
    public TexToken Next { get; private set; }

    public TexToken Take()
    {
        var taken = Next;
        Next = Read();
        return taken;
    }

    /// <summary>One digit of a number: an argument without braces is one sign long.</summary>
    public TexToken TakeDigit()
    {
        var number = Next;
        Next = number with { Text = number.Text[1..], Position = number.Position + 1 };
        return number with { Text = number.Text[..1] };
    }

    /// <summary>The text of a braced group as it is written, spaces kept.</summary>
    public string TakeRawGroup(string command)
    {
        if (Next.Kind != TexTokenKind.GroupOpen)
        {
            throw new TexFault(Next.Position, Seen(Next), $"a text in braces after {command}", $"write {command}{{…}}");
        }
        var depth = 1;
        var start = position;
        for (; position < source.Length; position++)
        {
            depth += source[position] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                var text = source[start..position++];
                Next = Read();
                return text;
            }
        }
        throw new TexFault(start - 1, "a group that is never closed", "a closing brace }", "close the group");
    }

    /// <summary>Passes over <c>[…]</c> and gives what is in it; null where there is none.</summary>
    public string? TakeOption()
    {
        if (Next is not { Kind: TexTokenKind.Sign, Text: "[" })
        {
            return null;
        }
        var end = source.IndexOf(']', position);
        if (end < 0)
        {
            throw new TexFault(Next.Position, "an option that is never closed", "a closing bracket ]", "close the bracket");
        }
        var text = source[position..end];
        position = end + 1;
        Next = Read();
        return text;
    }

    public static string Seen(TexToken token) => token.Kind == TexTokenKind.End ? "the end of the formula" : token.Written;

    private TexToken Read()
    {
        while (position < source.Length && (char.IsWhiteSpace(source[position]) || source[position] == '%'))
        {
            position = source[position] == '%' ? AfterComment() : position + 1;
        }
        var start = position;
        if (start >= source.Length)
        {
            return new(TexTokenKind.End, "", source.Length);
        }
        var c = source[position++];
        return c switch
        {
            '\\' => Command(start),
            '{' => new(TexTokenKind.GroupOpen, "{", start),
            '}' => new(TexTokenKind.GroupClose, "}", start),
            '^' => new(TexTokenKind.Superscript, "^", start),
            '_' => new(TexTokenKind.Subscript, "_", start),
            '\'' => new(TexTokenKind.Prime, "'", start),
            '&' => new(TexTokenKind.Cell, "&", start),
            '~' => new(TexTokenKind.Command, " ", start),
            >= '0' and <= '9' => Number(start),
            _ when char.IsHighSurrogate(c) && position < source.Length => new(TexTokenKind.Letter, source[start..++position], start),
            _ => new(char.IsLetter(c) ? TexTokenKind.Letter : TexTokenKind.Sign, c.ToString(), start),
        };
    }

    private TexToken Command(int start)
    {
        while (position < source.Length && char.IsAsciiLetter(source[position]))
        {
            position++;
        }
        if (position == start + 1 && position < source.Length)
        {
            position++;
        }
        var name = source[(start + 1)..position];
        if (name == "operatorname" && position < source.Length && source[position] == '*')
        {
            position++;
            name += "*";
        }
        return name == "\\" ? new(TexTokenKind.Line, "\\\\", start) : new(TexTokenKind.Command, name is "\n" or "" ? " " : name, start);
    }

    private TexToken Number(int start)
    {
        while (position < source.Length && (char.IsAsciiDigit(source[position]) || IsPointInNumber()))
        {
            position++;
        }
        return new(TexTokenKind.Number, source[start..position], start);
    }

    private bool IsPointInNumber() =>
        source[position] == '.' && position + 1 < source.Length && char.IsAsciiDigit(source[position + 1]);

    private int AfterComment() => source.IndexOf('\n', position) is var end and >= 0 ? end + 1 : source.Length;
}
