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
    [InlineData("int F() { while (true) { } }", "int F() {@ while (true) {@ } }")]
    [InlineData("int F(int n) => n + 1;", "int F(int n) => §n + 1);")]
    [InlineData("void F(int n) => G(n);", "void F(int n) => G(n);")]
    [InlineData("class A { void M() { } }", "class A { void M() {@ } }")]
    [InlineData("xs.Where(x => x < 0).Sum()", "xs.Where(x => §x < 0)).Sum()")]
    [InlineData("xs.Select(x => F(x)).Sum()", "xs.Select(x => §F(x))).Sum()")]
    [InlineData("F(x => y => x)", "F(x => §y => §x)))")]
    [InlineData("Task.Run(() => { F(); })", "Task.Run(() => {@ F(); })")]
    [InlineData("from x in xs where x > 0 select x * 2", "from x in xs where §x > 0) select §x * 2)")]
    [InlineData("F(x => throw new E())", "F(x => throw new E())")]
    [InlineData("var format = 1;", "var format = 1;")]
    [InlineData("while (true) {", "while (true) {")]
    public void Guards_every_loop_and_function_and_nothing_else(string code, string expected) =>
        Assert.Equal(Written(expected), LoopGuard.Versions(code).First());

    /// <summary>What could also be a statement may give nothing, and then cannot be guarded as a value.</summary>
    [Fact]
    public void The_second_version_leaves_calls_alone_and_the_last_is_the_code_itself() =>
        Assert.Equal(
            [Written("xs.ForEach(x => §F(x))); ys.Where(y => §y > 0))"), Written("xs.ForEach(x => F(x)); ys.Where(y => §y > 0))"), "xs.ForEach(x => F(x)); ys.Where(y => y > 0)"],
            LoopGuard.Versions("xs.ForEach(x => F(x)); ys.Where(y => y > 0)")
        );

    private static string Written(string shorthand) =>
        shorthand.Replace("@", Check, StringComparison.Ordinal).Replace("§", $"{Stop}.Stopping>0?throw {Stop}.Stopped():(", StringComparison.Ordinal);
}
