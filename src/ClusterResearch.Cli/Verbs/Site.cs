using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary>Writes the report.</summary>
/// <param name="workspace">The project.</param>
/// <param name="runs">The executed notebooks in their order.</param>
/// <param name="outputFolder">The folder that becomes the report, absolute.</param>
/// <param name="singleFile">Whether every page must stand alone.</param>
internal delegate void SiteWriter(Workspace workspace, ImmutableArray<NotebookRun> runs, string outputFolder, bool singleFile);

/// <summary>Hands executed notebooks to the publisher, with all that says where they come from.</summary>
internal static class Site
{
    /// <inheritdoc cref="SiteWriter"/>
    public static void Write(Workspace workspace, ImmutableArray<NotebookRun> runs, string outputFolder, bool singleFile)
    {
        var (title, subtitle) = Titles(workspace, runs);
        var notebooks = runs.Select(r => Published(workspace, r)).ToImmutableArray();
        var guides = workspace.Guides().Select(g => new PublishedNotebook(GuideFile.Read(g.Path, g.Name), "", [])).ToImmutableArray();
        SitePublisher.Publish(new SiteInput(title, subtitle, notebooks, Pedigree.Of(workspace.Root), singleFile) { Guides = guides }, outputFolder);
    }

    private static PublishedNotebook Published(Workspace workspace, NotebookRun run) =>
        new(
            run.Notebook,
            Encoding.UTF8.GetString(NotebookFile.ToBytes(run.Notebook)),
            [.. run.Files.Select(f => new FileHash(f.File, f.Sha256) { Content = Bytes(workspace, f) })]
        );

    /// <summary>Data of the project is offered for download; files from elsewhere are named only.</summary>
    private static ReadOnlyMemory<byte>? Bytes(Workspace workspace, DataFile file) =>
        Path.IsPathRooted(file.File) ? null : File.ReadAllBytes(Path.Combine(workspace.Root, file.File));

    /// <summary>The report bears the title of the first study that its notebooks opened.</summary>
    private static (string Title, string Subtitle) Titles(Workspace workspace, ImmutableArray<NotebookRun> runs)
    {
        var package = runs.SelectMany(r => r.Files).Select(f => f.File).FirstOrDefault(f => f.EndsWith("/datapackage.json", StringComparison.Ordinal));
        if (package is null)
        {
            return (Path.GetFileName(workspace.Root), "");
        }
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(workspace.Root, package)));
            var study = json.RootElement.GetProperty("study");
            return (Text(study, "title") ?? json.RootElement.GetProperty("title").GetString()!, Text(study, "subtitle") ?? "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A notebook may open a broken study on purpose, to show what is found in it.
            return (Path.GetFileName(workspace.Root), "");
        }

        static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
