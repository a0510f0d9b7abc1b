using System.Runtime.InteropServices;

namespace ClusterResearch.Notebooks.Session;

/// <summary>The program that runs .NET.</summary>
internal static class DotnetHost
{
    /// <summary>That of the runtime in which this process runs, absolute.</summary>
    public static string Program { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
