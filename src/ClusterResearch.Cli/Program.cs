using System.Text;

namespace ClusterResearch.Cli;

/// <summary>The shell's door to the workbench: <c>cluster VERB</c>.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (Console.IsOutputRedirected || !OperatingSystem.IsWindows())
        {
            // Windows' own console code page has no Chinese; setting it on other systems would only cost time.
            return Run(args);
        }
        Console.OutputEncoding = Encoding.UTF8;
        return Run(args);
    }

    private static int Run(string[] args)
    {
        using var interrupt = new Interrupt();
        return Shell.Run(args, Terminal.OfProcess(), cancellation: interrupt.Token);
    }
}
