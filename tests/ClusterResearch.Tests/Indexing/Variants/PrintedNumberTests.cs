using ClusterResearch.Indexing.Variants;

namespace ClusterResearch.Tests.Indexing.Variants;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("0.269", 0.2685, true)]
    [InlineData("0.269", 0.26949999, true)]
    [InlineData("0.269", 0.2696, false)]
    [InlineData("0.269", 0.2684, false)]
    [InlineData("0.270", 0.2696, true)]
    [InlineData("0.27", 0.2749, true)]
    [InlineData("0.270", 0.2749, false)]
    [InlineData("−0.1", -0.12, true)]
    [InlineData("26.9 %", 0.26945, true)]
    [InlineData("26.9%", 0.2696, false)]
    [InlineData(" 1 ", 1.49, true)]
    public void A_number_stands_for_all_that_would_be_printed_like_it(string printed, double computed, bool agrees) =>
        Assert.Equal(agrees, PrintedNumber.Parse(printed)!.Agrees(computed));

    [Fact]
    public void Distance_is_in_units_of_the_last_printed_digit() => Assert.Equal(2.5, PrintedNumber.Parse("0.27")!.Distance(0.295), 1e-9);

    [Theory]
    [InlineData("")]
    [InlineData("0,269")]
    [InlineData("1e-3")]
    [InlineData("about 0.3")]
    public void Other_texts_are_no_number(string text) => Assert.Null(PrintedNumber.Parse(text));
}
