using System.CommandLine;
using ClusterResearch.Cli.Verbs;
using ClusterResearch.Findings;

namespace ClusterResearch.Cli;

/// <summary>Understands a command line, runs its verb and says with the exit code how it ended.</summary>
internal static class Shell
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>A cell failed or an input has faults; they are told on the error stream.</summary>
    public const int Failed = 1;

    /// <summary>The command was given wrongly.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl+C; the number is that of other programs.</summary>
    public const int Stopped = 130;

    public static int Run(
        string[] args,
        Terminal terminal,
        SiteWriter? site = null,
        CancellationToken cancellation = default
    )
    {
        var root = Root(terminal, site ?? Site.Write, cancellation);
        var parsed = root.Parse(args);
        try
        {
            if (parsed.Errors.Count > 0)
            {
                throw new UsageException(Errors(parsed));
            }
            return parsed.Invoke(
                new()
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (UsageException e)
        {
            terminal.Error.WriteLine(e.Message);
            var verb = parsed.CommandResult.Command == root ? "" : " " + parsed.CommandResult.Command.Name;
            terminal.Error.WriteLine($"Try: cluster{verb} --help");
            return WrongUsage;
        }
        catch (FindingsException e)
        {
            terminal.Error.WriteLine(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped; nothing was written.");
            return Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(e.Message);
            return Failed;
        }
#pragma warning disable CA1031 // A reader can do nothing with a stack trace; the type and message tell us what to look for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"A fault of this program, not of yours: {e.GetType().Name}: {e.Message}");
            terminal.Error.WriteLine("Please report it with the command you gave.");
            return Failed;
        }
    }

    /// <summary>What is wrong with a command line, with the word that was probably meant.</summary>
    private static string Errors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Concat<Symbol>(command.Options).Select(s => s.Name).ToArray();
        return string.Join("\n", parsed.Errors.Select(e => e.Message + Hint(e.Message)));

        string Hint(string message)
        {
            var word = parsed.UnmatchedTokens.FirstOrDefault(t => message.Contains($"'{t}'", StringComparison.Ordinal));
            var hint = word is null ? "" : Nearest.Hint(word, known).Trim();
            return hint.Length == 0 ? "" : " " + char.ToUpperInvariant(hint[0]) + hint[1..];
        }
    }

    private static RootCommand Root(Terminal terminal, SiteWriter site, CancellationToken cancellation)
    {
        var root = new RootCommand(
            """
            ClusterResearch: runs the notebooks of a study and publishes them as a report.
            Example: cluster publish --open
            """
        )
        {
            new PublishVerb(terminal, site, cancellation),
            new RunVerb(terminal, cancellation),
            new ValidateVerb(terminal),
            new VerifyVerb(terminal),
            new CleanVerb(terminal),
            new KernelVerb(terminal),
        };
        root.SetAction(
            int (_) =>
                throw new UsageException(
                    "Name a verb: " + string.Join(", ", root.Subcommands.Select(c => c.Name)) + "."
                )
        );
        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Action = new VersionAction();
        }
        return root;
    }
}
