using System.Text.RegularExpressions;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Rules;

/// <summary>The source files as the rules read them.</summary>
internal static partial class SourceText
{
    /// <summary>The code of a file, line by line, without comments; a line keeps its number.</summary>
    public static IEnumerable<(string File, int Line, string Code)> Code(string folder) =>
        Repository.Sources(folder).SelectMany(file => Repository.Read(file).Split('\n').Select((line, i) => (file, i + 1, Comment().Replace(line, ""))));

    [GeneratedRegex(@"(^|\s)//.*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
