using System.Runtime.InteropServices;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>The C# session as a Jupyter kernel, for VS Code and Jupyter.</summary>
public static class NotebookKernel
{
    /// <summary>Begins to load in the background what the first cell needs; to be called as early as possible, for starting up leaves a core idle.</summary>
    public static void Prepare() => WarmUp.Begin();

    /// <summary>Serves one front end until it asks for the end or is gone.</summary>
    /// <param name="connectionFile">The file that the front end wrote: addresses and key.</param>
    /// <param name="folder">The folder from which imports and references of cells count.</param>
    /// <param name="log">Takes what goes wrong in the kernel itself.</param>
    /// <exception cref="FindingsException">The file cannot be used, or a port is taken (CR80xx).</exception>
    public static void Run(string connectionFile, string folder, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(connectionFile);
        ArgumentNullException.ThrowIfNull(log);
        using var alone = new CancellationTokenSource();
        using var server = new KernelServer(ConnectionFile.Read(connectionFile), folder, log);
        // Front ends that know no interrupt message send the signal.
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, s =>
        {
            s.Cancel = true;
            server.Interrupt();
        });
        using var parent = new ParentWatch(alone.Cancel);
        server.Run(alone.Token);
    }
}
