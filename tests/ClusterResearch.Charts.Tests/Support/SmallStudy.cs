using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClusterResearch.Charts.Tests.Support;

/// <summary>A study small enough to check by hand: 5 cities, 2001–2005, 6 indicators in 3 dimensions, one missing cell, hostile names.</summary>
internal static class SmallStudy
{
    public const string Script = "<script>alert(1)</script>";
    public const string Image = "\"><img src=x onerror=alert(1)>";
    public const string Template = "%{x} $a$ <b>&lt;";

    private const string Cities = """"
        city,name_en,name_zh,province,province_zh
        Alpha,Alpha,甲市,P,省
        Beta,Beta,乙市,P,省
        Gamma,<script>alert(1)</script>,丙市,P,省
        Delta,"""><img src=x onerror=alert(1)>",丁市,P,省
        Omega,%{x} $a$ <b>&lt;,戊市,P,省

        """";

    private const string Index = """
        code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
        GOAL,,Performance,绩效,,,,,,,,
        INT,GOAL,Intervention,干预,,,,0.5,,,,
        FIS,INT,Fiscal capacity,财政能力,,,,,,,,
        FIS1,FIS,Revenue,收入,higher,1e8 CNY,revenue,,,,,
        FIS2,FIS,Spending,支出,higher,1e8 CNY,spending,,,,,
        MKT,INT,Market support,市场支持,,,,,,,,
        MKT1,MKT,Openness,开放度,higher,%,openness,,,,,
        MKT2,MKT,Housing,房地产,lower,%,housing,,,,,
        OUT,GOAL,Outcome,成果,,,,0.5,,,,
        SCA,OUT,Scale,规模,,,,,,,,
        SCA1,SCA,Output,产出,higher,1e8 CNY,output,,,,,
        SCA2,SCA,Emissions,排放,lower,t,emissions,,,,,

        """;

    private const string Breaks = """
        variable,year,cities,kind,effect,effect_zh,source
        revenue,2003,,definition,Wider scope.,口径扩大。,Own
        output,2004,Beta,census,Census year.,普查年。,Own
        output,2002,Alpha,suspect,Looks low.,偏低。,Own

        """;

    private static readonly string[] Variables = ["revenue", "spending", "openness", "housing", "output", "emissions"];
    private static readonly string[] Units = ["1e8 CNY", "1e8 CNY", "%", "%", "1e8 CNY", "t"];
    private static readonly string[] Chinese = ["财政收入", "财政支出", "开放度", "房地产", "产出", "排放"];

    public static Study Open()
    {
        var folder = Directory.CreateTempSubdirectory("small-study-").FullName;
        try
        {
            var resources = new JsonArray(
                File(folder, "cities", "cities", Cities, ["city", "name_en", "name_zh", "province", "province_zh"]),
                Panel(folder),
                File(folder, "breaks", "breaks", Breaks, ["variable", "year", "cities", "kind", "effect", "effect_zh", "source"]),
                IndexFile(folder));
            var package = new JsonObject
            {
                ["name"] = "small", ["title"] = "Small", ["title_zh"] = "小",
                ["study"] = new JsonObject { ["focus"] = "Beta", ["cities"] = new JsonArray("Alpha", "Beta", "Gamma") },
                ["resources"] = resources,
            };
            System.IO.File.WriteAllText(Path.Combine(folder, "datapackage.json"), package.ToJsonString());
            return Study.Open(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>City c, year t, variable v: simple numbers that rise with the city, differently for each variable.</summary>
    private static JsonObject Panel(string folder)
    {
        string[] cities = ["Alpha", "Beta", "Gamma", "Delta", "Omega"];
        var text = new StringBuilder("city,year,").AppendJoin(',', Variables).Append('\n');
        for (var c = 0; c < 5; c++)
        {
            for (var t = 0; t < 5; t++)
            {
                var values = Enumerable.Range(0, 6).Select(v => c == 4 && t == 4 && v == 2 ? "" : string.Create(CultureInfo.InvariantCulture, $"{10 * (c + 1) + t * (v + 1) + v * c}"));
                text.Append(CultureInfo.InvariantCulture, $"{cities[c]},{2001 + t},").AppendJoin(',', values).Append('\n');
            }
        }
        var panel = File(folder, "panel", "panel", text.ToString(), ["city", "year"]);
        for (var v = 0; v < 6; v++)
        {
            panel["schema"]!["fields"]!.AsArray().Add(new JsonObject
            {
                ["name"] = Variables[v], ["title"] = "The " + Variables[v], ["title_zh"] = Chinese[v], ["unit"] = Units[v], ["source"] = "Yearbook",
            });
        }
        return panel;
    }

    private static JsonObject IndexFile(string folder)
    {
        var index = File(folder, "index", "index", Index, Index[..Index.IndexOf('\n')].Split(','));
        index["panel"] = "panel";
        return index;
    }

    private static JsonObject File(string folder, string name, string role, string content, string[] columns)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        System.IO.File.WriteAllBytes(Path.Combine(folder, name + ".csv"), bytes);
        return new()
        {
            ["name"] = name, ["role"] = role, ["path"] = name + ".csv", ["hash"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ["schema"] = new JsonObject { ["fields"] = new JsonArray([.. columns.Select(c => new JsonObject { ["name"] = c, ["type"] = "string" })]) },
        };
    }
}
