using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Kernel.Installing;

/// <summary>The command that starts the kernel.</summary>
/// <param name="Dotnet">The program that runs .NET.</param>
/// <param name="Assembly">The built command line.</param>
public sealed record KernelProgram(string Dotnet, string Assembly)
{
    /// <summary>This program, run by the .NET that runs it now.</summary>
    public static KernelProgram OfThisProcess =>
        new(DotnetHost.Program, Path.Combine(AppContext.BaseDirectory, "cluster.dll"));

    /// <summary>The words of the command; the last stands for the connection file.</summary>
    internal ImmutableArray<string> Words => [Dotnet, Assembly, "kernel", "start", "{connection_file}"];

    /// <summary>Both files must be there.</summary>
    /// <exception cref="FindingsException">One is not (CR8011).</exception>
    internal void Check()
    {
        if (((string[])[Dotnet, Assembly]).FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            throw new FindingsException([KernelFindings.NoProgram(missing)]);
        }
    }
}
