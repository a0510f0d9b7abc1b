using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>What can keep the kernel from starting or from being installed, and in which words.</summary>
internal static class KernelFindings
{
    private static readonly FindingCode Connection = new("CR8001", "connection-file");
    private static readonly FindingCode NotLocal = new("CR8002", "not-local");
    private static readonly FindingCode PortTaken = new("CR8003", "port-taken");
    private static readonly FindingCode ForeignSpec = new("CR8010", "foreign-kernelspec");
    private static readonly FindingCode NotBuilt = new("CR8011", "not-built");

    public static Finding BadConnection(string file, string found, string expected) =>
        new(Connection, file, 0, 0, found, expected, "Let Jupyter or VS Code start the kernel; they write this file. To try it: cluster kernel doctor.");

    public static Finding Address(string file, string transport, string ip) =>
        new(
            NotLocal, file, 0, 0,
            $"the address {transport}://{ip}",
            "tcp on this machine's own address (127.0.0.1, ::1 or localhost)",
            "Start the kernel on the machine on which the notebook is open; it does not listen to other machines."
        );

    public static Finding Taken(string file, string address) =>
        new(PortTaken, file, 0, 0, $"{address}, which another program uses", "five free ports", "Start the kernel again; Jupyter and VS Code choose other ports.");

    public static Finding Foreign(string folder) =>
        new(
            ForeignSpec, folder, 0, 0,
            "a kernelspec that this program did not write",
            "a free name or an earlier kernelspec of ours",
            "Move the folder elsewhere if it is no longer needed, then run `cluster kernel install` again."
        );

    public static Finding NoProgram(string file) =>
        new(NotBuilt, file, 0, 0, "no such file", "the built command line", "Build it (dotnet build) and run `cluster kernel install` again.");
}
