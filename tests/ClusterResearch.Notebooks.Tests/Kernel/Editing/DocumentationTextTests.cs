using ClusterResearch.Notebooks.Kernel.Editing;

namespace ClusterResearch.Notebooks.Tests.Kernel.Editing;

public sealed class DocumentationTextTests
{
    private const string Xml = """
        <member name="M:A.B(System.Int32)">
            <summary>Weights of
               <see cref="T:A.Thing`1"/> by <paramref name="n"/>.</summary>
            <param name="n">How <c>many</c>.</param>
            <returns>A <b>sum</b>.</returns>
            <remarks><para>w_j = d_j / Σ_j d_j.</para><para><b>Source</b> Shannon (1948).</para></remarks>
            <exception cref="T:System.ArgumentException">None.</exception>
            <example><code>B(1)</code></example>
        </member>
        """;

    [Fact]
    public void Plain_text_has_no_marks() =>
        Assert.Equal(
            "Weights of Thing by n.\n\nParameters\n  n: How many.\n\nReturns\nA sum.\n\nRemarks\nw_j = d_j / Σ_j d_j.\n\nSource Shannon (1948).\n\nExceptions\n  ArgumentException: None.\n\nExample\nB(1)",
            DocumentationText.Of(Xml).Plain
        );

    [Fact]
    public void Markdown_has_them()
    {
        var text = DocumentationText.Of(Xml).Markdown;
        Assert.StartsWith("Weights of `Thing` by `n`.\n\n**Parameters**\n\n- `n`: How `many`.\n\n**Returns**\n\nA **sum**.", text, StringComparison.Ordinal);
        Assert.EndsWith("**Example**\n\n```csharp\nB(1)\n```", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<member><summary>")]
    [InlineData("<member></member>")]
    public void What_is_missing_or_broken_gives_no_text(string xml) => Assert.Equal(("", ""), DocumentationText.Of(xml));
}
