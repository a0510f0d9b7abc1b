using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Variants;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Indexing.Weighing.Ahp;

namespace ClusterResearch.Indexing.Auditing;

/// <summary>What the recipe gives cause to look at: shifts, scales of single years, given weights, ranks of rounded scores.</summary>
internal static class MethodChecks
{
    /// <summary>Fewer given weights than these fit too many recipes by chance.</summary>
    private const int EnoughToRecognise = 3;

    /// <summary>The consistency ratio up to which Saaty accepts comparisons.</summary>
    private const double SaatysLimit = 0.1;

    public static IEnumerable<Caution> All(IndexResult index) => [.. Shift(index), .. PerYear(index), .. Recognised(index), .. Negative(index), .. Inconsistent(index)];

    /// <summary>Cities that tie in printed tables though they do not.</summary>
    public static IEnumerable<Caution> Rounding(IndexResult index)
    {
        var year = index.Period.Last;
        var scores = index.Cities.Select(c => (City: c, Score: index.Score(c.Key, year))).Select(s => (s.City, s.Score, Rounded: Math.Round(s.Score, IndexAudit.PrintedDecimals, MidpointRounding.AwayFromZero))).ToArray();
        var tied = scores.Where(s => !double.IsNaN(s.Rounded)).GroupBy(s => s.Rounded).Where(g => g.Select(s => s.Score).Distinct().Count() > 1).SelectMany(g => g).ToArray();
        if (tied.Length > 0)
        {
            yield return new("rounding",
                string.Create(Invariant, $"{string.Join(", ", tied.OrderByDescending(t => t.Rounded).Select(t => t.City.NameEn))} have equal scores in {year} once these are rounded to {IndexAudit.PrintedDecimals} decimals"),
                "ranks taken from printed scores tie where the scores do not; here ranks are taken before rounding",
                "ranks of the rounded scores",
                Consequence.Of(year, [.. scores], double.NaN));
        }
    }

    private static IEnumerable<Caution> Shift(IndexResult index)
    {
        if (Entropy(index.Recipe.Weighting) is not { Shift: > 0 } entropy)
        {
            yield break;
        }
        var recipe = index.Recipe with { Weighting = Replace(index.Recipe.Weighting, entropy with { Shift = 0 }) };
        var plain = recipe.Weighting.Weigh(index.Normalised);
        var moved = index.Tree.Indicators.Sum(n => Math.Abs(plain.Global(n.Code) - index.Weights.Global(n.Code))) / 2;
        if (moved >= IndexAudit.ShiftedWeight)
        {
            yield return new("shift",
                string.Create(Invariant, $"{entropy.Shift:R} added before shares are taken moves {100 * moved:F1} % of the weight"),
                "0 · ln 0 = 0 needs no shift; one that is not small beside the values evens out the shares and flattens the weights",
                "no shift", IndexAudit.Beside(index, recipe));
        }
    }

    private static IEnumerable<Caution> PerYear(IndexResult index)
    {
        if (index.Recipe.Normalisation.Pooling == Pooling.PerYear && index.Period.Count > 1)
        {
            yield return new("scale of each year",
                string.Create(Invariant, $"each of the {index.Period.Count} years has a scale of its own"),
                "a score says how a city stands among the others of its year; whether it improved cannot be read from such scores",
                "one scale for all years", IndexAudit.Beside(index, index.Recipe with { Normalisation = index.Recipe.Normalisation with { Pooling = Pooling.Panel } }));
        }
    }

    /// <summary>Weights given by the reader or the index file that are, to their last digit, those of an unsound variant.</summary>
    private static IEnumerable<Caution> Recognised(IndexResult index)
    {
        foreach (var siblings in index.Tree.Nodes.Where(n => n.Parent is not null).GroupBy(n => n.Parent!))
        {
            var nodes = siblings.ToArray();
            if (nodes.Length < EnoughToRecognise || nodes.Any(n => n.GivenWeight is null && !(index.Recipe.Weighting is GivenWeights && index.Recipe.Weighting.Sets(n.Code))))
            {
                continue;
            }
            var search = VariantFinder.OfWeights(index.Indicators, [.. nodes.Select(n => (n.Code, index.Weights.Local(n.Code).ToString("0.###############", Invariant)))]);
            if (search.Matches is [{ IsExact: true, Variant.IsSound: false } match, ..])
            {
                var free = index.Design with { Tree = index.Design.Tree.With(nodes.Select(n => index.Design.Tree[n.Code] with { GivenWeight = null })) };
                yield return new("given weights",
                    $"the weights given under {siblings.Key} are those of entropy weights with {string.Join("; ", match.Variant.DiffersFrom(new EntropyVariant().Named))}",
                    match.Variant.Trouble!, "entropy weights as the literature has them",
                    IndexAudit.Beside(index, index.Recipe with { Weighting = Freed(index.Recipe.Weighting, [.. nodes.Select(n => n.Code)]) }, free));
            }
        }
    }

    private static IEnumerable<Caution> Negative(IndexResult index)
    {
        var negative = index.Tree.Indicators.Where(n => index.Weights.Global(n.Code) < 0).ToArray();
        if (negative.Length > 0)
        {
            yield return new("negative weights",
                string.Join(", ", negative.Select(n => string.Create(Invariant, $"{n.Code} {n.NameEn} {index.Weights.Global(n.Code):F3}"))),
                "a better figure lowers the score there", "equal weights", IndexAudit.Beside(index, index.Recipe with { Weighting = new EqualWeights() }));
        }
    }

    private static IEnumerable<Caution> Inconsistent(IndexResult index)
    {
        if (index.Recipe.Weighting is not AhpWeights ahp)
        {
            yield break;
        }
        foreach (var m in AhpMatrices.Of(index.Tree, ahp.Judged, []).Where(m => m.Matrix.ConsistencyRatio > SaatysLimit))
        {
            var worst = m.Matrix.Worst();
            yield return new("inconsistent comparisons",
                string.Create(Invariant, $"under {m.Parent.Code}{(m.Judge.Length > 0 ? $" by {m.Judge}" : "")} the consistency ratio is {m.Matrix.ConsistencyRatio:F3}; revisit {(worst is null ? "all of them" : AhpMatrices.Revisit(m, worst))}"),
                "comparisons that contradict each other say little about weights", "equal weights", IndexAudit.Beside(index, index.Recipe with { Weighting = new EqualWeights() }));
        }
    }

    private static EntropyWeights? Entropy(Weighting weighting) =>
        weighting switch { EntropyWeights e => e, GivenWeights g => Entropy(g.Otherwise), _ => null };

    private static Weighting Replace(Weighting weighting, Weighting entropy) => weighting is GivenWeights g ? g with { Otherwise = Replace(g.Otherwise, entropy) } : entropy;

    private static Weighting Freed(Weighting weighting, string[] codes) => weighting is GivenWeights given ? given.Without(codes) : weighting;
}
