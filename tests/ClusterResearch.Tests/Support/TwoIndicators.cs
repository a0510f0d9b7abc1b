using System.Globalization;
using ClusterResearch.Indexing;

namespace ClusterResearch.Tests.Support;

/// <summary>A study of two indicators and four cities whose order is the same in every year: X1 Alder, Birch, Cedar, Dogwood; X2 Birch, Cedar, Alder, Dogwood.</summary>
internal static class TwoIndicators
{
    public static IndexDesign Design { get; } = Open();

    private static IndexDesign Open()
    {
        string[] cities = ["Alder", "Birch", "Cedar", "Dogwood"];
        int[] first = [40, 30, 20, 10], second = [20, 40, 30, 10];
        var rows = cities.SelectMany((c, i) => Enumerable.Range(0, 4).Select(t =>
            string.Create(CultureInfo.InvariantCulture, $"{c},{2001 + t},{first[i] + t},{second[i] + t},1,1,1")));
        using var study = new StudyFolder();
        return study
            .With("panel.csv", $"city,year,output,workers,budget,students,waste\n{string.Join('\n', rows)}\n")
            .With("index.csv", """
                code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
                GOAL,,Performance,绩效,,,,,,,Why,Own
                X1,GOAL,First,第一,higher,1e8 CNY,output,,,,Why,Own
                X2,GOAL,Second,第二,higher,1e4 persons,workers,,,,Why,Own

                """)
            .Open().Index("index");
    }
}
