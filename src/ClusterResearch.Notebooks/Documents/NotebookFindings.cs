using ClusterResearch.Findings;

namespace ClusterResearch.Notebooks.Documents;

/// <summary>The wording of everything that can be wrong with a notebook file.</summary>
internal static class NotebookFindings
{
    public static readonly FindingCode Missing = new("CR4001", "missing-notebook");
    public static readonly FindingCode BadJson = new("CR4002", "bad-json");
    public static readonly FindingCode NotNotebook = new("CR4003", "not-a-notebook");
    public static readonly FindingCode UnknownKernel = new("CR4004", "unknown-kernel");
    public static readonly FindingCode MissingId = new("CR4005", "missing-cell-id");
    public static readonly FindingCode DuplicateId = new("CR4006", "duplicate-cell-id");
    public static readonly FindingCode UnknownCellType = new("CR4007", "unknown-cell-type");
    public static readonly FindingCode ForeignMetadata = new("CR4008", "foreign-metadata");

    /// <summary>Whether <c>clean</c> mends this by writing the notebook anew.</summary>
    public static bool IsMendedByClean(Finding finding) =>
        finding.Code == MissingId || finding.Code == DuplicateId || finding.Code == ForeignMetadata;

    public static Finding NoFile(string file) =>
        new(
            Missing,
            file,
            0,
            0,
            "no such file",
            "a notebook (.ipynb)",
            "Check the path; the notebooks lie in notebooks/."
        );

    public static Finding NotJson(string file, (int Line, int Column) at, string found) =>
        new(
            BadJson,
            file,
            at.Line,
            at.Column,
            found,
            "valid JSON in UTF-8",
            "Open the file as text at this place and mend it, or take back its last committed version."
        );

    public static Finding Shape(string file, (int Line, int Column) at, string found, string expected) =>
        new(
            NotNotebook,
            file,
            at.Line,
            at.Column,
            found,
            expected,
            "Open the notebook in VS Code or Jupyter and save it again."
        );

    public static Finding Kernel(string file, (int Line, int Column) at, string? name) =>
        new(
            UnknownKernel,
            file,
            at.Line,
            at.Column,
            name is null ? "no kernel" : $"kernel '{name}'",
            $"kernel '{Kernelspec.Name}' (C#)",
            $"Choose the kernel \"{Kernelspec.DisplayName}\" in VS Code or Jupyter and save; cells of other languages do not run here."
        );

    public static Finding NoId(string file, (int Line, int Column) at, int cell) =>
        new(
            MissingId,
            file,
            at.Line,
            at.Column,
            string.Create(Invariant, $"cell {cell} has no id"),
            "an id for every cell",
            Clean(file)
        );

    public static Finding SameId(string file, (int Line, int Column) at, int cell, string id) =>
        new(
            DuplicateId,
            file,
            at.Line,
            at.Column,
            string.Create(Invariant, $"cell {cell} has the id '{id}' of an earlier cell"),
            "an id of its own for every cell",
            Clean(file)
        );

    public static Finding CellType(string file, (int Line, int Column) at, int cell, string? type) =>
        new(
            UnknownCellType,
            file,
            at.Line,
            at.Column,
            string.Create(Invariant, $"cell {cell} has the type '{type ?? "none"}'"),
            "the type 'markdown' or 'code'",
            "Turn the cell into prose or code in VS Code or Jupyter."
        );

    public static Finding Foreign(string file, (int Line, int Column) at, string key) =>
        new(
            ForeignMetadata,
            file,
            at.Line,
            at.Column,
            $"metadata '{key}' of Polyglot Notebooks",
            "metadata that every editor understands",
            Clean(file)
        );

    private static string Clean(string file) => $"cluster clean {file}";
}
