using System.Collections.Immutable;

namespace ClusterResearch.Statistics;

/// <summary>Varimax rotation: turns loadings so that each variable loads high on few factors.</summary>
/// <remarks>
/// <para>Maximises Σ_k [Σ_j b_jk⁴ − (Σ_j b_jk²)² / p] over orthogonal rotations, with b = l / √communality (Kaiser's normalisation),
/// pair by pair of factors until no angle exceeds 1e-15 or 1,000 rounds are over. Factors come back in falling order of their sum of
/// squares, each with its largest loading positive.</para>
/// <para>Variables with communality 0 stay 0. One factor is not rotated.</para>
/// <para><b>Source</b> Kaiser, Psychometrika 23 (1958), 187–200.</para>
/// <para><b>Verification</b> R varimax(normalize = TRUE, eps = 1e-15): the cases weights.pca of tests/reference/B_weighting.json.</para>
/// </remarks>
public static class Varimax
{
    private const int Rounds = 1000;
    private const double SmallestAngle = 1e-15;

    /// <summary>The rotated loadings.</summary>
    /// <param name="loadings">A row per variable, a column per factor; finite.</param>
    /// <returns>As many rows and columns.</returns>
    public static ImmutableArray<ImmutableArray<double>> Of(IReadOnlyList<ImmutableArray<double>> loadings)
    {
        ArgumentNullException.ThrowIfNull(loadings);
        var length = loadings.Select(row => Math.Sqrt(row.Sum(l => l * l))).ToArray();
        var b = loadings.Select((row, j) => row.Select(l => length[j] == 0 ? 0 : l / length[j]).ToArray()).ToArray();
        var factors = loadings.Count == 0 ? 0 : loadings[0].Length;
        for (var (round, turned) = (0, true); turned && round < Rounds; round++)
        {
            turned = false;
            for (var p = 0; p < factors; p++)
            {
                for (var q = p + 1; q < factors; q++)
                {
                    turned |= Turn(b, p, q);
                }
            }
        }
        var columns = Enumerable.Range(0, factors).Select(k => PrincipalComponents.Signed([.. b.Select((row, j) => row[k] * length[j])]))
            .OrderByDescending(c => c.Sum(l => l * l)).ToArray();
        return [.. loadings.Select((_, j) => columns.Select(c => c[j]).ToImmutableArray())];
    }

    /// <summary>Rotates two factors by the angle that is best for them; whether there was one.</summary>
    private static bool Turn(double[][] b, int p, int q)
    {
        var (a, c, d, e) = (0.0, 0.0, 0.0, 0.0);
        foreach (var row in b)
        {
            var (u, v) = (row[p] * row[p] - row[q] * row[q], 2 * row[p] * row[q]);
            (a, c, d, e) = (a + u, c + v, d + u * u - v * v, e + 2 * u * v);
        }
        var angle = Math.Atan2(e - 2 * a * c / b.Length, d - (a * a - c * c) / b.Length) / 4;
        if (Math.Abs(angle) <= SmallestAngle)
        {
            return false;
        }
        var (sin, cos) = Math.SinCos(angle);
        foreach (var row in b)
        {
            (row[p], row[q]) = (row[p] * cos + row[q] * sin, row[q] * cos - row[p] * sin);
        }
        return true;
    }
}
