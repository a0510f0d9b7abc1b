namespace ClusterResearch.Data;

/// <summary>A city of the study.</summary>
/// <param name="Key">The name by which files and code call it, e.g. <c>Xinxiang</c>; unique.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Province">Province, in English.</param>
/// <param name="ProvinceZh">Province, in Chinese.</param>
public sealed record City(string Key, string NameEn, string NameZh, string Province, string ProvinceZh)
{
    /// <summary>The name in a language.</summary>
    public string Name(Language language) => language == Language.Chinese ? NameZh : NameEn;
}
