using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Tests.Session;

public sealed class LoopGuardTests
{
    private const string Stop = "global::ClusterResearch.Notebooks.Session.CellStop";
    private const string Check = $"if({Stop}.Stopping>0)throw {Stop}.Stopped();";

    [Theory]
    [InlineData("while (true) { F(); }", "while (true) {@ F(); }")]
    [InlineData("while (true) F();", "while (true) {@F();}")]
    [InlineData("for (;;) for (;;) ;", "for (;;) {@for (;;) {@;}}")]
    [InlineData("do x++; while (x < 3);", "do {@x++;} while (x < 3);")]
    [InlineData("foreach (var a in b)\n  F(a); // note", "foreach (var a in b)\n  {@F(a);} // note")]
    [InlineData("await foreach (var (a, b) in c)\n{\n}", "await foreach (var (a, b) in c)\n{@\n}")]
    [InlineData("int F() { while (true) { } }", "int F() { while (true) {@ } }")]
    [InlineData("var format = 1;", "var format = 1;")]
    [InlineData("while (true) {", "while (true) {")]
    public void Guards_every_loop_and_nothing_else(string code, string expected) =>
        Assert.Equal(expected.Replace("@", Check, StringComparison.Ordinal), LoopGuard.Insert(code));
}
