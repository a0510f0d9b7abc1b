namespace ClusterResearch.Notebooks.Session;

/// <summary>The functions that every cell has; their names are those of other C# kernels.</summary>
public sealed class CellGlobals
{
    private int displays;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Anything; results show as tables and figures, other values as text.</param>
    /// <returns>A handle that replaces what was shown.</returns>
    /// <example><code>var d = display("0 %"); d.Update("100 %");</code></example>
#pragma warning disable IDE1006 // Cells call these under the names that they have in every C# kernel.
    public DisplayHandle display(object? value)
    {
        var id = string.Create(Invariant, $"display-{Interlocked.Increment(ref displays)}");
        CellScope.Current?.Sink?.Display(id, ValueFormatter.FormatAny(value));
        return new DisplayHandle(id);
    }

    /// <summary>HTML to be shown with <see cref="display"/> or as a cell's last expression.</summary>
    public HtmlText HTML(string html) => new(html);
#pragma warning restore IDE1006
}

/// <summary>Something that was shown and can be replaced.</summary>
public sealed class DisplayHandle
{
    private readonly string id;

    internal DisplayHandle(string id) => this.id = id;

    /// <summary>Replaces what was shown, in the place where it was shown.</summary>
    public void Update(object? value) => CellScope.Current?.Sink?.Update(id, ValueFormatter.FormatAny(value));
}
