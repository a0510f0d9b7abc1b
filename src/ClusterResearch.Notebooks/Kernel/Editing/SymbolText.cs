using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>A declaration with its documentation, for a reader.</summary>
/// <param name="Markdown">As Markdown.</param>
/// <param name="Plain">As plain text.</param>
internal sealed record SymbolText(string Markdown, string Plain)
{
    private const int ShownOverloads = 5;

    private static readonly SymbolDisplayFormat Format = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        kindOptions: SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>The symbols, overloads of one name, with the documentation of the first that has one.</summary>
    public static SymbolText Of(ImmutableArray<ISymbol> symbols)
    {
        var declarations = string.Join('\n', symbols.Take(ShownOverloads).Select(s => Declaration(s)));
        var more = symbols.Length > ShownOverloads ? string.Create(Invariant, $"\n// and {symbols.Length - ShownOverloads} more") : "";
        var documentation = symbols.Select(XmlOf).FirstOrDefault(x => x.Length > 0, "");
        var (markdown, plain) = DocumentationText.Of(documentation);
        return new($"```csharp\n{declarations}{more}\n```\n\n{markdown}".TrimEnd(), $"{declarations}{more}\n\n{plain}".TrimEnd());
    }

    /// <summary>One declaration in a line.</summary>
    public static string Declaration(ISymbol symbol)
    {
        // Variables of a notebook are fields of a class that no reader knows.
        var format = symbol.ContainingType is { IsScriptClass: true } ? Format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType) : Format;
        return symbol.ToDisplayString(format);
    }

    private static string XmlOf(ISymbol symbol)
    {
        for (var at = Documented(symbol); at is not null; at = Inherited(at))
        {
            var xml = at.GetDocumentationCommentXml(Invariant, expandIncludes: true) ?? "";
            if (xml.Length > 0 && !xml.Contains("<inheritdoc", StringComparison.Ordinal))
            {
                return xml;
            }
        }
        return "";
    }

    /// <summary>Where the documentation stands: of a record's constructor at the record, of an extension at its definition.</summary>
    private static ISymbol? Documented(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { ReducedFrom: { } definition } => definition,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when (constructor.GetDocumentationCommentXml(Invariant) ?? "").Length == 0 => constructor.ContainingType,
            ILocalSymbol or IFieldSymbol { ContainingType.IsScriptClass: true } => null,
            _ => symbol.OriginalDefinition,
        };

    private static ISymbol? Inherited(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { OverriddenMethod: { } method } => method,
            IPropertySymbol { OverriddenProperty: { } property } => property,
            INamedTypeSymbol type => type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent : type.Interfaces.FirstOrDefault(),
            _ => symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name))
                .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol)),
        };
}
