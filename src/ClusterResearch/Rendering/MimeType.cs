namespace ClusterResearch.Rendering;

/// <summary>The MIME types that results render to.</summary>
public static class MimeType
{
    /// <summary>Plain text: always offered.</summary>
    public const string Text = "text/plain";

    /// <summary>A fragment of HTML with everything from data escaped.</summary>
    public const string Html = "text/html";

    /// <summary>Markdown, for computed sentences.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>A plotly figure, drawn by VS Code and JupyterLab.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A <see cref="Tables.Table"/> as JSON; the published page draws it and offers it as CSV and XLSX.</summary>
    public const string Table = "application/vnd.clusterresearch.table+json";

    /// <summary>A figure with title, note, alternative text and the table behind it, for the published page.</summary>
    public const string Figure = "application/vnd.clusterresearch.figure+json";
}
