using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Gets packages with the SDK's own <c>dotnet restore</c>, from the feeds that hold for the notebook's folder.</summary>
/// <param name="folder">The notebook's folder; its nuget.config counts, and those above it.</param>
internal sealed class PackageRestore(string folder)
{
    private const string AssetsFile = "project.assets.json";
    private static readonly Dictionary<string, string> Natives = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Lock Gate = new();
    private static bool resolves;

    private readonly SortedDictionary<string, string> chosen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets packages in addition to those of earlier cells.</summary>
    /// <returns>The assemblies to be referenced.</returns>
    /// <exception cref="PackageException">A package cannot be had; the message says which and why.</exception>
    public ImmutableArray<string> Add(IReadOnlyList<PackageRequest> requests, CancellationToken stop)
    {
        var wanted = new SortedDictionary<string, string>(chosen, StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests)
        {
            if (chosen.TryGetValue(request.Name, out var loaded) && request.Version.Length > 0 && loaded != request.Version)
            {
                throw new PackageException(request.Line, $"{request.Name} {loaded} is loaded already; restart the kernel to use {request.Version}.");
            }
            wanted[request.Name] = request.Version.Length > 0 ? request.Version : loaded ?? "*";
        }
        var assets = Assets(wanted, requests[0].Line, stop);
        foreach (var (name, version) in wanted)
        {
            chosen[name] = version;
        }
        return Assemblies(assets);
    }

    private string Assets(SortedDictionary<string, string> wanted, int line, CancellationToken stop)
    {
        var key = folder + "\n" + string.Join('\n', wanted.Select(p => $"{p.Key} {p.Value}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        var project = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "cluster-packages", hash)).FullName;
        var assets = Path.Combine(project, "obj", AssetsFile);
        if (!File.Exists(assets) || !AreThere(assets))
        {
            Directory.Delete(project, recursive: true);
            WriteProject(project, wanted);
            Restore(project, line, stop);
        }
        return assets;
    }

    private static bool AreThere(string assets)
    {
        try
        {
            return Assemblies(assets).All(File.Exists);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return false;
        }
    }

    private void WriteProject(string project, SortedDictionary<string, string> wanted)
    {
        Directory.CreateDirectory(project);
        // What lies above the folder for temporary files must not have a say.
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(project, file), "<Project/>");
        }
        new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", string.Create(Invariant, $"net{Environment.Version.Major}.0")),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestoreRootConfigDirectory", folder)
            ),
            new XElement("ItemGroup", wanted.Select(p => new XElement("PackageReference", new XAttribute("Include", p.Key), new XAttribute("Version", p.Value.Contains('*', StringComparison.Ordinal) ? p.Value : $"[{p.Value}]"))))
        ).Save(Path.Combine(project, "packages.csproj"));
    }

    private static void Restore(string project, int line, CancellationToken stop)
    {
        var start = new ProcessStartInfo(DotnetHost.Program) { WorkingDirectory = project, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in (string[])["restore", "packages.csproj", "--nologo", "-v", "q"])
        {
            start.ArgumentList.Add(word);
        }
        using var process = Process.Start(start)!;
        using var killer = stop.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            // It would be taken for a success the next time.
            Directory.Delete(project, recursive: true);
            throw new PackageException(line, $"The packages cannot be had. {Reason(output + errors.Result)} Without a network only packages that were used before are to be had.");
        }
    }

    /// <summary>The first error in NuGet's words, without the paths around it.</summary>
    private static string Reason(string output) =>
        output.Split('\n').Select(l => l.Split(" error ")).FirstOrDefault(l => l.Length > 1)?[1].Split(" [")[0].Trim() is { Length: > 0 } reason ? reason : "NuGet gives no reason.";

    private static ImmutableArray<string> Assemblies(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = json.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        var target = root.GetProperty("targets").EnumerateObject().MaxBy(t => t.Name.Length).Value;
        foreach (var native in Files("native"))
        {
            lock (Gate)
            {
                Natives.TryAdd(Path.GetFileName(native), native);
            }
        }
        ResolveNatives();
        return [.. Files("runtime").Where(f => HostAssemblies.Find(Path.GetFileNameWithoutExtension(f)) is null)];

        IEnumerable<string> Files(string kind) =>
            from library in target.EnumerateObject()
            where library.Value.TryGetProperty(kind, out _)
            from file in library.Value.GetProperty(kind).EnumerateObject()
            where !file.Name.EndsWith("_._", StringComparison.Ordinal)
            let path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!
            select folders.Select(f => Path.Combine(f, path, file.Name)).FirstOrDefault(File.Exists) ?? Path.Combine(folders[0], path, file.Name);
    }

    /// <summary>Tells assemblies that load from now on where the machine code of packages lies.</summary>
    private static void ResolveNatives()
    {
        lock (Gate)
        {
            if (resolves || Natives.Count == 0)
            {
                return;
            }
            resolves = true;
        }
        AppDomain.CurrentDomain.AssemblyLoad += (_, e) =>
        {
            try
            {
                NativeLibrary.SetDllImportResolver(e.LoadedAssembly, Load);
            }
            catch (InvalidOperationException)
            {
                // It has a way of its own.
            }
        };
    }

    private static nint Load(string name, Assembly assembly, DllImportSearchPath? search)
    {
        string[] names = [name, $"{name}.dll", $"{name}.so", $"lib{name}.so", $"{name}.dylib", $"lib{name}.dylib"];
        lock (Gate)
        {
            return names.FirstOrDefault(Natives.ContainsKey) is { } found ? NativeLibrary.Load(Natives[found]) : 0;
        }
    }
}

/// <summary>A package cannot be had.</summary>
/// <param name="line">The line that asks for it.</param>
/// <param name="message">Which, and why.</param>
internal sealed class PackageException(int line, string message) : Exception(message)
{
    /// <summary>The line that asks for it.</summary>
    public int Line => line;
}
