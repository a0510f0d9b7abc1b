namespace ClusterResearch.Notebooks.Session;

/// <summary>The functions that every cell has; their names are those of other C# kernels.</summary>
public sealed class CellGlobals
{
    private int displays;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Anything; results show as tables and figures, other values as text.</param>
    /// <returns>A handle that replaces what was shown.</returns>
    /// <example><code>var d = display("0 %"); d.Update("100 %");</code></example>
#pragma warning disable IDE1006, CA1707 // Cells call these under the names that they have in every kernel.
    public DisplayHandle display(object? value)
    {
        var id = string.Create(Invariant, $"display-{Interlocked.Increment(ref displays)}");
        CellScope.Current?.Sink?.Display(id, ValueFormatter.FormatAny(value));
        return new DisplayHandle(id);
    }

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Whether to wait for the next output, so that nothing flickers.</param>
    public void clear_output(bool wait = false) => CellScope.Current?.Sink?.Clear(wait);

    /// <summary>A progress display for a computation that says itself how far it is.</summary>
    /// <param name="title">What is computed.</param>
    /// <param name="total">The number that means the end; 1 shows per cent.</param>
    public ProgressDisplay progress(string title, double total = 1) => new(title, total, display);

    /// <summary>The items one by one, with a progress display.</summary>
    /// <param name="items">What is worked on.</param>
    /// <param name="title">What is computed.</param>
    public IEnumerable<T> progress<T>(IEnumerable<T> items, string title)
    {
        var all = items as IReadOnlyCollection<T> ?? [.. items];
        var (bar, done) = (progress(title, all.Count), 0);
        foreach (var item in all)
        {
            yield return item;
            bar.Report(++done);
        }
    }

    /// <summary>HTML to be shown with <see cref="display"/> or as a cell's last expression.</summary>
    public HtmlText HTML(string html) => new(html);
#pragma warning restore IDE1006, CA1707
}

/// <summary>Something that was shown and can be replaced.</summary>
public sealed class DisplayHandle
{
    private readonly string id;

    internal DisplayHandle(string id) => this.id = id;

    /// <summary>Replaces what was shown, in the place where it was shown.</summary>
    public void Update(object? value) => CellScope.Current?.Sink?.Update(id, ValueFormatter.FormatAny(value));
}
