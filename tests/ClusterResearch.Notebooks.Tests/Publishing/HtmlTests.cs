using ClusterResearch.Notebooks.Publishing;

namespace ClusterResearch.Notebooks.Tests.Publishing;

public class HtmlTests
{
    [Fact]
    public void Texts_in_a_template_are_escaped_and_pieces_are_kept()
    {
        var piece = Html.Of($"<b>{"a<b>&\"'"}</b>");
        Assert.Equal("<p title=\"&quot;\"><b>a&lt;b&gt;&amp;&quot;&#39;</b>7<b>a&lt;b&gt;&amp;&quot;&#39;</b></p>", Html.Of($"<p title=\"{"\""}\">{piece}{7}{new[] { piece }}</p>").ToString());
    }

    [Fact]
    public void Missing_text_is_nothing() => Assert.Equal("<p></p>", Html.Of($"<p>{(string?)null}</p>").ToString());

    [Fact]
    public void Json_cannot_end_its_script() =>
        Assert.Equal("[\"\\u003c/script>\\u003c!--\"]", Html.Json("[\"</script><!--\"]").ToString());
}
