using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClusterResearch;
using ClusterResearch.Indexing;

namespace Benchmarks;

/// <summary>A made-up study of any size, for measuring how time grows: as many units and indicators as asked for, in a tree of three levels.</summary>
internal static class WideStudy
{
    private const int Pillars = 8;

    /// <summary>An index of n units × k indicators in eight pillars of two halves, in one year; figures by formula, no chance.</summary>
    public static IndexResult Index(int units, int indicators)
    {
        var folder = Directory.CreateTempSubdirectory("wide-").FullName;
        try
        {
            var cities = new StringBuilder("city,name_en,name_zh,province,province_zh\n");
            var panel = new StringBuilder("city,year");
            for (var j = 0; j < indicators; j++)
            {
                panel.Append(CultureInfo.InvariantCulture, $",v{j}");
            }
            for (var i = 0; i < units; i++)
            {
                cities.Append(CultureInfo.InvariantCulture, $"U{i},U{i},单位{i},P,省\n");
                panel.Append(CultureInfo.InvariantCulture, $"\nU{i},2018");
                for (var j = 0; j < indicators; j++)
                {
                    panel.Append(CultureInfo.InvariantCulture, $",{10 + Math.Sin(1.7 * i + 2.3 * j + 0.1 * i * j) * 5:F6}");
                }
            }
            var tree = new StringBuilder("code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source\nG,,Goal,目标,,,,,,,Why,Own\nA,G,Half A,甲,,,,,,,Why,Own\nB,G,Half B,乙,,,,,,,Why,Own\n");
            for (var p = 0; p < Pillars; p++)
            {
                tree.Append(CultureInfo.InvariantCulture, $"P{p},{(p < Pillars / 2 ? "A" : "B")},Pillar {p},维度{p},,,,,,,Why,Own\n");
            }
            for (var j = 0; j < indicators; j++)
            {
                tree.Append(CultureInfo.InvariantCulture, $"I{j},P{j % Pillars},Indicator {j},指标{j},higher,1,v{j},,,,Why,Own\n");
            }
            Write("cities.csv", cities.ToString());
            Write("panel.csv", panel.Append('\n').ToString());
            Write("index.csv", tree.ToString());
            var variables = string.Join(",", Enumerable.Range(0, indicators).Select(j => FormattableString.Invariant($$"""{ "name": "v{{j}}", "title": "v{{j}}", "title_zh": "变量{{j}}", "unit": "1e8 CNY", "source": "by formula" }""")));
            Write("datapackage.json", $$"""
                {
                  "name": "wide", "title": "Made up for measuring", "title_zh": "测试数据", "study": { "focus": "U0", "cities": ["U0", "U1"] },
                  "resources": [
                    { "name": "cities", "role": "cities", "path": "cities.csv", "hash": "{{Hash("cities.csv")}}", "schema": { "fields": [ { "name": "city" }, { "name": "name_en" }, { "name": "name_zh" }, { "name": "province" }, { "name": "province_zh" } ] } },
                    { "name": "panel", "role": "panel", "path": "panel.csv", "hash": "{{Hash("panel.csv")}}", "schema": { "fields": [ { "name": "city" }, { "name": "year" }, {{variables}} ] } },
                    { "name": "index", "role": "index", "path": "index.csv", "panel": "panel", "hash": "{{Hash("index.csv")}}", "schema": { "fields": [ { "name": "code" }, { "name": "parent" }, { "name": "name" }, { "name": "name_zh" }, { "name": "direction" }, { "name": "unit" }, { "name": "formula" }, { "name": "weight" }, { "name": "low" }, { "name": "high" }, { "name": "rationale" }, { "name": "source" } ] } }
                  ]
                }
                """);
            return new IndexRecipe().Build(Study.Open(folder).Index("index"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
        string Hash(string file) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
    }
}
