using System.Collections.Immutable;

namespace ClusterResearch.Data;

/// <summary>What a study's <c>datapackage.json</c> says (Frictionless Data Package, with units, roles and the study's cities).</summary>
/// <param name="Name">Short name.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="TitleZh">Title in Chinese.</param>
/// <param name="Focus">The city the study is about.</param>
/// <param name="StudyCities">The cities it is compared with, the focus among them.</param>
/// <param name="CityPositions">Where each of these names stands.</param>
/// <param name="Resources">The files.</param>
internal sealed record DataPackage(
    string Name,
    string TitleEn,
    string TitleZh,
    string Focus,
    ImmutableArray<string> StudyCities,
    Dictionary<string, (int Line, int Column)> CityPositions,
    ImmutableArray<Resource> Resources
);

/// <summary>One file of a data package.</summary>
/// <param name="Name">The name code calls it by.</param>
/// <param name="Role">cities, panel, breaks or index.</param>
/// <param name="File">The file, read; null if it cannot be, which is a finding already.</param>
/// <param name="Fields">The declared columns.</param>
/// <param name="PanelName">For an index: the panel it is computed from.</param>
/// <param name="Period">For an index: first and last year.</param>
/// <param name="Json">The resource in the data package, so that findings can point at it.</param>
internal sealed record Resource(
    string Name,
    string Role,
    SourceFile? File,
    ImmutableArray<Variable> Fields,
    string? PanelName,
    (int First, int Last)? Period,
    JsonAt Json
);
