namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>The alphabets of mathematics; browsers draw them from their Unicode letters, not from attributes.</summary>
internal enum TexAlphabet
{
    Italic,
    Upright,
    Bold,
    BoldItalic,
    Script,
    DoubleStruck,
}

/// <summary>Letters in the alphabets of mathematics.</summary>
internal static class TexAlphabets
{
    /// <summary>Letters that had a place in Unicode before their alphabet was added.</summary>
    private const string ScriptExceptions = "BℬEℰFℱHℋIℐLℒMℳRℛ";
    private const string DoubleStruckExceptions = "CℂHℍNℕPℙQℚRℝZℤ";

    /// <summary>First code points of capitals, small letters, digits, Greek capitals and Greek small letters; 0 where the alphabet has none.</summary>
    private static readonly Dictionary<TexAlphabet, (int Upper, int Lower, int Digit, int GreekUpper, int GreekLower)> Starts = new()
    {
        [TexAlphabet.Bold] = (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2),
        [TexAlphabet.BoldItalic] = (0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736),
        [TexAlphabet.Script] = (0x1D49C, 0, 0, 0, 0),
        [TexAlphabet.DoubleStruck] = (0x1D538, 0x1D552, 0x1D7D8, 0, 0),
    };

    public static string Of(string text, TexAlphabet alphabet) =>
        Starts.ContainsKey(alphabet) ? string.Concat(text.Select(c => Of(c, alphabet))) : text;

    private static string Of(char c, TexAlphabet alphabet)
    {
        var exceptions = alphabet switch
        {
            TexAlphabet.Script => ScriptExceptions,
            TexAlphabet.DoubleStruck => DoubleStruckExceptions,
            _ => "",
        };
        if (exceptions.IndexOf(c, StringComparison.Ordinal) is var at and >= 0)
        {
            return exceptions[at + 1].ToString();
        }
        var start = Starts[alphabet];
        return c switch
        {
            >= 'A' and <= 'Z' => Shift(start.Upper, c - 'A'),
            >= 'a' and <= 'z' => Shift(start.Lower, c - 'a'),
            >= '0' and <= '9' => Shift(start.Digit, c - '0'),
            >= 'Α' and <= 'Ω' => Shift(start.GreekUpper, c - 'Α'),
            >= 'α' and <= 'ω' => Shift(start.GreekLower, c - 'α'),
            _ => c.ToString(),
        };

        string Shift(int first, int offset) => first == 0 ? c.ToString() : char.ConvertFromUtf32(first + offset);
    }
}
