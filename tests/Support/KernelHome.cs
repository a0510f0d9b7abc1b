using System.Diagnostics;

namespace ClusterResearch.TestSupport;

/// <summary>A folder of Jupyter's data in which our kernel is installed by the command a reader would type, and the Python that finds it there.</summary>
public sealed class KernelHome : IDisposable
{
    private static readonly string[] Modules = ["jupyter_client", "jupyter_kernel_test", "nbconvert", "notebook"];
    private readonly Lazy<string> folder = new(Install);

    /// <summary>The command line that is tested.</summary>
    public static string Cluster { get; } = Path.Combine(AppContext.BaseDirectory, "cluster.dll");

    /// <summary>Runs a program in this home and waits.</summary>
    /// <returns>How it ended, and all that it wrote.</returns>
    public (int ExitCode, string Output) Run(string program, string workingFolder, params string[] arguments)
    {
        using var process = Start(program, workingFolder, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    /// <summary>Starts a program in this home.</summary>
    public Process Start(string program, string workingFolder, params string[] arguments) => Start(folder.Value, program, workingFolder, arguments);

    /// <summary>The machine's Python with Jupyter; where it is absent, tests skip with a sentence, and fail where tools are required.</summary>
    public static string Python
    {
        get
        {
            if (PythonWithJupyter.Value is { } found)
            {
                return found;
            }
            const string sentence =
                "Python with Jupyter is not installed here, so the kernel cannot be tried in it; on Debian: apt-get install python3-jupyter-client python3-nbconvert python3-jupyter-kernel-test jupyter-notebook.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CLUSTER_REQUIRE_TOOLS") == "1", sentence);
            throw new InvalidOperationException(sentence);
        }
    }

    public void Dispose()
    {
        if (folder.IsValueCreated)
        {
            Directory.Delete(folder.Value, recursive: true);
        }
    }

    private static readonly Lazy<string?> PythonWithJupyter = new(() =>
        ((string[])["/usr/bin/python3", "python3"]).FirstOrDefault(p => Path.IsPathRooted(p) ? File.Exists(p) && HasModules(p) : HasModules(p))
    );

    private static bool HasModules(string python)
    {
        try
        {
            using var process = Start("", python, Path.GetTempPath(), ["-c", "import " + string.Join(", ", Modules)]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Install()
    {
        var home = Directory.CreateTempSubdirectory("cluster-jupyter-").FullName;
        using var process = Start(home, "dotnet", home, [Cluster, "kernel", "install"]);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? home : throw new InvalidOperationException(errors);
    }

    private static Process Start(string home, string program, string workingFolder, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (variable, value) in (IEnumerable<(string, string)>)[("JUPYTER_DATA_DIR", home), ("JUPYTER_CONFIG_DIR", home), ("JUPYTER_RUNTIME_DIR", Path.Combine(home, "runtime")), ("IPYTHONDIR", home)])
        {
            start.Environment[variable] = value;
        }
        return Process.Start(start)!;
    }
}
