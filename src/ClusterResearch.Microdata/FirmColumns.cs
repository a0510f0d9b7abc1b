namespace ClusterResearch.Microdata;

/// <summary>Which columns of a file of firms hold what.</summary>
/// <param name="Region">The region of the firm.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="Size">Its size in whole numbers, e.g. employees.</param>
public sealed record FirmColumns(string Region, string Industry, string Size);
