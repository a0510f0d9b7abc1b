using ClusterResearch.TestSupport;

namespace Kernel.Tests;

/// <summary>The kernel as Jupyter's Python asks it; the questions stand in the files <c>protocol.py</c> and <c>session.py</c>.</summary>
public sealed class JupyterTests(KernelHome home) : IClassFixture<KernelHome>
{
    [Theory]
    [InlineData("protocol.py", "KernelTests", 12)]
    [InlineData("session.py", "Interrupts", 10)]
    [InlineData("session.py", "Outputs", 10)]
    [InlineData("session.py", "Requests", 14)]
    [InlineData("session.py", "Life", 7)]
    public void Every_question_is_answered(string file, string questions, int count)
    {
        var (exitCode, output) = home.Run(KernelHome.Python, AppContext.BaseDirectory, "-W", "ignore", file, questions);

        Assert.True(exitCode == 0, output);
        // Skipped ones would not be noticed otherwise.
        Assert.Equal(count, output.Split('\n').Count(l => l.TrimEnd().EndsWith("... ok", StringComparison.Ordinal) || l.Trim() == "ok"));
        Assert.DoesNotContain("skipped", output, StringComparison.Ordinal);
    }
}
