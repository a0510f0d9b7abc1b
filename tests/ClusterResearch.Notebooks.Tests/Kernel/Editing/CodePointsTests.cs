using ClusterResearch.Notebooks.Kernel.Editing;

namespace ClusterResearch.Notebooks.Tests.Kernel.Editing;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("😀b", 1, 2)]
    [InlineData("城😀b", 3, 4)]
    [InlineData("ab", 9, 2)]
    [InlineData("", 0, 0)]
    public void Characters_beyond_the_first_plane_count_once(string text, int position, int index)
    {
        Assert.Equal(index, CodePoints.ToIndex(text, position));
        Assert.Equal(Math.Min(position, 3 - (text == "ab" ? 1 : 0)), CodePoints.OfIndex(text, index));
    }

    [Fact]
    public void Half_a_character_is_no_reason_to_fail() => Assert.Equal(2, CodePoints.OfIndex("\ud83dx", 2));
}
