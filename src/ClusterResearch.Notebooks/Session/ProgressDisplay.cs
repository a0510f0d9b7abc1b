using System.Diagnostics;
using System.Net;
using ClusterResearch.Rendering;

namespace ClusterResearch.Notebooks.Session;

/// <summary>How far a long computation has come, shown below the cell and updated in place.</summary>
/// <remarks>At most ten updates a second are sent; the end is always shown, so a finished run always looks the same.</remarks>
/// <example><code>foreach (var draw in progress(draws, "Draws")) { … }</code></example>
public sealed class ProgressDisplay : IProgress<double>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string title;
    private readonly double total;
    private readonly Lock gate = new();
    private readonly DisplayHandle handle;
    private long shown = Stopwatch.GetTimestamp();

    internal ProgressDisplay(string title, double total, Func<object, DisplayHandle> display)
    {
        (this.title, this.total) = (title, total);
        handle = display(new ProgressBar(title, 0, total));
    }

    /// <summary>Shows how much is done.</summary>
    /// <param name="value">From 0 to the total; may be called from any thread.</param>
    public void Report(double value)
    {
        lock (gate)
        {
            if (value < total && Stopwatch.GetElapsedTime(shown) < Pause)
            {
                return;
            }
            shown = Stopwatch.GetTimestamp();
            handle.Update(new ProgressBar(title, value, total));
        }
    }
}

/// <summary>One state of a progress display.</summary>
/// <param name="Title">What is computed.</param>
/// <param name="Done">How much is done.</param>
/// <param name="Total">How much there is to do.</param>
internal sealed record ProgressBar(string Title, double Done, double Total) : IRichOutput
{
    public IReadOnlyList<string> MimeTypes => [MimeType.Html, MimeType.Text];

    public string Render(string mimeType) =>
        mimeType == MimeType.Text
            ? $"{Title}: {State}"
            : string.Create(
                Invariant,
                $"<label>{WebUtility.HtmlEncode(Title)} <progress value=\"{Share:R}\" max=\"1\"></progress> {State}</label>"
            );

    private double Share => Total > 0 ? Math.Clamp(Done / Total, 0, 1) : 1;

    private string State => Total == 1 ? string.Create(Invariant, $"{100 * Share:0} %") : string.Create(Invariant, $"{Done:0.##} of {Total:0.##}");
}
