using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace ClusterResearch.Cli;

/// <summary>Prints the version of this program, whatever program runs it.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine($"cluster {version}");
        return Shell.Good;
    }
}
