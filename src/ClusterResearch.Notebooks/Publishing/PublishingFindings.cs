using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Publishing.Prose.Tex;

namespace ClusterResearch.Notebooks.Publishing;

/// <summary>What publishing refuses, and in which words. Cells count from 1; lines and columns are those of the cell.</summary>
internal static class PublishingFindings
{
    private static readonly FindingCode Formula = new("CR4201", "formula");
    private static readonly FindingCode Picture = new("CR4202", "picture");
    private static readonly FindingCode Open = new("CR4203", "open-formula");
    private static readonly FindingCode FailedCell = new("CR4211", "failed-cell");
    private static readonly FindingCode BrokenOutput = new("CR4212", "broken-output");
    private static readonly FindingCode ExternalRequest = new("CR4213", "external-request");
    private static readonly FindingCode NotebookName = new("CR4214", "notebook-name");
    private static readonly FindingCode ForeignFolder = new("CR4301", "foreign-folder");
    private static readonly FindingCode ForeignFile = new("CR4302", "foreign-file");
    private static readonly FindingCode FolderInUse = new("CR4303", "folder-in-use");

    public static Finding InFormula(CellPlace place, int line, int column, TexFault fault) =>
        new(Formula, place.File, line, column, $"{fault.Message} in a formula of {place.Cell}", fault.Expected, fault.WayOut);

    public static Finding InPicture(CellPlace place, int line, int column, string url) =>
        new(
            Picture, place.File, line, column,
            $"a picture from “{url}” in {place.Cell}",
            "a picture that is part of the notebook",
            "draw it in a cell, or embed it as data:image/png;base64,…"
        );

    public static Finding OpenFormula(CellPlace place, int line, int column) =>
        new(
            Open, place.File, line, column,
            $"$$ that opens a formula in {place.Cell} and is never closed",
            "$$ before a formula at the start of a line and after it at the end of one",
            "close the formula, or write \\$ for a dollar sign"
        );

    public static Finding Failed(CellPlace place, CellOutput.Failure failure) =>
        new(
            FailedCell, place.File, 0, 0,
            $"{failure.Name} in {place.Cell}: {failure.Message}",
            "cells that ran to their end",
            "mend the cell and run the notebook again; nothing was written"
        );

    public static Finding Broken(CellPlace place, string mimeType, string message) =>
        new(
            BrokenOutput, place.File, 0, 0,
            $"{mimeType} in {place.Cell} that cannot be read: {message}",
            "the JSON that tables and figures render to",
            "run the notebook again with this version"
        );

    public static Finding External(CellPlace place, string address) =>
        new(
            ExternalRequest, place.File, 0, 0,
            $"HTML in {place.Cell} that loads “{address}”",
            "pages that need no network",
            "put what is loaded into the HTML itself"
        );

    public static Finding Name(Notebook notebook, string expected) =>
        new(NotebookName, notebook.File, 0, 0, $"the notebook name “{notebook.Id}”", expected, "rename the notebook");

    public static Finding Foreign(string folder) =>
        new(
            ForeignFolder, folder, 0, 0,
            "a folder with files in it that is not a report",
            "a new or empty folder, or a former report",
            "choose another folder with --output"
        );

    public static Finding ForeignIn(string folder, string file) =>
        new(
            ForeignFile, folder, 0, 0,
            $"“{file}”, which the former report did not write",
            "nothing but the former report, because it is replaced as a whole",
            "move the file elsewhere"
        );

    public static Finding InUse(string folder, string message) =>
        new(
            FolderInUse, folder, 0, 0,
            $"a folder that cannot be replaced: {message}",
            "a folder that can be written and that no other program holds",
            "close what holds it, or choose another folder with --output; a former report is untouched"
        );
}

/// <summary>The cell that a finding is about.</summary>
/// <param name="File">The notebook's file.</param>
/// <param name="Number">The cell's number in the notebook, from 1.</param>
internal readonly record struct CellPlace(string File, int Number)
{
    public string Cell => string.Create(Invariant, $"cell {Number}");
}
