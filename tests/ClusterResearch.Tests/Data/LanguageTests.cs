using ClusterResearch.Data;
using ClusterResearch.Tables;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

public sealed class LanguageTests
{
    [Fact]
    public void Says_one_or_the_other() => Assert.Equal(("city", "城市"), (Language.English.Say("city", "城市"), Language.Chinese.Say("city", "城市")));

    [Fact]
    public void Titles_and_headers_of_every_table_are_in_the_language()
    {
        using var folder = new StudyFolder();
        var study = folder.Open();
        var index = folder.Build();
        Table[] Tables(Language language) =>
        [
            study.BreaksTable(language), Coverage.Of(study.Panel("panel")).ToTable(language), index.Tree.ToTable(language),
            index.Weights.ToTable(language), index.ToTable(2002, language: language), index.Explain("Alder", 2002).ToTable(language),
        ];
        var (english, chinese) = (Tables(Language.English), Tables(Language.Chinese));
        Assert.All(english.SelectMany(t => t.Columns.Select(c => c.Title).Append(t.Title)), t => Assert.DoesNotContain(t, IsChinese));
        Assert.All(chinese.SelectMany(t => t.Columns.Select(c => c.Title).Append(t.Title)), t => Assert.Contains(t, IsChinese));
        Assert.Equal(english.SelectMany(t => t.Columns.Select(c => c.Key)), chinese.SelectMany(t => t.Columns.Select(c => c.Key)));
        Assert.Equal(["代码", "名称", "同级权重", "总权重", "熵值", "差异系数"], chinese[3].Columns.Select(c => c.Title));
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';
}
