using System.Collections.Immutable;

namespace ClusterResearch.Indexing.Variants;

/// <summary>One way to compute weights or scores, as choices on named axes.</summary>
/// <remarks>Equal if all choices are.</remarks>
public sealed record Variant
{
    internal Variant(IEnumerable<VariantChoice> choices, string? trouble) => (Choices, Trouble) = ([.. choices], trouble);

    /// <summary>The choices, axis by axis.</summary>
    public ImmutableArray<VariantChoice> Choices { get; }

    /// <summary>What is wrong with it; null if it is sound.</summary>
    public string? Trouble { get; }

    /// <summary>Whether nothing is known to be wrong with it.</summary>
    public bool IsSound => Trouble is null;

    /// <summary>On which axes it departs from another, in words; an axis that only one of them has counts as well.</summary>
    public ImmutableArray<string> DiffersFrom(Variant other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var theirs = other.Choices.ToDictionary(c => c.Axis, c => c.Choice);
        var mine = Choices.Where(c => theirs.GetValueOrDefault(c.Axis) != c.Choice)
            .Select(c => theirs.TryGetValue(c.Axis, out var choice) ? $"{c.Axis}: {c.Choice} instead of {choice}" : $"{c.Axis}: {c.Choice}");
        return [.. mine];
    }

    /// <summary>The variant with one more choice.</summary>
    internal Variant With(string axis, string choice) => new(Choices.Add(new(axis, choice)), Trouble);

    /// <summary>Equal by choices.</summary>
    public bool Equals(Variant? other) => other is not null && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc/>
    public override int GetHashCode() => Choices.Aggregate(0, (hash, c) => HashCode.Combine(hash, c));

    /// <summary>All choices in one line.</summary>
    public override string ToString() => string.Join("; ", Choices.Select(c => c.Choice));
}

/// <summary>What a variant chooses on an axis.</summary>
/// <param name="Axis">What is chosen, e.g. <c>shift</c>.</param>
/// <param name="Choice">Which, e.g. <c>0.01 added</c>.</param>
public sealed record VariantChoice(string Axis, string Choice);
