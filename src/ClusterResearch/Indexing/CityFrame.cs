using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ClusterResearch.Indexing;

/// <summary>The cities among which is normalised and ranked, by key, e.g. <c>Cities = ["A", "B"]</c>.</summary>
/// <remarks>Two frames are equal if they name the same cities in the same order; so recipes can be compared and kept by.</remarks>
[CollectionBuilder(typeof(CityFrame), nameof(Of))]
public sealed class CityFrame : IReadOnlyList<string>, IEquatable<CityFrame>
{
    private readonly ImmutableArray<string> keys;

    private CityFrame(ImmutableArray<string> keys) => this.keys = keys;

    /// <inheritdoc/>
    public int Count => keys.Length;

    /// <inheritdoc/>
    public string this[int index] => keys[index];

    /// <summary>A frame of cities; a city named twice counts once.</summary>
    public static CityFrame Of(ReadOnlySpan<string> keys) => new([.. keys.ToArray().Distinct()]);

    /// <summary>A study's cities as a frame.</summary>
    public static implicit operator CityFrame(ImmutableArray<string> keys) => Of(keys.AsSpan());

    /// <inheritdoc/>
    public bool Equals(CityFrame? other) => other is not null && keys.SequenceEqual(other.keys);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CityFrame);

    /// <inheritdoc/>
    public override int GetHashCode() => keys.Aggregate(0, (hash, key) => HashCode.Combine(hash, key));

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)keys).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The keys, separated by commas.</summary>
    public override string ToString() => string.Join(", ", keys);
}
