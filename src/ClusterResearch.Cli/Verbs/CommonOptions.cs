using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterResearch.Cli.Verbs;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    /// <summary>Which notebooks a verb means.</summary>
    public static Argument<string[]> Notebooks() =>
        new("notebook")
        {
            Description = "Ids, beginnings of ids or files; all notebooks if not given.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary>The time limit of a cell.</summary>
    public static Option<double> Timeout() =>
        new("--timeout")
        {
            Description = "Stop a cell that runs longer than this many seconds.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 600,
            CustomParser = Seconds,
        };

    /// <summary>Values for variables.</summary>
    public static Option<string[]> Parameters() =>
        new("--param")
        {
            Description = "Set a variable of the notebook, e.g. --param year=2023; may be repeated.",
            HelpName = "NAME=VALUE",
        };

    /// <summary>The values by name.</summary>
    /// <exception cref="UsageException">A value is not given as name=value.</exception>
    public static ImmutableSortedDictionary<string, string> ParametersOf(string[]? given)
    {
        var pairs = (given ?? []).Select(p => p.Split('=', 2)).ToArray();
        var wrong = pairs.FirstOrDefault(p => p.Length < 2 || !SyntaxFacts.IsValidIdentifier(p[0]));
        return wrong is null
            ? pairs
                .GroupBy(p => p[0])
                .ToImmutableSortedDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal)
            : throw new UsageException(
                $"--param {string.Join('=', wrong)}: give a name and a value, e.g. --param year=2023."
            );
    }

    private static double Seconds(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (
            double.TryParse(text, System.Globalization.NumberStyles.Float, Invariant, out var seconds)
            && seconds is > 0 and < 1e9
        )
        {
            return seconds;
        }
        result.AddError($"--timeout {text}: give a number of seconds above zero, e.g. --timeout 60.");
        return 0;
    }
}
