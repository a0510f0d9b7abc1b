using ClusterResearch.Efficiency;

namespace ClusterResearch.Verification;

/// <summary>Family D: data envelopment and the Malmquist index.</summary>
internal static class EfficiencyCases
{
    public static Dictionary<string, ReferenceMethod> Methods { get; } = new() { ["efficiency.dea"] = Envelopment, ["efficiency.malmquist"] = Productivity };

    private static ReadOnlyMemory<double>[] Columns(ReferenceCase c, string name)
    {
        var rows = ReferenceCase.Matrix(c.Input.GetProperty(name));
        return [.. Enumerable.Range(0, rows[0].Length).Select(j => (ReadOnlyMemory<double>)rows.Select(r => r[j]).ToArray())];
    }

    private static Dictionary<string, object> Envelopment(ReferenceCase c)
    {
        var (x, y) = (Columns(c, "X"), Columns(c, "Y"));
        var scale = Dea.Scale(x, y);
        var (ccr, bcc) = (Dea.Of(x, y, orientation: Orientation.Output), Dea.Of(x, y, Returns.Variable, Orientation.Output));
        return new()
        {
            ["input"] = new Dictionary<string, object>
            {
                ["crs"] = scale.Select(s => s.Constant), ["vrs"] = scale.Select(s => s.Variable), ["nirs"] = scale.Select(s => s.NonIncreasing), ["scale_efficiency"] = scale.Select(s => s.Efficiency),
                ["returns_to_scale"] = scale.Select(s => s.Returns), ["slack_sum_crs"] = Dea.Of(x, y).Units.Select(u => u.SlackSum),
            },
            ["output"] = new Dictionary<string, object>
            {
                ["crs_phi"] = ccr.Units.Select(u => u.Score), ["vrs_phi"] = bcc.Units.Select(u => u.Score), ["crs_efficiency"] = ccr.Units.Select(u => u.Efficiency), ["vrs_efficiency"] = bcc.Units.Select(u => u.Efficiency),
            },
        };
    }

    private static Dictionary<string, object> Productivity(ReferenceCase c)
    {
        var units = Malmquist.Of(Columns(c, "X0"), Columns(c, "Y0"), Columns(c, "X1"), Columns(c, "Y1"));
        return new()
        {
            ["theta_00"] = units.Select(u => u.First), ["theta_11"] = units.Select(u => u.Second), ["theta_0_of_1"] = units.Select(u => u.SecondAgainstFirst), ["theta_1_of_0"] = units.Select(u => u.FirstAgainstSecond),
            ["EC"] = units.Select(u => u.EfficiencyChange), ["TC"] = units.Select(u => u.TechnicalChange), ["M"] = units.Select(u => u.Index), ["PEC"] = units.Select(u => u.PureEfficiencyChange), ["SEC"] = units.Select(u => u.ScaleChange),
        };
    }
}
