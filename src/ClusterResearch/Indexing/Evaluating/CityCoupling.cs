using System.Collections.Immutable;
using ClusterResearch.Data;
using ClusterResearch.Tables;

namespace ClusterResearch.Indexing.Evaluating;

/// <summary>The coupling coordination degree of parts of an index in every city-year; made by <see cref="CouplingCoordination"/>.</summary>
public sealed class CityCoupling
{
    private readonly CouplingDegrees degrees;

    private readonly double[] weights;

    internal CityCoupling(IndexResult index, ImmutableArray<IndexNode> systems, double[] weights, CouplingForm form, CoordinationBands bands)
    {
        (Index, Systems, this.weights, Form, Bands) = (index, systems, weights, form, bands);
        degrees = CouplingCoordination.Of([.. systems.Select(s => index.Scores(s.Code))], weights, form);
    }

    /// <summary>The index.</summary>
    public IndexResult Index { get; }

    /// <summary>The systems that are coupled.</summary>
    public ImmutableArray<IndexNode> Systems { get; }

    /// <summary>The form of C.</summary>
    public CouplingForm Form { get; }

    /// <summary>The names of the degrees.</summary>
    public CoordinationBands Bands { get; }

    /// <summary>C, from 0 to 1; NaN where a system has no score.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public double Coupling(string city, int year) => degrees.Coupling[Index.Indicators.Row(city, year)];

    /// <summary>T, the weighted mean of the systems' scores.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public double Level(string city, int year) => degrees.Level[Index.Indicators.Row(city, year)];

    /// <summary>D = √(C T).</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public double Coordination(string city, int year) => degrees.Coordination[Index.Indicators.Row(city, year)];

    /// <summary>The D that these scores of two systems would have; for drawing where bands begin.</summary>
    internal double Degree(double first, double second) => CouplingCoordination.Of([new[] { first }, new[] { second }], weights, Form).Coordination[0];

    /// <summary>The named band of D; null where there is none.</summary>
    /// <exception cref="KeyNotFoundException">No such city or year.</exception>
    public CoordinationBand? Band(string city, int year) => Bands.For(Coordination(city, year));

    /// <summary>The cities of a year, most coordinated first: scores of the systems, C, T, D and its band.</summary>
    /// <exception cref="KeyNotFoundException">No such year.</exception>
    public Table ToTable(int year, Language language = Language.English) =>
        new(language.Say(string.Create(Invariant, $"Coupling coordination, {year}"), string.Create(Invariant, $"耦合协调度，{year}年")),
            [
                Column.Text("city", language.Say("City", "城市")), .. Systems.Select(s => Column.Number(s.Code, s.Name(language), 3)),
                Column.Number("c", language.Say("Coupling C", "耦合度C"), 3), Column.Number("t", language.Say("Level T", "综合水平T"), 3),
                Column.Number("d", language.Say("Coordination D", "协调度D"), 3), Column.Text("band", language.Say("Band", "协调等级")),
            ],
            Index.Cities.OrderByDescending(c => Coordination(c.Key, year)).Select(c => (object?[])
            [
                c.Name(language), .. Systems.Select(s => (object?)Index.Score(c.Key, year, s.Code)),
                Coupling(c.Key, year), Level(c.Key, year), Coordination(c.Key, year), Band(c.Key, year)?.Name(language),
            ]),
            [.. Notes, .. Index.Notes]) { Methods = Index.Methods };

    /// <summary>What a reader must know of the degrees.</summary>
    public ImmutableArray<string> Notes =>
        [$"Coupling coordination, form {Form}: {Formula}; T = weighted mean of the systems, D = √(C·T). Bands: {string.Join("; ", Bands.Bands.Select(b => string.Create(Invariant, $"{b.NameEn} from {b.Low:0.##}")))}."];

    private string Formula =>
        Form switch
        {
            CouplingForm.Standard => "C = n·(ΠU)^(1/n) / ΣU",
            CouplingForm.StandardPowerN => "C = ΠU / (ΣU/n)^n",
            CouplingForm.Legacy => "C = (ΠU / (ΣU)^n)^(1/n), which reaches 1/n at most",
            CouplingForm.Wang2021 => "C = √((1 − mean |Ui − Uj|)·(Π U/max U)^(1/(n−1)))",
            CouplingForm.Fan => "C = 1 − 2·sd(U)",
            _ => "C = mean of 2·√(Ui·Uj)/(Ui + Uj) over pairs",
        };
}
