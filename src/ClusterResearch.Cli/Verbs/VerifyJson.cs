using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterResearch.Verification;

namespace ClusterResearch.Cli.Verbs;

/// <summary>The result of <c>cluster verify --json</c>, for programs.</summary>
internal static class VerifyJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(VerificationReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("ok", report.IsSound);
            json.WriteString("summary", report.Summary);
            json.WriteStartArray("cases");
            foreach (var verdict in report.Cases)
            {
                Write(json, verdict);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, CaseVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("id", verdict.Id);
        json.WriteString("method", verdict.Method);
        json.WriteString("variant", verdict.Variant);
        json.WriteString("file", verdict.File);
        json.WriteString("status", verdict.Status);
        json.WriteString("peer", verdict.Peer);
        json.WriteString("outcome", verdict.Outcome switch { CaseOutcome.Passed => "passed", CaseOutcome.Failed => "failed", _ => "missing" });
        json.WriteNumber("values", verdict.Values);
        if (double.IsNaN(verdict.Digits))
        {
            json.WriteNull("digits");
        }
        else
        {
            json.WriteNumber("digits", Math.Round(verdict.Digits, 2));
        }
        json.WriteStartArray("differences");
        foreach (var difference in verdict.Differences)
        {
            json.WriteStringValue(difference);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
