using ClusterResearch.Data;

namespace ClusterResearch.Tests.Data;

public sealed class InvisibleCharactersTests
{
    [Theory]
    [InlineData("Xin\u200bxiang", 3)]
    [InlineData("\ufeffXinxiang", 0)]
    [InlineData("a\u202eb", 1)]
    [InlineData("a\tb", 1)]
    [InlineData("a\u0007", 1)]
    [InlineData("a\u2028b", 1)]
    [InlineData("新乡 a–b\n\"c\"", -1)]
    [InlineData("", -1)]
    public void Are_found(string text, int at) => Assert.Equal(at, InvisibleCharacters.IndexIn(text));

    [Fact]
    public void And_removed() => Assert.Equal("ab\nc", InvisibleCharacters.Remove("a\u200bb\n\tc"));
}
