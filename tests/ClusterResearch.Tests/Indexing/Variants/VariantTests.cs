using ClusterResearch.Indexing.Variants;

namespace ClusterResearch.Tests.Indexing.Variants;

public sealed class VariantTests
{
    private static readonly Variant Plain = new EntropyVariant().Named;

    [Fact]
    public void What_differs_is_said_axis_by_axis() =>
        Assert.Equal(
            ["shift: 0.01 added instead of no shift", "divisor: ln of the number of years instead of ln of the number of shares", "tree: flat"],
            new EntropyVariant { Shift = new(1, 0.01), Divisor = EntropyDivisor.Years }.Named.With("tree", "flat").DiffersFrom(Plain));

    [Fact]
    public void Equal_by_choices()
    {
        Assert.Equal(Plain, new EntropyVariant().Named);
        Assert.Equal(Plain.GetHashCode(), new EntropyVariant().Named.GetHashCode());
        Assert.NotEqual(Plain, Plain.With("tree", "flat"));
    }

    [Fact]
    public void All_choices_stand_in_one_line() =>
        Assert.Equal("entropy; min-max by direction; scale of all years; no shift; all city-years; ln of the number of shares; 0 · ln 0 = 0; (1 − e) / Σ(1 − e)", Plain.ToString());
}
