using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>XML documentation as text: summary, formulas and remarks, parameters, result, exceptions.</summary>
internal static partial class DocumentationText
{
    private static readonly (string Element, string Title)[] Parts =
    [
        ("summary", ""), ("value", ""), ("typeparam", "Type parameters"), ("param", "Parameters"), ("returns", "Returns"), ("remarks", "Remarks"),
        ("exception", "Exceptions"), ("example", "Example"),
    ];

    /// <summary>The documentation of one member.</summary>
    /// <param name="xml">The member's element; may be empty or broken, then there is no text.</param>
    public static (string Markdown, string Plain) Of(string xml)
    {
        if (Parse(xml) is not { } member)
        {
            return ("", "");
        }
        return (Text(member, marks: true), Text(member, marks: false));
    }

    private static XElement? Parse(string xml)
    {
        try
        {
            return xml.Length == 0 ? null : XElement.Parse(xml.StartsWith("<member", StringComparison.Ordinal) || xml.StartsWith("<doc", StringComparison.Ordinal) ? xml : $"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Text(XElement member, bool marks)
    {
        var text = new StringBuilder();
        foreach (var (element, title) in Parts)
        {
            var found = member.Elements(element).ToList();
            if (found.Count == 0)
            {
                continue;
            }
            if (title.Length > 0)
            {
                text.Append(marks ? $"**{title}**\n\n" : $"{title}\n");
            }
            text.AppendJoin(title.Length > 0 && found.Count > 1 || element is "param" or "typeparam" or "exception" ? "\n" : "\n\n", found.Select(f => Part(f, marks))).Append("\n\n");
        }
        return text.ToString().TrimEnd();
    }

    private static string Part(XElement part, bool marks)
    {
        var name = part.Attribute("name")?.Value ?? (part.Attribute("cref") is { } type ? Short(type.Value) : null);
        var words = Tidy(Inside(part, marks));
        return name is null ? words : marks ? $"- `{name}`: {words}" : $"  {name}: {words}";
    }

    private static string Inside(XElement element, bool marks) => string.Concat(element.Nodes().Select(n => Node(n, marks)));

    private static string Node(XNode node, bool marks) =>
        node switch
        {
            XText text => Blanks().Replace(text.Value, " "),
            XElement { Name.LocalName: "para" } para => $"\n\n{Inside(para, marks)}\n\n",
            XElement { Name.LocalName: "code" } code => marks ? $"\n\n```csharp\n{code.Value.Trim('\n')}\n```\n\n" : $"\n\n{code.Value.Trim('\n')}\n\n",
            XElement { Name.LocalName: "c" } code => marks ? $"`{code.Value}`" : code.Value,
            XElement { Name.LocalName: "b" or "strong" } strong => marks ? $"**{Inside(strong, marks)}**" : Inside(strong, marks),
            XElement { Name.LocalName: "i" or "em" } stress => marks ? $"*{Inside(stress, marks)}*" : Inside(stress, marks),
            XElement { Name.LocalName: "item" } item => $"\n- {Inside(item, marks)}",
            XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => Reference(reference, marks),
            XElement other => Inside(other, marks),
            _ => "",
        };

    private static string Reference(XElement reference, bool marks)
    {
        var words = reference.Value.Length > 0 ? reference.Value
            : reference.Attribute("cref") is { } cref ? Short(cref.Value)
            : (reference.Attribute("name") ?? reference.Attribute("langword") ?? reference.Attribute("href"))?.Value ?? "";
        return marks ? $"`{words}`" : words;
    }

    /// <summary>The last name of a reference such as <c>P:A.B.C(System.Int32)</c>.</summary>
    private static string Short(string cref)
    {
        var name = cref.Split('(')[0];
        return name[(Math.Max(name.LastIndexOf('.'), name.LastIndexOf(':')) + 1)..].Split('`')[0];
    }

    private static string Tidy(string text) => Gaps().Replace(string.Join('\n', text.Split('\n').Select(l => l.TrimEnd())), "\n\n").Trim().Replace("\n ", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, 1000)]
    private static partial Regex Gaps();
}
