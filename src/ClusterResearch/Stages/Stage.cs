using ClusterResearch.Data;

namespace ClusterResearch.Stages;

/// <summary>The stages of a cluster's life.</summary>
public enum Stage
{
    /// <summary>Few firms, slow begin.</summary>
    Formation = 1,

    /// <summary>Fast growth.</summary>
    Growth = 2,

    /// <summary>Growth slows down on a high level.</summary>
    Maturity = 3,

    /// <summary>The cluster shrinks, or turns to something new.</summary>
    Decline = 4,
}

/// <summary>Names of stages.</summary>
public static class StageNames
{
    /// <summary>All stages in order.</summary>
    public static IReadOnlyList<Stage> All { get; } = [Stage.Formation, Stage.Growth, Stage.Maturity, Stage.Decline];

    /// <summary>The name in a language.</summary>
    public static string Name(this Stage stage, Language language = Language.English) =>
        stage switch
        {
            Stage.Formation => language.Say("formation", "形成期"),
            Stage.Growth => language.Say("growth", "成长期"),
            Stage.Maturity => language.Say("maturity", "成熟期"),
            _ => language.Say("decline or renewal", "衰退或更新期"),
        };
}
