using System.Collections.Frozen;

namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>The commands that stand for one sign or one name.</summary>
internal static class TexSymbols
{
    private const string Letters =
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ "
        + "lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ "
        + "varphi φ chi χ psi ψ omega ω ell ℓ partial ∂ hbar ℏ imath ı jmath ȷ";

    private const string UprightLetters =
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ nabla ∇ emptyset ∅ "
        + "varnothing ∅ Re ℜ Im ℑ aleph ℵ forall ∀ exists ∃ nexists ∄ top ⊤ bot ⊥ degree ° ldots … dots … cdots ⋯ "
        + "dotsc … dotsb ⋯ vdots ⋮ ddots ⋱ prime ′ % % $ $ # # & & _ _ square □ blacksquare ■ checkmark ✓ dagger † angle ∠";

    private const string Signs =
        "le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ "
        + "cong ≅ propto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ triangleq ≜ doteq ≐ perp ⟂ parallel ∥ mid ∣ nmid ∤ in ∈ "
        + "notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ land ∧ wedge ∧ "
        + "lor ∨ vee ∨ neg ¬ lnot ¬ pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ "
        + "otimes ⊗ odot ⊙ to → rightarrow → longrightarrow ⟶ gets ← leftarrow ← longleftarrow ⟵ leftrightarrow ↔ "
        + "longleftrightarrow ⟷ uparrow ↑ downarrow ↓ Rightarrow ⇒ Longrightarrow ⟹ implies ⟹ Leftarrow ⇐ impliedby ⟸ "
        + "Leftrightarrow ⇔ iff ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ rightharpoonup ⇀ colon : coloneqq ≔ "
        + "therefore ∴ because ∵ vdash ⊢ models ⊨";

    private const string Opening = "{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖";
    private const string Closing = "} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖";
    private const string Bars = "| ‖ vert | Vert ‖";

    private const string LargeOperators =
        "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂";

    private const string Integrals = "int ∫ iint ∬ iiint ∭ oint ∮";

    private const string Functions =
        "ln ln log log lg lg exp exp sin sin cos cos tan tan cot cot sec sec csc csc arcsin arcsin arccos arccos "
        + "arctan arctan sinh sinh cosh cosh tanh tanh dim dim ker ker deg deg arg arg hom hom";

    private const string LimitFunctions =
        "max max min min sup sup inf inf lim lim limsup lim\u2009sup liminf lim\u2009inf det det gcd gcd Pr Pr argmax arg\u2009max argmin arg\u2009min";

    private static readonly FrozenDictionary<string, Atom> Known = Table();

    /// <summary>Spaces and their widths in em.</summary>
    public static FrozenDictionary<string, double> Spaces { get; } = new Dictionary<string, double>
    {
        [","] = 0.1667, [":"] = 0.2222, [">"] = 0.2222, [";"] = 0.2778, ["!"] = -0.1667, [" "] = 0.25,
        ["enspace"] = 0.5, ["quad"] = 1, ["qquad"] = 2, ["thinspace"] = 0.1667,
    }.ToFrozenDictionary();

    /// <summary>The commands this table knows, sorted.</summary>
    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static bool TryFind(string command, out Atom atom) => Known.TryGetValue(command, out atom);

    /// <summary>A bracket as it may follow <c>\left</c>, <c>\right</c> and <c>\big</c>; null where it is none, empty for the point.</summary>
    public static string? Delimiter(TexToken token) =>
        token.Kind switch
        {
            TexTokenKind.Sign when token.Text is "." => "",
            TexTokenKind.Sign when "()[]|/<>".Contains(token.Text, StringComparison.Ordinal) =>
                token.Text switch { "<" => "⟨", ">" => "⟩", var same => same },
            TexTokenKind.Command when IsBracket(token.Text) => Known[token.Text].Element.Text,
            _ => null,
        };

    private static bool IsBracket(string command) =>
        Known.TryGetValue(command, out var atom)
        && (atom.Kind is AtomKind.Open or AtomKind.Close || command is "|" or "vert" or "Vert" or "uparrow" or "downarrow");

    private static FrozenDictionary<string, Atom> Table()
    {
        var table = new Dictionary<string, Atom>();
        Add(Letters, AtomKind.Ordinary, "mi", "");
        Add(UprightLetters, AtomKind.Ordinary, "mi", "mathvariant=\"normal\"");
        Add(Signs, AtomKind.Sign, "mo", "");
        Add(Opening, AtomKind.Open, "mo", "stretchy=\"false\" form=\"prefix\"");
        Add(Closing, AtomKind.Close, "mo", "stretchy=\"false\" form=\"postfix\"");
        Add(Bars, AtomKind.Sign, "mo", "stretchy=\"false\" lspace=\"0\" rspace=\"0\"");
        Add(LargeOperators, AtomKind.Large, "mo", "movablelimits=\"true\"");
        Add(Integrals, AtomKind.Ordinary, "mo", "");
        Add(Functions, AtomKind.Function, "mi", "");
        Add(LimitFunctions, AtomKind.LimitFunction, "mo", "movablelimits=\"true\" lspace=\"0\" rspace=\"0\"");
        return table.ToFrozenDictionary();

        void Add(string pairs, AtomKind kind, string element, string attributes)
        {
            var words = pairs.Split(' ');
            for (var i = 0; i < words.Length; i += 2)
            {
                table.Add(words[i], new(MathElement.Leaf(element, words[i + 1], attributes), kind));
            }
        }
    }
}
