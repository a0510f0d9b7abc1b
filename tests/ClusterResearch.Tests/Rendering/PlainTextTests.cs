using ClusterResearch.Rendering;

namespace ClusterResearch.Tests.Rendering;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("**3** of *17*", "3 of 17")]
    [InlineData(@"\<b\> a\*b c\_d \\", @"<b> a*b c_d \")]
    [InlineData("_so_ it is: snake_case, 2 * 3", "so it is: snake_case, 2 * 3")]
    [InlineData("see [the **panel**](data/panel.csv), `x`", "see the panel, x")]
    [InlineData("[a] (b) 新乡", "[a] (b) 新乡")]
    [InlineData("a\\", "a\\")]
    [InlineData("", "")]
    public void Marks_and_escapes_are_gone(string markdown, string text) => Assert.Equal(text, PlainText.Of(markdown));
}
