using System.Text.RegularExpressions;

namespace ClusterResearch.Notebooks.Session;

/// <summary>A library that a cell asks for by name: <c>#r "nuget: Name, 1.2.3"</c>.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Version">Its version; empty for the newest.</param>
/// <param name="Line">The line in the code from 1.</param>
internal sealed partial record PackageRequest(string Name, string Version, int Line)
{
    /// <summary>Every request, from top to bottom.</summary>
    public static IReadOnlyList<PackageRequest> Find(string code) =>
        [.. Request().Matches(code).Select(m => new PackageRequest(m.Groups["name"].Value, m.Groups["version"].Value, code.AsSpan(0, m.Index).Count('\n') + 1))];

    /// <summary>The code with the requests overwritten by spaces: every position stays.</summary>
    public static string Remove(string code) => Request().Replace(code, m => new string(' ', m.Length));

    [GeneratedRegex("""^[ \t]*#r[ \t]+"nuget:[ \t]*(?<name>[\w.-]+)[ \t]*(,[ \t]*(?<version>[\w.*+-]+)[ \t]*)?"[^\n]*""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Request();
}
