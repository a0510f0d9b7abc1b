using System.Collections.Immutable;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary>Writes the report.</summary>
/// <param name="workspace">The project.</param>
/// <param name="runs">The executed notebooks in their order.</param>
/// <param name="outputFolder">The folder that becomes the report, absolute.</param>
/// <param name="singleFile">Whether every page must stand alone.</param>
internal delegate void SiteWriter(
    Workspace workspace,
    ImmutableArray<NotebookRun> runs,
    string outputFolder,
    bool singleFile
);

/// <summary>Hands executed notebooks to the publisher.</summary>
internal static class Site
{
    /// <inheritdoc cref="SiteWriter"/>
    public static void Write(
        Workspace workspace,
        ImmutableArray<NotebookRun> runs,
        string outputFolder,
        bool singleFile
    ) => throw new UsageException("Publishing is not wired in this build; cluster run works.");
}
