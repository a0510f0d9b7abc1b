using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Kernel.Installing;

/// <summary>Where Jupyter and VS Code look for kernels; the same rules as theirs, without Python.</summary>
internal static class JupyterFolders
{
    /// <summary>The user's own folder of kernels.</summary>
    public static string OfUser =>
        Path.Combine(
            Named("JUPYTER_DATA_DIR")
                ?? (
                    OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                    : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
                    : Path.Combine(Named("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter")
                ),
            "kernels"
        );

    /// <summary>The folders of kernels that all users of the machine see.</summary>
    public static ImmutableArray<string> OfMachine =>
        [
            .. (Named("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Concat(
                    OperatingSystem.IsWindows()
                        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
                        : ["/usr/local/share/jupyter", "/usr/share/jupyter"]
                )
                .Select(f => Path.Combine(f, "kernels")),
        ];

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder : null;
}
