using System.Collections.Immutable;
using System.Globalization;
using ClusterResearch.Indexing;

namespace ClusterResearch.Charts.Drawing;

/// <summary>How a city is drawn: colour, plotly's marker symbol, and the same sign as a character.</summary>
internal sealed record CityStyle(string Color, string Symbol, string Sign, double Width);

/// <summary>The colours of all charts.</summary>
/// <remarks>
/// Safe for colour-blind readers and with a contrast of 3:1 to white and to near-black paper; none stands alone,
/// a symbol, a label or a place always says the same. Sources: Okabe and Ito (2008), “Color Universal Design”;
/// Tol (2021), “Colour Schemes”, SRON/EPS/TN/09-002.
/// </remarks>
internal static class Palette
{
    /// <summary>For what is context: readable on both papers, and dark pages leave it as it is.</summary>
    public const string Grey = "#8a8a8a";

    /// <summary>For what stands for all, such as a median: dark pages turn it light.</summary>
    public const string Ink = "#555555";

    /// <summary>The inside of what was filled in; its outline says whose it is.</summary>
    public const string FilledIn = White;

    private const string White = "#ffffff";
    private const string Black = "#111111";

    public const string Above = "#0072b2";
    public const string Below = "#d55e00";

    public static CityStyle Focus { get; } = new("#d55e00", "circle", "●", 3.5);

    public static ImmutableArray<CityStyle> Others { get; } =
    [
        new("#0072b2", "square", "■", 2.2),
        new("#009e73", "diamond", "◆", 2.2),
        new("#aa4499", "triangle-up", "▲", 2.2),
        new("#8c6d00", "triangle-down", "▼", 2.2),
        new("#6a5acd", "star", "★", 2.2),
        new("#4a7d8c", "hexagon", "⬢", 2.2),
    ];

    /// <summary>Cividis (Nuñez, Anderton and Renslow 2018), at five places.</summary>
    public static ImmutableArray<(double At, string Color)> Sequence { get; } =
        [(0, "#00224e"), (0.25, "#434e6c"), (0.5, "#7d7c78"), (0.75, "#bcaf6f"), (1, "#fee838")];

    /// <summary>Viridis at four places, light to dark: what is rare catches the eye. None is grey, so that dark pages leave them.</summary>
    public static ImmutableArray<string> Steps { get; } = ["#fde725", "#90d743", "#21918c", "#31688e"];

    /// <summary>From dark to light, one hue for each branch under the goal.</summary>
    private static readonly ImmutableArray<(string Dark, string Light)> Hues =
    [
        ("#0b5c92", "#86bfe6"),
        ("#a94a00", "#f6b478"),
        ("#00694d", "#6fcfae"),
        ("#7b2c72", "#d79ccb"),
        ("#6b5400", "#d9bf5b"),
        ("#44546a", "#a9b8cc"),
    ];

    /// <summary>A colour for every dimension: the hue says the branch, the lightness the place in it.</summary>
    public static Dictionary<string, string> OfDimensions(IndexTree tree)
    {
        var colors = new Dictionary<string, string>();
        var branches = tree.Dimensions.GroupBy(d => Branches.Top(tree, d)).ToArray();
        for (var b = 0; b < branches.Length; b++)
        {
            var (dark, light) = Hues[b % Hues.Length];
            var members = branches[b].ToArray();
            for (var i = 0; i < members.Length; i++)
            {
                colors[members[i].Code] = Mix(dark, light, members.Length == 1 ? 0.4 : (double)i / (members.Length - 1));
            }
        }
        return colors;
    }

    /// <summary>Black or white, whichever is the easier to read on a colour (WCAG 2.2, contrast ratio).</summary>
    public static string TextOn(string color) => Contrast(color, White) >= Contrast(color, Black) ? White : Black;

    /// <summary>The contrast ratio of two colours, from 1 to 21 (WCAG 2.2).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        return 0.2126 * Linear(1) + 0.7152 * Linear(3) + 0.0722 * Linear(5);

        double Linear(int at)
        {
            var part = Hex(color, at) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
    }

    private static string Mix(string dark, string light, double share)
    {
        return $"#{Part(1)}{Part(3)}{Part(5)}";

        string Part(int at)
        {
            var (from, to) = (Hex(dark, at), Hex(light, at));
            return ((int)Math.Round(from + share * (to - from), MidpointRounding.AwayFromZero)).ToString("x2", Invariant);
        }
    }

    private static int Hex(string color, int at) => int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, Invariant);
}
