using ClusterResearch.Data;

namespace ClusterResearch.Indexing;

/// <summary>What an index is made of: its tree, the panel it is measured on, and the years it is meant for.</summary>
/// <param name="Tree">The index system.</param>
/// <param name="Panel">The figures.</param>
/// <param name="Period">The years stated in the data package: those in which the variables exist.</param>
public sealed record IndexDesign(IndexTree Tree, Panel Panel, Period Period);
