using System.Text;
using ClusterResearch.Notebooks.Kernel;

namespace ClusterResearch.Cli;

/// <summary>The shell's door to the workbench: <c>cluster VERB</c>.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows' own code page has no Chinese, in a console or a pipe; elsewhere setting it would only cost time.
            Console.OutputEncoding = Encoding.UTF8;
        }
        if (args is ["kernel", "start", ..])
        {
            NotebookKernel.Prepare();
        }
        using var interrupt = new Interrupt();
        return Shell.Run(args, Terminal.OfProcess(), cancellation: interrupt.Token);
    }
}
