namespace ClusterResearch.Indexing;

/// <summary>What happens to a score when figures below it are missing.</summary>
public abstract record MissingRule
{
    private MissingRule() { }

    /// <summary>Name, variant, rules.</summary>
    public abstract MethodCard Card { get; }

    /// <summary>The weights of present children are renormalised to sum 1; every such cell is counted and listed.</summary>
    /// <param name="MinimumShare">The share of a parent's weight that must be present for it to have a score; else it is missing itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public sealed record Renormalise(double MinimumShare = 0.5) : MissingRule
    {
        /// <summary>The share of a parent's weight that must be present, from 0 to 1. With 0 any child that counts is enough.</summary>
        public double MinimumShare { get; init => field = Share(value); } = Share(MinimumShare);

        private static double Share(double share) =>
            share is >= 0 and <= 1 ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "The share of weight that must be present is from 0 to 1.");

        /// <inheritdoc/>
        public override MethodCard Card =>
            new("missing values", "Renormalised weights", string.Create(Invariant, $"a score needs {MinimumShare * 100:0.#} % of its weight present"),
                @"S = \frac{\sum_{j \in P} w_j x_j}{\sum_{j \in P} w_j}",
                "Nothing is filled in. Re-weighted cells are counted and listed in the result.",
                "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
            { Symbols = "S: score of the parent; x: score of child j; w: its weight; P: the children that are present" };
    }

    /// <summary>A score with a missing child is missing, unless that child has no weight.</summary>
    public sealed record Propagate : MissingRule
    {
        /// <inheritdoc/>
        public override MethodCard Card =>
            new("missing values", "Propagated", "a score with a missing child is missing", @"S = \sum_j w_j x_j",
                "Nothing is filled in, nothing re-weighted.", "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
            { Symbols = "S: score of the parent; x: score of child j; w: its weight" };
    }

    /// <summary>Missing cells are refused (CR3108), each indicator named.</summary>
    public sealed record Refuse : MissingRule
    {
        /// <inheritdoc/>
        public override MethodCard Card =>
            new("missing values", "Refused", "an index with a missing cell is not computed", @"S = \sum_j w_j x_j",
                "Every indicator with missing cells is named.", "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step “imputation of missing data”")
            { Symbols = "S: score of the parent; x: score of child j; w: its weight" };
    }

    /// <summary>The share of a parent's weight that must be present.</summary>
    internal double RequiredShare => this is Renormalise r ? r.MinimumShare : 1;
}
