using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;

namespace ClusterResearch.Cli.Verbs;

/// <summary>The result of <c>cluster run --json</c>, for programs.</summary>
internal static class RunJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ImmutableArray<TimedRun> runs, ImmutableArray<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteList(json, "notebooks", runs, Write);
            WriteList(json, "findings", findings, Write);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteList<T>(
        Utf8JsonWriter json,
        string name,
        IEnumerable<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TimedRun timed)
    {
        var run = timed.Run;
        json.WriteString("id", run.Notebook.Id);
        json.WriteString("file", run.Notebook.File);
        json.WriteBoolean("ok", run.Failure is null);
        json.WriteNumber("cells", run.Notebook.Cells.Count(c => c.Kind == CellKind.Code));
        json.WriteNumber("seconds", Math.Round(timed.Time.TotalSeconds, 3));
        WriteList(json, "files", run.Files, Write);
        if (run.Failure is { } failure)
        {
            json.WriteStartObject("failure");
            Write(json, failure);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("failure");
        }
    }

    private static void Write(Utf8JsonWriter json, DataFile file)
    {
        json.WriteString("file", file.File);
        json.WriteString("sha256", file.Sha256);
    }

    private static void Write(Utf8JsonWriter json, NotebookFailure failure)
    {
        json.WriteNumber("cell", failure.Cell);
        json.WriteNumber("line", failure.Cause.Line);
        json.WriteNumber("column", failure.Cause.Column);
        json.WriteString("code", failure.Cause.CodeLine);
        json.WriteString("name", failure.Cause.Name);
        json.WriteString("message", failure.Cause.Message);
        json.WriteStartArray("traceback");
        foreach (var line in failure.Cause.Traceback)
        {
            json.WriteStringValue(line);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code.Id);
        json.WriteString("name", finding.Code.Name);
        json.WriteString("file", finding.File);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteString("found", finding.Found);
        json.WriteString("expected", finding.Expected);
        json.WriteString("wayOut", finding.WayOut);
    }
}
