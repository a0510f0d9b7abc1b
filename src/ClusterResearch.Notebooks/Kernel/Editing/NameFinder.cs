using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>Finds the names that begin with a word and make sense in its place.</summary>
/// <param name="model">What the compiler knows of the cell.</param>
/// <param name="name">The name that is being written.</param>
/// <param name="position">Where it begins.</param>
/// <param name="word">What of it is written already.</param>
internal sealed class NameFinder(SemanticModel model, SimpleNameSyntax name, int position, string word)
{
    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText),
        "async", "await", "dynamic", "from", "get", "init", "join", "let", "nameof", "not", "or", "orderby", "record", "required", "select", "var", "when", "where", "with", "yield",
    ];

    public IEnumerable<CompletionItem> Find() =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => Items(MembersOf(access.Expression)),
            MemberBindingExpressionSyntax binding => Items(MembersOfOptional(binding)),
            QualifiedNameSyntax qualified when qualified.Right == name => Items(MembersOf(qualified.Left)),
            InitializerExpressionSyntax initializer when Members(initializer) is { } members => Items(members),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == name && Members(initializer) is { } members =>
                Items(members),
            UsingDirectiveSyntax => Items(model.LookupNamespacesAndTypes(position).Where(s => s is INamespaceSymbol)),
            _ => Anything(),
        };

    private IEnumerable<CompletionItem> Anything()
    {
        var symbols = model.LookupSymbols(position);
        // Without a letter the thousands of types would hide the reader's own names.
        var shown = word.Length > 0 ? symbols : symbols.Where(s => s is not (INamespaceOrTypeSymbol or IMethodSymbol { ContainingType.SpecialType: SpecialType.System_Object }));
        return NamedArguments()
            .Concat(Items(shown))
            .Concat(Keywords.Where(Fits).Select(k => new CompletionItem(k, "keyword", "")))
            .DistinctBy(i => i.Text);
    }

    /// <summary>Members of a value, static members of a type, types of a namespace.</summary>
    private IEnumerable<ISymbol> MembersOf(ExpressionSyntax owner)
    {
        var symbol = model.GetSymbolInfo(owner).Symbol;
        var type = model.GetTypeInfo(owner).Type;
        return symbol switch
        {
            INamespaceSymbol space => model.LookupNamespacesAndTypes(position, space),
            INamedTypeSymbol named when type is null || SymbolEqualityComparer.Default.Equals(named, type) =>
                model.LookupStaticMembers(position, named).Concat(model.LookupNamespacesAndTypes(position, named)).Distinct(SymbolEqualityComparer.Default),
            _ when type is not null and not IErrorTypeSymbol => Instance(type),
            _ => [],
        };
    }

    private IEnumerable<ISymbol> MembersOfOptional(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault() is { } access && model.GetTypeInfo(access.Expression).Type is { } type
            ? Instance(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional ? optional.TypeArguments[0] : type)
            : [];

    private IEnumerable<ISymbol> Instance(ITypeSymbol type) =>
        model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
            .Where(s => s is not INamespaceOrTypeSymbol && (!s.IsStatic || s is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }));

    /// <summary>What can be set in <c>new T { … }</c> or <c>x with { … }</c>; null for lists of items.</summary>
    private IEnumerable<ISymbol>? Members(InitializerExpressionSyntax initializer)
    {
        var type = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation when !initializer.IsKind(SyntaxKind.ArrayInitializerExpression) => model.GetTypeInfo(creation).Type,
            WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
            _ => null,
        };
        if (type is null or IErrorTypeSymbol)
        {
            return null;
        }
        var written = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        return model.LookupSymbols(position, type)
            .Where(s => s is IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: not null } or IFieldSymbol { IsStatic: false, IsReadOnly: false })
            .Where(s => !written.Contains(s.Name));
    }

    /// <summary>The parameters of the method whose argument is being written.</summary>
    private IEnumerable<CompletionItem> NamedArguments()
    {
        if (name.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } argument)
        {
            return [];
        }
        var methods = list.Parent switch
        {
            InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>(),
            BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type => type.InstanceConstructors,
            _ => [],
        };
        var written = list.Arguments.Where(a => a != argument).Select(a => a.NameColon?.Name.Identifier.Text).ToHashSet(StringComparer.Ordinal);
        return methods
            .SelectMany(m => m.Parameters)
            .Where(p => Fits(p.Name) && !written.Contains(p.Name))
            .DistinctBy(p => p.Name)
            .Select(p => new CompletionItem(p.Name + ":", "param", SymbolText.Declaration(p)));
    }

    private IEnumerable<CompletionItem> Items(IEnumerable<ISymbol> symbols) =>
        symbols
            .Where(s => s.CanBeReferencedByName && Fits(s.Name) && !s.Name.Contains("__rest", StringComparison.Ordinal) && !IsHidden(s))
            .GroupBy(s => s.Name)
            .Select(Item);

    private CompletionItem Item(IGrouping<string, ISymbol> overloads)
    {
        var first = overloads.First();
        var others = overloads.Count() - 1;
        var more = others == 0 ? "" : string.Create(Invariant, $" (+ {others} more)");
        return new(first.Name, Kind(first), SymbolText.Declaration(first) + more);
    }

    private bool Fits(string text) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsHidden(ISymbol symbol) =>
        symbol.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && a.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static string Kind(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol => "function",
            IPropertySymbol or IEventSymbol => "property",
            INamespaceSymbol => "module",
            ITypeSymbol => "class",
            IParameterSymbol => "param",
            _ => "instance",
        };
}
