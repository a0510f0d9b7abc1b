using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Formats values whose type follows the convention of C# kernels: an attribute recognised by its name.</summary>
/// <remarks>
/// The attribute <c>TypeFormatterSourceAttribute</c>, of any namespace, names a type with a parameterless constructor
/// and <c>CreateTypeFormatters()</c>, whose items have <c>string MimeType</c> and <c>bool Format(object, TextWriter)</c>.
/// </remarks>
internal static class ConventionFormatter
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    /// <summary>What the value's formatters write; null where its type does not follow the convention.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Format(object value)
    {
        var attribute = value
            .GetType()
            .GetCustomAttributes(inherit: true)
            .FirstOrDefault(a => a.GetType().Name == AttributeName);
        return Property(attribute, "FormatterSourceType") is Type source
            ?
            [
                .. Formatters(source)
                    .Select(f => Format(f, value))
                    .OfType<KeyValuePair<string, string>>()
                    .DistinctBy(p => p.Key),
            ]
            : null;
    }

    private static IEnumerable<object> Formatters(Type source) =>
        Call(source.GetMethod("CreateTypeFormatters", Type.EmptyTypes), Activator.CreateInstance(source))
            is IEnumerable formatters
            ? formatters.Cast<object>()
            : [];

    private static KeyValuePair<string, string>? Format(object formatter, object value)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var format = formatter
            .GetType()
            .GetMethods()
            .FirstOrDefault(m => m.Name == "Format" && m.GetParameters().Length == 2);
        return
            Property(formatter, "MimeType") is string mimeType
            && Call(format, formatter, value, writer) is true
            ? KeyValuePair.Create(mimeType, writer.ToString())
            : null;
    }

    private static object? Property(object? instance, string name) =>
        instance?.GetType().GetProperty(name)?.GetValue(instance);

    /// <summary>Calls a method so that what it throws arrives as thrown.</summary>
    private static object? Call(MethodInfo? method, object? instance, params object[] arguments) =>
        method?.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
