namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>Formulas in TeX as MathML, which browsers draw without any script.</summary>
internal static class TexToMathMl
{
    /// <summary>The formula; its source goes along as an annotation, so that it can be copied and searched.</summary>
    /// <param name="tex">The source without its dollar signs.</param>
    /// <param name="display">Whether it stands on a line of its own.</param>
    /// <exception cref="TexFault">The formula holds something this subset does not.</exception>
    public static Html Convert(string tex, bool display)
    {
        var source = tex.Trim();
        var (element, tag) = TexParser.Parse(source);
        var drawn = Html.Raw(element.ToString());
        var annotation = Html.Of($"<annotation encoding=\"application/x-tex\">{source}</annotation>");
        if (!display)
        {
            return Html.Of($"<math><semantics>{drawn}{annotation}</semantics></math>");
        }
        var number = tag is null ? Html.Empty : Html.Of($"<span class=\"equation-number\">({tag})</span>");
        return Html.Of(
            $"<span class=\"equation\" role=\"group\" aria-label=\"Equation\"><math display=\"block\"><semantics>{drawn}{annotation}</semantics></math>{number}</span>"
        );
    }
}
