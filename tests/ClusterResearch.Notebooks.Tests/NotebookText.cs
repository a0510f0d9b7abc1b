using System.Text.Json;

namespace ClusterResearch.Notebooks.Tests;

/// <summary>Makes small notebooks and folders for tests.</summary>
internal static class NotebookText
{
    public static string Of(params string[] codeCells) => Json([.. codeCells.Select(c => ("code", c))]);

    public static string Json(params (string Type, string Source)[] cells) =>
        JsonSerializer.Serialize(
            new
            {
                cells = cells.Select(
                    (c, i) =>
                        new
                        {
                            cell_type = c.Type,
                            id = "c" + (i + 1),
                            metadata = new { },
                            source = c.Source,
                        }
                ),
                metadata = new
                {
                    kernelspec = new
                    {
                        display_name = ".NET (C#)",
                        language = "C#",
                        name = ".net-csharp",
                    },
                },
                nbformat = 4,
                nbformat_minor = 5,
            }
        );
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cr-test-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
