using ClusterResearch.Notebooks.Kernel.Editing;

namespace ClusterResearch.Notebooks.Tests.Kernel.Editing;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("1 + 1", "complete", "")]
    [InlineData("", "complete", "")]
    [InlineData("#!import \"setup.csx\"", "complete", "")]
    [InlineData("await Task.Delay(1);", "complete", "")]
    [InlineData("if (true) {", "incomplete", "    ")]
    [InlineData("F(new[] {", "incomplete", "        ")]
    [InlineData("var x =", "incomplete", "")]
    [InlineData("1 + ) 2;", "invalid", "")]
    public void Asks_whether_code_can_run(string code, string status, string indent) => Assert.Equal((status, indent), Completeness.Of(code));
}
