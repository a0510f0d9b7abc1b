namespace ClusterResearch.Tables;

/// <summary>One column of a <see cref="Table"/>: what it is called, its unit, how its numbers are printed.</summary>
/// <param name="Key">Short name used as the header of CSV files: letters, digits, underscore.</param>
/// <param name="Title">What a reader sees.</param>
/// <param name="Unit">Unit of the numbers, e.g. <c>CNY/person</c>; null for text and for pure numbers.</param>
/// <param name="Decimals">Digits after the point when printed; values are kept unrounded. Null marks a text column.</param>
public sealed record Column(string Key, string Title, string? Unit = null, int? Decimals = null)
{
    /// <summary>Whether the column holds numbers.</summary>
    public bool IsNumber => Decimals is not null;

    /// <summary>A column of text.</summary>
    public static Column Text(string key, string title) => new(key, title);

    /// <summary>A column of numbers.</summary>
    public static Column Number(string key, string title, int decimals, string? unit = null) =>
        new(key, title, unit, decimals);
}
