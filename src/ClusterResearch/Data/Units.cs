using System.Collections.Immutable;

namespace ClusterResearch.Data;

/// <summary>The units that figures and indicators may be in; a closed list, so that a slip of the pen is found.</summary>
public static class Units
{
    /// <summary>Every known unit, as written in files.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "1", "ratio", "%", "percentage points", "per 1000 persons", "previous year = 100",
        "CNY", "1e4 CNY", "1e8 CNY", "CNY/person", "1e4 CNY/person", "1e6 USD", "USD/person",
        "persons", "1e4 persons", "persons/km2", "1e4 households", "units", "units/1e4 persons", "pieces", "pieces/1e4 persons",
        "km2", "m2/person", "t", "1e4 t", "t/1e4 CNY", "1e4 kWh", "kWh/CNY",
    ];
}
