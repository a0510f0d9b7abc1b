using System.Collections.Immutable;
using System.Text;

namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>An element of MathML.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="Attributes">Its attributes as they are written; constants of this converter, never text from a notebook.</param>
/// <param name="Text">Its text, where it holds text.</param>
/// <param name="Children">Its elements, where it holds elements.</param>
internal sealed record MathElement(
    string Name,
    string Attributes,
    string Text,
    ImmutableArray<MathElement> Children
)
{
    public static MathElement Leaf(string name, string text, string attributes = "") => new(name, attributes, text, []);

    public static MathElement Of(string name, params ImmutableArray<MathElement> children) =>
        new(name, "", "", children);

    public static MathElement Space(double em) =>
        Leaf("mspace", "", string.Create(Invariant, $"width=\"{em}em\""));

    /// <summary>One element where there is one, else a row.</summary>
    public static MathElement Row(ImmutableArray<MathElement> elements) =>
        elements.Length == 1 ? elements[0] : Of("mrow", elements);

    public void WriteTo(StringBuilder target)
    {
        target.Append('<').Append(Name).Append(Attributes.Length > 0 ? " " : "").Append(Attributes).Append('>');
        target.Append(Html.Escape(Text));
        foreach (var child in Children)
        {
            child.WriteTo(target);
        }
        target.Append("</").Append(Name).Append('>');
    }

    public override string ToString()
    {
        var target = new StringBuilder();
        WriteTo(target);
        return target.ToString();
    }
}
