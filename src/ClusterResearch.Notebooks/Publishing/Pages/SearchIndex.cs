using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClusterResearch.Notebooks.Publishing.Pages;

/// <summary>What the search box finds: a script, because pages opened from disk may not fetch files.</summary>
internal static class SearchIndex
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The index as a script: for each place its address, page, heading and words.</summary>
    /// <param name="notebooks">The notebooks to be found.</param>
    /// <param name="inside">Whether the index serves one page only, so that addresses are anchors.</param>
    public static string Script(IEnumerable<NotebookBody> notebooks, bool inside)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Compact))
        {
            json.WriteStartArray();
            foreach (var notebook in notebooks)
            {
                Write(json, notebook, inside ? "" : notebook.Page);
            }
            json.WriteEndArray();
        }
        return $"window.clusterSearch = {Html.Json(Encoding.UTF8.GetString(stream.ToArray()))};\n";
    }

    private static void Write(Utf8JsonWriter json, NotebookBody notebook, string page)
    {
        foreach (var section in notebook.Sections.Where(s => s.Heading.Length > 0 || s.Words.Count > 0))
        {
            var anchor = section.Anchor.Length > 0 ? section.Anchor : "main";
            Entry(anchor, section.Heading, string.Join(' ', section.Words));
        }
        foreach (var exhibit in notebook.Exhibits)
        {
            Entry(exhibit.Id, string.Create(Invariant, $"{exhibit.Kind} {exhibit.Number}. {exhibit.Title}"), exhibit.Words);
        }

        void Entry(string anchor, string heading, string words)
        {
            json.WriteStartArray();
            json.WriteStringValue($"{page}#{Uri.EscapeDataString(anchor)}");
            json.WriteStringValue(notebook.Title);
            json.WriteStringValue(heading);
            json.WriteStringValue(words);
            json.WriteEndArray();
        }
    }
}
