using ClusterResearch.Data;
using ClusterResearch.Stages;

namespace ClusterResearch.Charts.Drawing;

/// <summary>Colour and letter of every stage; the letter says the same as the colour.</summary>
internal static class StageColors
{
    public static string Of(Stage stage) => stage switch { Stage.Formation => "#0072b2", Stage.Growth => "#009e73", Stage.Maturity => "#8c6d00", _ => "#d55e00" };

    public static string Letter(Stage stage, Language language) =>
        stage switch { Stage.Formation => language.Say("F", "形"), Stage.Growth => language.Say("G", "成"), Stage.Maturity => language.Say("M", "熟"), _ => language.Say("D", "衰") };
}
