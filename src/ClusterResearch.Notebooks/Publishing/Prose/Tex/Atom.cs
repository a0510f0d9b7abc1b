namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>How an element behaves in its row: where its scripts go and what space is left around it.</summary>
internal enum AtomKind
{
    /// <summary>A letter, a number, a group.</summary>
    Ordinary,

    /// <summary>A sign whose spacing the browser knows: relation, binary operator, punctuation.</summary>
    Sign,

    /// <summary>An opening bracket: nothing is inserted between a function's name and it.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>A sum or product: its scripts stand above and below in display style.</summary>
    Large,

    /// <summary>A named function such as ln: its scripts stand beside it.</summary>
    Function,

    /// <summary>A named function such as max: its scripts stand above and below in display style.</summary>
    LimitFunction,

    /// <summary>A space.</summary>
    Space,
}

/// <summary>An element of a row with its behaviour.</summary>
/// <param name="Element">What is written.</param>
/// <param name="Kind">How it behaves.</param>
internal readonly record struct Atom(MathElement Element, AtomKind Kind)
{
    public bool TakesLimits => Kind is AtomKind.Large or AtomKind.LimitFunction;

    public bool IsFunction => Kind is AtomKind.Function or AtomKind.LimitFunction;

    public static Atom Ordinary(MathElement element) => new(element, AtomKind.Ordinary);
}
