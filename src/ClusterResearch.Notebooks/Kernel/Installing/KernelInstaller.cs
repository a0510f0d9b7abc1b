using System.Collections.Immutable;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Kernel.Installing;

/// <summary>What became of one kernelspec.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Title">The name that front ends show.</param>
/// <param name="Done">What was done: <c>installed</c>, <c>left alone</c>, <c>removed</c>, <c>not there</c>.</param>
public sealed record KernelspecChange(string Folder, string Title, string Done);

/// <summary>Registers the kernel with Jupyter and VS Code, and takes it back; needs no Python.</summary>
public static class KernelInstaller
{
    /// <summary>The name that front ends show for the kernel that is always ours.</summary>
    public const string OwnTitle = "C# (ClusterResearch)";

    private static readonly (string Name, string Title)[] Specs = [(Kernelspec.OwnName, OwnTitle), (Kernelspec.Name, Kernelspec.DisplayName)];

    /// <summary>Writes the kernelspecs: our own name always, the name that C# notebooks carry only where it is free.</summary>
    /// <param name="program">The command that starts the kernel.</param>
    /// <exception cref="FindingsException">Somebody else's kernel has our own name, or the program is not built (CR801x); nothing was written.</exception>
    public static ImmutableArray<KernelspecChange> Install(KernelProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        program.Check();
        var own = Folder(Kernelspec.OwnName);
        if (own.Exists && !own.IsOurs)
        {
            throw new FindingsException([KernelFindings.Foreign(own.Path)]);
        }
        return
        [
            .. Specs.Select(s =>
            {
                if (Foreign(s.Name) is { } other)
                {
                    return new KernelspecChange(other, s.Title, "left alone");
                }
                Folder(s.Name).Write(program, s.Title);
                return new KernelspecChange(Folder(s.Name).Path, s.Title, "installed");
            }),
        ];
    }

    /// <summary>Removes the kernelspecs that <see cref="Install"/> wrote, and no others.</summary>
    public static ImmutableArray<KernelspecChange> Uninstall() =>
        [
            .. Specs.Select(s =>
            {
                var folder = Folder(s.Name);
                if (folder.Exists && folder.IsOurs)
                {
                    folder.Delete();
                    return new KernelspecChange(folder.Path, s.Title, "removed");
                }
                return new KernelspecChange(folder.Path, s.Title, folder.Exists ? "left alone" : "not there");
            }),
        ];

    /// <summary>The kernelspec of our own name, where it is ours.</summary>
    internal static KernelspecFolder? Installed() => Folder(Kernelspec.OwnName) is { Exists: true, IsOurs: true } folder ? folder : null;

    private static KernelspecFolder Folder(string name) => new(Path.Combine(JupyterFolders.OfUser, name));

    /// <summary>Where somebody else's kernel of that name lies; null where the name is free or ours.</summary>
    private static string? Foreign(string name) =>
        JupyterFolders.OfMachine.Prepend(JupyterFolders.OfUser)
            .Select(f => new KernelspecFolder(Path.Combine(f, name)))
            .FirstOrDefault(f => f.Exists && !f.IsOurs)?.Path;
}
