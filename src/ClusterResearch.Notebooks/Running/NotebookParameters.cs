using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;

namespace ClusterResearch.Notebooks.Running;

/// <summary>Gives variables of a notebook other values from outside.</summary>
/// <remarks>
/// A parameter becomes <c>var name = value;</c> in a cell of its own: directly behind the last cell that declares the
/// name at the start of a line (its default), or before the first cell where none does. So the cell that declares a
/// default should hold nothing that uses it. A value that reads as a whole number, a number or <c>true</c>/<c>false</c>
/// becomes that, everything else a text; quotes make a text of a number: <c>--param year='"2020"'</c>.
/// </remarks>
public static class NotebookParameters
{
    /// <summary>The id of the cell that holds the values.</summary>
    public const string CellId = "injected-parameters";

    private static readonly FindingCode UnknownParameter = new("CR4013", "unknown-parameter");
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The notebook with a cell that sets the values; the notebook itself where there are none.</summary>
    /// <exception cref="FindingsException">A name occurs in no cell.</exception>
    public static Notebook Apply(Notebook notebook, ImmutableSortedDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return notebook;
        }
        var unknown = values
            .Keys.Where(name => !notebook.Cells.Any(c => Mentions(c, name)))
            .Select(n => Unknown(notebook, n))
            .ToArray();
        if (unknown.Length > 0)
        {
            throw new FindingsException(unknown);
        }
        notebook = notebook with { Cells = notebook.Cells.RemoveAll(c => c.Id == CellId) };
        var at = values.Keys.Max(name => IndexOfLast(notebook, c => Declares(c, name))) + 1;
        var code = string.Join("\n", values.Select(v => $"var {v.Key} = {Literal(v.Value)};"));
        return notebook with { Cells = notebook.Cells.Insert(at, new Cell(CellId, CellKind.Code, code)) };
    }

    /// <summary>The value as C#.</summary>
    internal static string Literal(string value)
    {
        if (
            value is "true" or "false"
            || int.TryParse(value, NumberStyles.AllowLeadingSign, Invariant, out _)
        )
        {
            return value;
        }
        if (double.TryParse(value, NumberStyles.Float, Invariant, out var number) && double.IsFinite(number))
        {
            return number.ToString("R", Invariant) + "d";
        }
        var isQuoted = value.Length >= 2 && value.StartsWith('"') && value.EndsWith('"');
        return "\"" + JsonEncodedText.Encode(isQuoted ? value[1..^1] : value) + "\"";
    }

    private static int IndexOfLast(Notebook notebook, Func<Cell, bool> predicate) =>
        notebook.Cells.Select((c, i) => predicate(c) ? i : -1).DefaultIfEmpty(-1).Max();

    private static bool Mentions(Cell cell, string name) =>
        cell.Kind == CellKind.Code
        && Regex.IsMatch(cell.Source, $@"\b{Regex.Escape(name)}\b", RegexOptions.None, RegexTimeout);

    private static bool Declares(Cell cell, string name) =>
        cell.Kind == CellKind.Code
        && Regex.IsMatch(
            cell.Source,
            $@"^[\w.<>\[\]?]+[ \t]+{Regex.Escape(name)}[ \t]*=[^=]",
            RegexOptions.Multiline,
            RegexTimeout
        );

    private static Finding Unknown(Notebook notebook, string name) =>
        new(
            UnknownParameter,
            notebook.File,
            0,
            0,
            $"no cell uses the name '{name}'",
            "the name of a variable of the notebook",
            "Check the spelling of --param; give the variable its default in a cell of its own."
        );
}
