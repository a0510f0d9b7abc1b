using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ClusterResearch.Indexing.Aggregating;
using ClusterResearch.Indexing.Normalising;
using ClusterResearch.Indexing.Preparing;
using ClusterResearch.Indexing.Weighing;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Rules;

/// <summary>What a public type of the library looks like: closed, immutable, documented.</summary>
public sealed class ShapeTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = [.. typeof(Study).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public void Public_types_are_sealed_static_or_closed_families() =>
        Assert.Empty(Types.Where(t => t is { IsSealed: false, IsInterface: false } && !IsClosedFamily(t)).Select(t => t.FullName));

    [Fact]
    public void Public_structs_are_readonly() =>
        Assert.Empty(Types.Where(t => t is { IsValueType: true, IsEnum: false } && t.GetCustomAttribute<IsReadOnlyAttribute>() is null).Select(t => t.FullName));

    /// <summary>Attributes are set by name where they are used, so theirs may have a setter.</summary>
    [Fact]
    public void No_public_property_can_be_set_and_no_public_field_changed()
    {
        var types = Types.Where(t => !t.IsSubclassOf(typeof(Attribute))).ToArray();
        var settable = types.SelectMany(t => t.GetProperties(Own)).Where(p => p.SetMethod is { IsPublic: true } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
        var fields = types.Where(t => !t.IsEnum).SelectMany(t => t.GetFields(Own)).Where(f => f is { IsInitOnly: false, IsLiteral: false });
        Assert.Empty(settable.Cast<MemberInfo>().Concat(fields).Select(m => $"{m.DeclaringType}.{m.Name}"));
    }

    /// <summary>An array can be changed by whoever holds it, so results hold none.</summary>
    [Fact]
    public void No_public_property_is_an_array_or_a_list()
    {
        var types = Types.Where(t => !t.IsSubclassOf(typeof(Attribute)));
        var open = types.SelectMany(t => t.GetProperties(Own)).Where(p => p.PropertyType.IsArray || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(List<>)));
        Assert.Empty(open.Select(p => $"{p.DeclaringType}.{p.Name}"));
    }

    public static IEnumerable<TheoryDataRow<string>> Methods() =>
        Types.Where(t => !t.IsAbstract && new[] { typeof(Preparation), typeof(Normalisation), typeof(Weighting), typeof(Aggregation) }.Any(t.IsSubclassOf)).Select(t => new TheoryDataRow<string>(t.FullName!));

    [Theory, MemberData(nameof(Methods))]
    public void A_method_of_statistics_says_where_it_comes_from_and_how_it_was_verified(string type)
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(Study).Assembly.Location, ".xml"));
        var remarks = docs.Descendants("member").Single(m => m.Attribute("name")!.Value == $"T:{type}").Element("remarks")!;
        var paragraphs = remarks.Elements("para").ToDictionary(p => p.Element("b")?.Value ?? p.Value, p => p.Value);
        Assert.True(paragraphs.GetValueOrDefault("Source")?.Length > 20, "no source");
        var verification = paragraphs["Verification"];
        var files = verification.Split(' ', '\n').Where(w => w.StartsWith("tests/", StringComparison.Ordinal)).Select(w => w.TrimEnd('.', ',', ';')).ToArray();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.True(File.Exists(Path.Combine(Repository.Root, f)), $"{f} does not exist"));
    }

    /// <summary>Only its own assembly can add to a family: no constructor or an abstract member that others cannot reach.</summary>
    private static bool IsClosedFamily(Type type) =>
        type.IsAbstract
        && (type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).All(c => c.IsPrivate || c.GetParameters() is [{ ParameterType: var p }] && p == type)
            || type.GetMembers(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OfType<MethodInfo>().Any(m => m is { IsAbstract: true, IsAssembly: true }));
}
