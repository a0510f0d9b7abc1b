namespace ClusterResearch.Notebooks.Session;

/// <summary>Runs the file of an <c>#!import</c> line, and the files it imports in turn.</summary>
/// <param name="folder">The folder from which the cell's imports count.</param>
/// <param name="sources">Notes the files' code for error texts.</param>
/// <param name="submit">Runs code under a path.</param>
internal sealed class CsxImport(string folder, SourceLines sources, Func<string, string, CellFailure?> submit)
{
    private readonly HashSet<string> active = new(StringComparer.Ordinal);

    /// <summary>Runs an import of a cell; a failure names the cell's line first, then the file's.</summary>
    public CellFailure? Run(CellDirective import, CellRun cell) => Run(import, folder, cell.Path);

    private CellFailure? Run(CellDirective import, string from, string importer)
    {
        var path = Path.GetFullPath(Path.Combine(from, import.Argument));
        if (!active.Add(path))
        {
            return Fail(import, importer, $"{import.Argument} imports itself.");
        }
        if (!File.Exists(path))
        {
            return Fail(
                import,
                importer,
                $"There is no file {import.Argument}; the path counts from the folder of the file that names it."
            );
        }
        var failure = RunFile(path, import.Argument);
        active.Remove(path);
        return failure is null ? null : Within(failure, import, importer, sources.Place(path, failure.Line));
    }

    private CellFailure? RunFile(string path, string name)
    {
        var code = File.ReadAllText(path).ReplaceLineEndings("\n");
        sources.Add(path, name, code);
        var plan = CellPlan.Of(code);
        if (plan.Refused is { } refused)
        {
            return Fail(refused, path, MagicHelp.For(refused));
        }
        return plan
            .Steps.Select(s =>
                s.Import is { } inner ? Run(inner, Path.GetDirectoryName(path)!, path) : submit(s.Code, path)
            )
            .FirstOrDefault(f => f is not null);
    }

    private CellFailure Fail(CellDirective at, string path, string message) =>
        CellFailure.At(
            "ImportError",
            message,
            sources.Place(path, at.Line),
            at.Line,
            sources.Line(path, at.Line)
        );

    private CellFailure Within(CellFailure failure, CellDirective import, string importer, string place)
    {
        var code = sources.Line(importer, import.Line);
        return failure with
        {
            Message = $"{place}: {failure.Message}",
            Line = import.Line,
            Column = 0,
            CodeLine = code,
            Traceback = failure.Traceback.Insert(0, $"{sources.Place(importer, import.Line)}: {code.Trim()}"),
        };
    }
}
