namespace ClusterResearch.Rendering;

/// <summary>Names the type that formats the marked one in a notebook.</summary>
/// <remarks>
/// C# kernels recognise this attribute by its <em>name</em>, whatever its namespace, so results render richly in
/// kernels other than ours without a dependency in either direction.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a parameterless constructor and a method <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>What a kernel that shows one format only should prefer.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
