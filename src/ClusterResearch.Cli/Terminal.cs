namespace ClusterResearch.Cli;

/// <summary>Where a command reads its folder from and writes to.</summary>
/// <param name="Out">Takes results.</param>
/// <param name="Error">Takes what went wrong.</param>
/// <param name="Folder">The folder in which the command was given.</param>
/// <param name="IsInteractive">Whether a person watches: progress bars instead of lines.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, string Folder, bool IsInteractive)
{
    public static Terminal OfProcess() =>
        new(
            Console.Out,
            Console.Error,
            Directory.GetCurrentDirectory(),
            !Console.IsOutputRedirected && !Console.IsErrorRedirected
        );

    /// <summary>A path as short as it can be written from the terminal's folder.</summary>
    public string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Folder, path);
        return (relative.Length < path.Length ? relative : path).Replace('\\', '/');
    }
}
