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
                throw new UsageException(string.Join("\n", parsed.Errors.Select(e => e.Message)));
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
            PublishVerb.Create(terminal, site, cancellation),
            RunVerb.Create(terminal, cancellation),
            ValidateVerb.Create(terminal),
            CleanVerb.Create(terminal),
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
