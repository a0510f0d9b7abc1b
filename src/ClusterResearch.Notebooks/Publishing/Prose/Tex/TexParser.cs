using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>Reads a formula in TeX and builds its MathML: rows, atoms and scripts.</summary>
internal sealed partial class TexParser
{
    private readonly TexReader reader;
    private TexAlphabet alphabet = TexAlphabet.Italic;
    private int depth;

    private TexParser(string source) => reader = new TexReader(source);

    /// <summary>The equation number that <c>\tag</c> gave.</summary>
    private string? Tag { get; set; }

    /// <summary>The formula as one element, and its number where it has one.</summary>
    /// <exception cref="TexFault">The formula holds something this subset does not.</exception>
    public static (MathElement Element, string? Tag) Parse(string source)
    {
        var parser = new TexParser(source);
        var row = MathElement.Of("mrow", parser.ParseRow());
        if (parser.reader.Next.Kind == TexTokenKind.End)
        {
            return (row, parser.Tag);
        }
        throw parser.reader.Next.Kind switch
        {
            TexTokenKind.Cell or TexTokenKind.Line => parser.Fault(
                "one line of formula",
                @"put lines into \begin{aligned} … \end{aligned}"
            ),
            TexTokenKind.GroupClose => parser.Fault("an opening brace before it", "remove the brace or open a group"),
            _ => parser.Fault("its partner before it", "remove it, or write what opens it"),
        };
    }

    /// <summary>Elements up to what ends a row; that is left to the caller.</summary>
    private ImmutableArray<MathElement> ParseRow()
    {
        if (++depth > 100)
        {
            throw Fault("at most 100 groups within each other", "take the formula apart");
        }
        var row = ImmutableArray.CreateBuilder<MathElement>();
        Atom? last = null;
        while (!EndsRow(reader.Next))
        {
            if (ParseStyle(row))
            {
                continue;
            }
            var atom = ParseScripted();
            if (last is { } before && NeedsSpace(before, atom))
            {
                row.Add(MathElement.Space(0.1667));
            }
            Append(row, atom.Element);
            last = atom;
        }
        depth--;
        return row.ToImmutable();
    }

    /// <summary>Upright letters in a row are one word, so that <c>\mathrm{GDP}</c> is one name.</summary>
    private void Append(ImmutableArray<MathElement>.Builder row, MathElement element)
    {
        var joins =
            alphabet == TexAlphabet.Upright
            && row.Count > 0
            && element is { Name: "mi", Text.Length: > 0 }
            && row[^1] is { Name: "mi", Text.Length: > 0 };
        if (joins)
        {
            row[^1] = MathElement.Leaf("mi", row[^1].Text + element.Text);
        }
        else
        {
            row.Add(element);
        }
    }

    private static bool EndsRow(TexToken token) =>
        token.Kind is TexTokenKind.End or TexTokenKind.GroupClose or TexTokenKind.Cell or TexTokenKind.Line
        || token.Is("right")
        || token.Is("end");

    /// <summary>A named function keeps a thin distance to letters and names, none to a bracket.</summary>
    private static bool NeedsSpace(Atom before, Atom atom) =>
        (before.IsFunction && (atom.IsFunction || atom.Kind is AtomKind.Ordinary or AtomKind.Large))
        || (atom.IsFunction && (before.Kind is AtomKind.Ordinary or AtomKind.Close));

    private Atom ParseScripted()
    {
        var limits = (bool?)null;
        var atom = reader.Next.Kind is TexTokenKind.Superscript or TexTokenKind.Subscript or TexTokenKind.Prime
            ? Atom.Ordinary(MathElement.Of("mrow"))
            : ParseAtom();
        while (reader.Next.Is("limits") || reader.Next.Is("nolimits"))
        {
            limits = reader.Take().Text == "limits";
        }
        var (sub, super) = ParseScripts();
        return atom with { Element = WithScripts(atom, sub, super, limits ?? atom.TakesLimits) };
    }

