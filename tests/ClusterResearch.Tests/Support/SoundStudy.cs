namespace ClusterResearch.Tests.Support;

/// <summary>A tiny study without a fault: four cities, four years, two halves, three dimensions, one indicator directly under a half.</summary>
/// <remarks>Figures are small enough to work every result by hand. <c>{hash:file}</c> stands for the hash of a file.</remarks>
internal static class SoundStudy
{
    public const string Cities = """
        city,name_en,name_zh,province,province_zh
        Alder,Alder,桤木市,Woods,林省
        Birch,Birch,白桦市,Woods,林省
        Cedar,Cedar,雪松市,Woods,林省
        Dogwood,Dogwood,山茱萸市,Woods,林省

        """;

    public const string Panel = """
        city,year,output,workers,budget,students,waste
        Alder,2001,100,50,10,5,20
        Alder,2002,110,50,12,5,22
        Alder,2003,121,55,15,6,23
        Alder,2004,133,56,18,6,24
        Birch,2001,200,80,30,6,60
        Birch,2002,210,82,33,6,58
        Birch,2003,230,85,35,7,57
        Birch,2004,250,86,40,8,55
        Cedar,2001,50,40,4,2,25
        Cedar,2002,55,41,5,2,26
        Cedar,2003,60,41,5,3,28
        Cedar,2004,64,42,6,3,30
        Dogwood,2001,150,60,20,9,30
        Dogwood,2002,160,62,23,9,31
        Dogwood,2003,170,63,24,10,32
        Dogwood,2004,185,65,28,11,33

        """;

    public const string Breaks = """
        variable,year,cities,kind,effect,effect_zh,source
        waste,2003,,definition,Small plants are counted,统计小型工厂,Yearbook of the Woods 2004
        workers,2002,Alder; Cedar,census,"Census, as of May",人口普查,Census of the Woods

        """;

    public const string Index = """
        code,parent,name,name_zh,direction,unit,formula,weight,low,high,rationale,source
        GOAL,,Performance,绩效,,,,,,,Why,Own
        IN,GOAL,Input,投入,,,,,,,Why,Own
        MON,IN,Money,资金,,,,,,,Why,Own
        MON1,MON,Budget in output,预算占比,higher,%,budget / output * 100,,0,25,Why,Own
        MON2,MON,Budget per worker,人均预算,higher,CNY/person,budget / workers * 10000,,0,5000,Why,Own
        PEO,IN,People,人员,,,,,,,Why,Own
        PEO1,PEO,Students per worker,学生比例,range 8..12,%,students / workers * 100,,0,20,Why,Own
        OUT,GOAL,Outcome,成果,,,,,,,Why,Own
        PRD,OUT,Production,生产,,,,,,,Why,Own
        PRD1,PRD,Output per worker,人均产出,higher,1e4 CNY/person,output / workers,,0,5,Why,Own
        PRD2,PRD,Location quotient,区位商,higher,ratio,"lq(output, workers)",,0,2,Why,Own
        WAS,OUT,Waste per output,单位产出废物,lower,t/1e4 CNY,waste / output,,0,1,Why,Own

        """;

    public const string Package = """
        {
          "name": "woods",
          "title": "Clusters in the Woods",
          "title_zh": "林省的集群",
          "study": { "focus": "Alder", "cities": ["Alder", "Birch"] },
          "resources": [
            {
              "name": "cities", "role": "cities", "path": "cities.csv",
              "hash": "sha256:{hash:cities.csv}",
              "schema": { "fields": [
                { "name": "city" }, { "name": "name_en" }, { "name": "name_zh" }, { "name": "province" }, { "name": "province_zh" }
              ] }
            },
            {
              "name": "panel", "role": "panel", "path": "panel.csv",
              "hash": "sha256:{hash:panel.csv}",
              "schema": { "fields": [
                { "name": "city" },
                { "name": "year" },
                { "name": "output", "title": "Output", "title_zh": "产出", "unit": "1e8 CNY", "source": "Yearbook", "constraints": { "minimum": 0, "maximum": 1000 } },
                { "name": "workers", "title": "Workers", "title_zh": "职工", "unit": "1e4 persons", "source": "Yearbook" },
                { "name": "budget", "title": "Budget", "title_zh": "预算", "unit": "1e8 CNY", "source": "Yearbook" },
                { "name": "students", "title": "Students", "title_zh": "学生", "unit": "1e4 persons", "source": "Yearbook" },
                { "name": "waste", "title": "Waste", "title_zh": "废物", "unit": "1e4 t", "source": "Yearbook" }
              ] }
            },
            {
              "name": "breaks", "role": "breaks", "path": "breaks.csv",
              "hash": "sha256:{hash:breaks.csv}",
              "schema": { "fields": [
                { "name": "variable" }, { "name": "year" }, { "name": "cities" }, { "name": "kind" },
                { "name": "effect" }, { "name": "effect_zh" }, { "name": "source" }
              ] }
            },
            {
              "name": "index", "role": "index", "path": "index.csv", "panel": "panel",
              "hash": "sha256:{hash:index.csv}",
              "schema": { "fields": [
                { "name": "code" }, { "name": "parent" }, { "name": "name" }, { "name": "name_zh" }, { "name": "direction" }, { "name": "unit" },
                { "name": "formula" }, { "name": "weight" }, { "name": "low" }, { "name": "high" }, { "name": "rationale" }, { "name": "source" }
              ] }
            }
          ]
        }

        """;
}
