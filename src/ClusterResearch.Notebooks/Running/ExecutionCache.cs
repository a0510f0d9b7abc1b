using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Running;

/// <summary>Keeps what notebooks showed, so that unchanged ones need not run again.</summary>
/// <remarks>
/// An entry counts only while the key is the same (code, assemblies, parameters) and every data file that was read still
/// has its hash and its folder the same files. Outputs are joined to the current notebook by the order of code cells,
/// so prose may change freely. One entry per notebook; a damaged one is as none.
/// </remarks>
/// <param name="workspace">The project.</param>
public sealed class ExecutionCache(Workspace workspace)
{
    /// <summary>What an entry is kept under. Taken before a run: a file that changes during the run must not count as having run.</summary>
    public string KeyOf(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return CacheKey.Of(notebook, Path.GetDirectoryName(Path.Combine(workspace.Root, notebook.File))!);
    }

    /// <summary>The notebook with the outputs of an earlier run, or null where it has to run.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="key">Its <see cref="KeyOf"/>.</param>
    public NotebookRun? Find(Notebook notebook, string key)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var code = notebook.Cells.Count(c => c.Kind == CellKind.Code);
        return
            Read(notebook.Id) is { } entry
            && entry.Cells.Length == code
            && entry.Key == key
            && entry.Files.All(f => HashOfFile(f.File) == f.Sha256)
            && entry.Folders.All(f => HashOfFolder(f.File) == f.Sha256)
            ? new NotebookRun(Join(notebook, entry.Cells), entry.Files, null, IsCached: true)
            : null;
    }

    /// <summary>Keeps a run that succeeded; a reader never sees half an entry.</summary>
    /// <param name="run">The run.</param>
    /// <param name="key">The <see cref="KeyOf"/> of the notebook before it ran.</param>
    public void Store(NotebookRun run, string key)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.Failure is not null)
        {
            return;
        }
        var folders = run
            .Files.Select(f => Path.GetDirectoryName(f.File)!.Replace('\\', '/'))
            .Distinct(StringComparer.Ordinal);
        var entry = new CacheEntry(
            key,
            run.Files,
            [.. folders.Select(f => new DataFile(f, HashOfFolder(f)))],
            [.. run.Notebook.Cells.Where(c => c.Kind == CellKind.Code).Select(c => c.Outputs)]
        );
        Write(PathOf(run.Notebook.Id), entry);
    }

    private void Write(string path, CacheEntry entry)
    {
        try
        {
            Directory.CreateDirectory(workspace.CacheFolder);
            File.WriteAllBytes(
                path + ".tmp",
                JsonSerializer.SerializeToUtf8Bytes(entry, CacheJson.Default.CacheEntry)
            );
            File.Move(path + ".tmp", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The results are there; that they cannot be kept, or that another run keeps them just now, is no failure.
        }
    }

    private string PathOf(string id) => Path.Combine(workspace.CacheFolder, id + ".json");

    private CacheEntry? Read(string id)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(id)), CacheJson.Default.CacheEntry);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private string HashOfFile(string name)
    {
        var path = Path.Combine(workspace.Root, name);
        return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";
    }

    /// <summary>A file that is new beside those that were read may be one that would be read now.</summary>
    private string HashOfFolder(string name)
    {
        var path = Path.Combine(workspace.Root, name);
        var names = Directory.Exists(path)
            ? Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName)
            : [];
        var text = string.Join('\n', names.Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static Notebook Join(Notebook notebook, ImmutableArray<ImmutableArray<CellOutput>> outputs)
    {
        var (index, number) = (0, 0);
        return notebook with
        {
            Cells = [.. notebook.Cells.Select(c => c.Kind == CellKind.Code ? Filled(c) : c)],
        };

        Cell Filled(Cell cell) =>
            cell with
            {
                Outputs = [.. outputs[index++].Select(Ordinal)],
                ExecutionCount = cell.Id == NotebookParameters.CellId ? 0 : ++number,
            };
    }

    /// <summary>JSON does not know in which order the types were.</summary>
    private static CellOutput Ordinal(CellOutput output) =>
        output is CellOutput.Display display
            ? display with
            {
                Data = display.Data.WithComparers(StringComparer.Ordinal, StringComparer.Ordinal),
            }
            : output;
}

/// <summary>One run as it is kept.</summary>
/// <param name="Key">See <see cref="CacheKey"/>.</param>
/// <param name="Files">The data files that were read.</param>
/// <param name="Folders">The folders they lie in, with a hash of the names there.</param>
/// <param name="Cells">The outputs of each code cell.</param>
internal sealed record CacheEntry(
    string Key,
    ImmutableArray<DataFile> Files,
    ImmutableArray<DataFile> Folders,
    ImmutableArray<ImmutableArray<CellOutput>> Cells
);

/// <summary>Reads and writes entries without reflection: an unchanged report must be quick.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CacheEntry))]
internal sealed partial class CacheJson : JsonSerializerContext;
