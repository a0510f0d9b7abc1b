using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Sockets;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Kernel.Installing;

/// <summary>The result of one check.</summary>
/// <param name="IsGood">Whether all is well.</param>
/// <param name="Name">What was checked.</param>
/// <param name="Found">What was found.</param>
/// <param name="WayOut">What to do where it is not well; empty where it is.</param>
public sealed record KernelCheck(bool IsGood, string Name, string Found, string WayOut);

/// <summary>Checks whether the kernel would start from VS Code or Jupyter: SDK, kernelspec, ports, a round trip.</summary>
public static class KernelDoctor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Every check in order; the round trip is left out where one before it failed.</summary>
    /// <param name="program">The command that starts the kernel.</param>
    public static IEnumerable<KernelCheck> Examine(KernelProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var checks = new List<KernelCheck>();
        foreach (var check in (Func<KernelCheck>[])[() => Sdk(program), Kernelspec, Ports])
        {
            checks.Add(check());
            yield return checks[^1];
        }
        if (checks.TrueForAll(c => c.IsGood))
        {
            yield return RoundTrip(KernelInstaller.Installed()!.Command);
        }
    }

    private static KernelCheck Sdk(KernelProgram program)
    {
        const string wayOut = "Install the .NET SDK 10: https://dotnet.microsoft.com/download";
        try
        {
            var start = new ProcessStartInfo(program.Dotnet, "--version") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
            using var process = Process.Start(start)!;
            var version = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            var isGood = int.TryParse(version.Split('.')[0], Invariant, out var major) && major >= 10;
            return new(isGood, "SDK", version.Length > 0 ? $".NET SDK {version}" : "no SDK", isGood ? "" : wayOut);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new(false, "SDK", e.Message, wayOut);
        }
    }

    private static KernelCheck Kernelspec()
    {
        const string wayOut = "Run: cluster kernel install";
        if (KernelInstaller.Installed() is not { } folder)
        {
            return new(false, "kernelspec", $"none of ours in {JupyterFolders.OfUser}", wayOut);
        }
        var missing = folder.Command.Take(2).FirstOrDefault(f => !File.Exists(f));
        return missing is null
            ? new(true, "kernelspec", folder.Path, "")
            : new(false, "kernelspec", $"{folder.Path} names {missing}, which is not there", "Build (dotnet build) and run: cluster kernel install");
    }

    private static KernelCheck Ports()
    {
        try
        {
            KernelClient.FreePorts(ConnectionFile.Channels.Length);
            return new(true, "ports", "five free ports on 127.0.0.1", "");
        }
        catch (SocketException e)
        {
            return new(false, "ports", e.Message, "Let programs listen on 127.0.0.1; a firewall or a sandbox may forbid it.");
        }
    }

    private static KernelCheck RoundTrip(ImmutableArray<string> command)
    {
        const string wayOut = "Please report it with this text.";
        var clock = Stopwatch.StartNew();
        using var client = new KernelClient(command, Path.GetTempPath());
        if (client.Ask("kernel_info_request", [], Patience) is null)
        {
            return new(false, "round trip", $"the kernel does not answer. {client.Log}".Trim(), wayOut);
        }
        var ready = clock.Elapsed;
        var text = client.Execute("1 + 1", Patience)?.Shown.FirstOrDefault(s => s.Type == "execute_result").Content;
        var result = text is { ValueKind: System.Text.Json.JsonValueKind.Object } content ? content.GetProperty("data").GetProperty("text/plain").GetString() : null;
        return result == "2"
            ? new(true, "round trip", string.Create(Invariant, $"ready after {ready.TotalSeconds:F1} s, 1 + 1 = 2 after {clock.Elapsed.TotalSeconds:F1} s"), "")
            : new(false, "round trip", $"1 + 1 gave {result ?? "nothing"}. {client.Log}".Trim(), wayOut);
    }
}