    private (MathElement? Sub, MathElement? Super) ParseScripts()
    {
        MathElement? sub = null;
        var super = ImmutableArray<MathElement>.Empty;
        var hasPower = false;
        while (true)
        {
            switch (reader.Next.Kind)
            {
                case TexTokenKind.Prime:
                    reader.Take();
                    super = super.Add(MathElement.Leaf("mo", "′"));
                    continue;
                case TexTokenKind.Superscript when !hasPower:
                    reader.Take();
                    super = super.Add(ParseArgument("^"));
                    hasPower = true;
                    continue;
                case TexTokenKind.Subscript when sub is null:
                    reader.Take();
                    sub = ParseArgument("_");
                    continue;
                case TexTokenKind.Superscript or TexTokenKind.Subscript:
                    throw Fault("one script of each kind", "set braces, e.g. {x_i}_j");
                default:
                    return (sub, super.IsEmpty ? null : MathElement.Row(super));
            }
        }
    }

    private static MathElement WithScripts(Atom atom, MathElement? sub, MathElement? super, bool limits) =>
        (sub, super) switch
        {
            (null, null) => atom.Element,
            (not null, null) => MathElement.Of(limits ? "munder" : "msub", atom.Element, sub),
            (null, not null) => MathElement.Of(limits ? "mover" : "msup", atom.Element, super),
            _ => MathElement.Of(limits ? "munderover" : "msubsup", atom.Element, sub, super),
        };

    private Atom ParseAtom()
    {
        var token = reader.Next;
        switch (token.Kind)
        {
            case TexTokenKind.Command:
                return ParseCommand();
            case TexTokenKind.GroupOpen:
                return Atom.Ordinary(ParseGroup());
            case TexTokenKind.Letter:
                reader.Take();
                return Atom.Ordinary(Letter(token.Text));
            case TexTokenKind.Number:
                reader.Take();
                return Atom.Ordinary(MathElement.Leaf("mn", TexAlphabets.Of(token.Text, alphabet)));
            default:
                reader.Take();
                return Sign(token.Text);
        }
    }

    private MathElement Letter(string letter) =>
        alphabet == TexAlphabet.Upright
            ? MathElement.Leaf("mi", letter, "mathvariant=\"normal\"")
            : MathElement.Leaf("mi", TexAlphabets.Of(letter, alphabet));

    private static Atom Sign(string sign) =>
        sign switch
        {
            "(" or "[" => new(MathElement.Leaf("mo", sign, "stretchy=\"false\" form=\"prefix\""), AtomKind.Open),
            ")" or "]" => new(MathElement.Leaf("mo", sign, "stretchy=\"false\" form=\"postfix\""), AtomKind.Close),
            "|" => new(MathElement.Leaf("mo", "|", "stretchy=\"false\" lspace=\"0\" rspace=\"0\""), AtomKind.Sign),
            "-" => new(MathElement.Leaf("mo", "−"), AtomKind.Sign),
            "*" => new(MathElement.Leaf("mo", "∗"), AtomKind.Sign),
            "+" or "=" or "<" or ">" or "," or ";" or ":" or "/" or "!" => new(MathElement.Leaf("mo", sign), AtomKind.Sign),
            // Browsers leave a wide space around signs they do not know; TeX leaves none.
            _ => new(MathElement.Leaf("mo", sign, "lspace=\"0\" rspace=\"0\""), AtomKind.Sign),
        };

    private MathElement ParseGroup()
    {
        var open = reader.Take();
        var row = ParseRow();
        if (reader.Next.Kind != TexTokenKind.GroupClose)
        {
            throw new TexFault(open.Position, "a group that is never closed", "a closing brace }", "close the group");
        }
        reader.Take();
        return MathElement.Row(row);
    }

    /// <summary>A group, or one atom without scripts: <c>\frac12</c> has two arguments.</summary>
    private MathElement ParseArgument(string command)
    {
        if (EndsRow(reader.Next) || reader.Next.Kind is TexTokenKind.Superscript or TexTokenKind.Subscript)
        {
            throw Fault($"an argument after {command}", $"write {command}{{…}}");
        }
        return reader.Next is { Kind: TexTokenKind.Number, Text.Length: > 1 }
            ? MathElement.Leaf("mn", TexAlphabets.Of(reader.TakeDigit().Text, alphabet))
            : ParseAtom().Element;
    }

    private TexFault Fault(string expected, string wayOut) =>
        new(reader.Next.Position, TexReader.Seen(reader.Next), expected, wayOut);
}
