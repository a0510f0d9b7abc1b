using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <content>Commands with arguments: fractions, roots, accents, brackets, alphabets, text.</content>
internal sealed partial class TexParser
{
    private static readonly FrozenDictionary<string, string> Accents = Pairs(
        "hat ^ widehat ^ tilde ~ widetilde ~ bar ¯ overline ¯ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ overbrace ⏞"
    );

    private static readonly FrozenDictionary<string, string> AccentsBelow = Pairs("underline _ underbrace ⏟");

    private static readonly FrozenDictionary<string, TexAlphabet> Alphabets = new Dictionary<string, TexAlphabet>
    {
        ["mathrm"] = TexAlphabet.Upright, ["mathit"] = TexAlphabet.Italic, ["mathbf"] = TexAlphabet.Bold,
        ["boldsymbol"] = TexAlphabet.BoldItalic, ["bm"] = TexAlphabet.BoldItalic, ["mathcal"] = TexAlphabet.Script,
        ["mathscr"] = TexAlphabet.Script, ["mathbb"] = TexAlphabet.DoubleStruck,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Sizes = Pairs(
        "big 1.2 bigl 1.2 bigr 1.2 Big 1.8 Bigl 1.8 Bigr 1.8 bigg 2.4 biggl 2.4 biggr 2.4 Bigg 3 Biggl 3 Biggr 3"
    );

    private static readonly FrozenDictionary<string, string> Styles = Pairs(
        "displaystyle true textstyle false scriptstyle false"
    );

    private static readonly ImmutableArray<string> Others =
    [
        "begin", "end", "frac", "dfrac", "tfrac", "binom", "sqrt", "left", "middle", "right", "limits", "nolimits", "text",
        "textrm", "textbf", "textit", "mbox", "operatorname", "operatorname*", "overset", "underset", "stackrel", "substack",
        "phantom", "pmod", "bmod", "tag",
    ];

    /// <summary>Every command of the subset, with its backslash, sorted.</summary>
    public static ImmutableArray<string> KnownCommands { get; } =
    [
        .. TexSymbols.Names.Concat(TexSymbols.Spaces.Keys).Concat(Accents.Keys).Concat(AccentsBelow.Keys)
            .Concat(Alphabets.Keys).Concat(Sizes.Keys).Concat(Styles.Keys).Concat(Others)
            .Select(name => "\\" + name).Distinct().Order(StringComparer.Ordinal),
    ];

    private Atom ParseCommand()
    {
        var command = reader.Take();
        var name = command.Text;
        if (TexSymbols.TryFind(name, out var symbol))
        {
            return symbol.Element.Name == "mi" && !symbol.IsFunction && alphabet is TexAlphabet.Bold or TexAlphabet.BoldItalic
                ? Atom.Ordinary(symbol.Element with { Text = TexAlphabets.Of(symbol.Element.Text, alphabet) })
                : symbol;
        }
        if (TexSymbols.Spaces.TryGetValue(name, out var em))
        {
            return new(MathElement.Space(em), AtomKind.Space);
        }
        if (Alphabets.TryGetValue(name, out var letters))
        {
            return Atom.Ordinary(InAlphabet(letters, () => ParseArgument(command.Written)));
        }
        if (Accents.TryGetValue(name, out var above))
        {
            return Accent(command, "mover", above);
        }
        if (AccentsBelow.TryGetValue(name, out var below))
        {
            return Accent(command, "munder", below);
        }
        return Sizes.TryGetValue(name, out var size) ? Sized(command, size) : ParseStructure(command);
    }

    private Atom ParseStructure(TexToken command)
    {
        switch (command.Text)
        {
            case "frac" or "dfrac" or "tfrac":
                return Atom.Ordinary(Fraction(command));
            case "binom":
                return Atom.Ordinary(Binomial(command));
            case "sqrt":
                return Atom.Ordinary(Root(command));
            case "left":
                return new(Brackets(command), AtomKind.Open);
            case "middle":
                return new(MathElement.Leaf("mo", TakeDelimiter(command), "stretchy=\"true\""), AtomKind.Sign);
            case "begin":
                return Atom.Ordinary(ParseEnvironment(command));
            case "text" or "textrm" or "mbox":
                return Atom.Ordinary(MathElement.Leaf("mtext", Spaced(reader.TakeRawGroup(command.Written))));
            case "textbf" or "textit":
                var style = command.Text == "textbf" ? "style=\"font-weight:bold\"" : "style=\"font-style:italic\"";
                return Atom.Ordinary(MathElement.Leaf("mtext", Spaced(reader.TakeRawGroup(command.Written)), style));
            case "operatorname" or "operatorname*":
                return OperatorName(command);
            case "overset" or "stackrel":
                return Stacked(command, "mover");
            case "underset":
                return Stacked(command, "munder");
            case "substack":
                return Atom.Ordinary(Substack(command));
            case "phantom":
                return Atom.Ordinary(MathElement.Of("mphantom", ParseArgument(command.Written)));
            case "bmod":
                return new(MathElement.Leaf("mo", "mod", "lspace=\"0.2222em\" rspace=\"0.2222em\""), AtomKind.Sign);
            case "pmod":
                return Atom.Ordinary(Modulus(command));
            case "limits" or "nolimits":
                throw new TexFault(command.Position, command.Written, "an operator before it, e.g. \\sum", "move it behind the operator");
            case "tag":
                Tag = reader.TakeRawGroup(command.Written);
                return new(MathElement.Of("mrow"), AtomKind.Space);
            default:
                throw Unknown(command);
        }
    }

    private MathElement Fraction(TexToken command)
    {
        var fraction = MathElement.Of("mfrac", ParseArgument(command.Written), ParseArgument(command.Written));
        return command.Text == "frac"
            ? fraction
            : new("mstyle", $"displaystyle=\"{(command.Text == "dfrac" ? "true" : "false")}\" scriptlevel=\"0\"", "", [fraction]);
    }

    private MathElement Binomial(TexToken command)
    {
        var (above, below) = (ParseArgument(command.Written), ParseArgument(command.Written));
        var pair = new MathElement("mfrac", "linethickness=\"0\"", "", [above, below]);
        return Bracketed("(", [pair], ")");
    }

    private MathElement Root(TexToken command)
    {
        var degree = reader.TakeOption();
        var radicand = ParseArgument(command.Written);
        return degree is null
            ? MathElement.Of("msqrt", radicand)
            : MathElement.Of("mroot", radicand, Parse(degree).Element);
    }

    private Atom Accent(TexToken command, string element, string sign)
    {
        var stretchy = command.Text.Length > 5 ? "stretchy=\"true\"" : "stretchy=\"false\"";
        var of = ParseArgument(command.Written);
        var accented = new MathElement(element, "accent=\"true\"", "", [of, MathElement.Leaf("mo", sign, stretchy)]);
        return new(accented, sign is "⏞" or "⏟" ? AtomKind.Large : AtomKind.Ordinary);
    }

    private Atom Stacked(TexToken command, string element)
    {
        var script = ParseArgument(command.Written);
        var onto = ParseScripted();
        return new(MathElement.Of(element, onto.Element, script), onto.Kind);
    }

    private MathElement Modulus(TexToken command) =>
        MathElement.Of(
            "mrow",
            MathElement.Space(1), MathElement.Leaf("mo", "(", "stretchy=\"false\""), MathElement.Leaf("mi", "mod"),
            MathElement.Space(0.3333), ParseArgument(command.Written), MathElement.Leaf("mo", ")", "stretchy=\"false\"")
        );

    private Atom OperatorName(TexToken command)
    {
        var name = string.Concat(
            reader.TakeRawGroup(command.Written).Replace("\\,", "\u2009", StringComparison.Ordinal).Where(c => c is not ' ')
        );
        if (name.Contains('\\', StringComparison.Ordinal))
        {
            throw new TexFault(command.Position, $"{command.Written}{{{name}}}", "letters and \\, in the name", "write the name in plain letters");
        }
        return command.Text == "operatorname*"
            ? new(MathElement.Leaf("mo", name, "movablelimits=\"true\" lspace=\"0\" rspace=\"0\""), AtomKind.LimitFunction)
            : new(MathElement.Leaf("mi", name, name.Length == 1 ? "mathvariant=\"normal\"" : ""), AtomKind.Function);
    }

    private MathElement Brackets(TexToken left)
    {
        var open = TakeDelimiter(left);
        var row = ParseRow();
        if (!reader.Next.Is("right"))
        {
            throw new TexFault(left.Position, "\\left without its partner", "\\right and a bracket", "close with \\right) or \\right.");
        }
        return Bracketed(open, row, TakeDelimiter(reader.Take()));
    }

    private static MathElement Bracketed(string open, ImmutableArray<MathElement> row, string close)
    {
        var before = open.Length == 0 ? row : row.Insert(0, MathElement.Leaf("mo", open, "stretchy=\"true\" form=\"prefix\""));
        return MathElement.Of(
            "mrow",
            close.Length == 0 ? before : before.Add(MathElement.Leaf("mo", close, "stretchy=\"true\" form=\"postfix\""))
        );
    }

    private Atom Sized(TexToken command, string size)
    {
        var attributes = $"stretchy=\"true\" symmetric=\"true\" minsize=\"{size}em\" maxsize=\"{size}em\"";
        var kind = command.Text[^1] switch { 'l' => AtomKind.Open, 'r' => AtomKind.Close, _ => AtomKind.Sign };
        return new(MathElement.Leaf("mo", TakeDelimiter(command), attributes), kind);
    }

    private string TakeDelimiter(TexToken command)
    {
        var delimiter = TexSymbols.Delimiter(reader.Next);
        if (delimiter is null)
        {
            throw Fault($"a bracket after {command.Written}", "write ( ) [ ] | / \\{ \\} \\langle \\rangle or a point for none");
        }
        reader.Take();
        return delimiter;
    }

    private T InAlphabet<T>(TexAlphabet letters, Func<T> parse)
    {
        var before = alphabet;
        alphabet = letters;
        var parsed = parse();
        alphabet = before;
        return parsed;
    }

    /// <summary>Style commands rule the rest of their row.</summary>
    private bool ParseStyle(ImmutableArray<MathElement>.Builder row)
    {
        if (reader.Next.Kind != TexTokenKind.Command || !Styles.TryGetValue(reader.Next.Text, out var display))
        {
            return false;
        }
        var level = reader.Take().Text == "scriptstyle" ? 1 : 0;
        var attributes = string.Create(Invariant, $"displaystyle=\"{display}\" scriptlevel=\"{level}\"");
        row.Add(new MathElement("mstyle", attributes, "", ParseRow()));
        return true;
    }

    /// <summary>Spaces at the ends of a text count; MathML would drop them.</summary>
    private static string Spaced(string text) =>
        text.Replace("\\%", "%", StringComparison.Ordinal)
            .Replace("\\_", "_", StringComparison.Ordinal)
            .Replace("\\&", "&", StringComparison.Ordinal)
            .Replace(' ', '\u00a0');

    private static TexFault Unknown(TexToken command)
    {
        var near = KnownCommands.FirstOrDefault(known => string.Equals(known[1..], command.Text, StringComparison.OrdinalIgnoreCase));
        return new(
            command.Position,
            command.Written,
            "one of the commands that pages can show: " + string.Join(' ', KnownCommands),
            near is null ? "write the formula with these commands" : $"write {near}"
        );
    }

    private static FrozenDictionary<string, string> Pairs(string words) =>
        words.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
