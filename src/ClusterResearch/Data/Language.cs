namespace ClusterResearch.Data;

/// <summary>The language of titles, headers and names in tables and charts.</summary>
/// <remarks>Notes under tables and method cards are written in English.</remarks>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Chinese.</summary>
    Chinese,
}

/// <summary>Texts in two languages.</summary>
public static class LanguageTexts
{
    /// <summary>What is said in one language or the other.</summary>
    public static string Say(this Language language, string english, string chinese) =>
        language == Language.Chinese ? chinese : english;
}
