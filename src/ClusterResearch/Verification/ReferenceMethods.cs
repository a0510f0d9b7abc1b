namespace ClusterResearch.Verification;

/// <summary>Asks the library for what a case expects, in the shape of its <c>expected</c>: dictionaries, lists, numbers, texts, truth values.</summary>
internal delegate object? ReferenceMethod(ReferenceCase reference);

/// <summary>How each method of the reference cases is asked of the library: only by its public methods.</summary>
internal static class ReferenceMethods
{
    /// <summary>Every method, by the name the reference files use.</summary>
    public static IReadOnlyDictionary<string, ReferenceMethod> All { get; } =
        new[]
        {
            NormalisationCases.Methods, PreparationCases.Methods, WeightingCases.Methods, AggregationCases.Methods, RankingCases.Methods, EvaluationCases.Methods,
            AgreementCases.Methods, StageCases.Methods, DynamicsCases.Methods, LocationCases.Methods, EfficiencyCases.Methods,
        }
            .SelectMany(m => m).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
}
