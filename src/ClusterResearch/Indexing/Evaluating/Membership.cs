namespace ClusterResearch.Indexing.Evaluating;

/// <summary>Membership functions: how far a value belongs to each grade.</summary>
/// <remarks><para><b>Source</b> Zadeh, Information and Control 8 (1965), 338–353; the half-trapezoids at the ends are those usual in fuzzy
/// comprehensive evaluation.</para></remarks>
public static class Membership
{
    /// <summary>Membership in grades given by their centres: triangles between neighbours, half-trapezoids at the ends.</summary>
    /// <param name="x">A value; NaN is missing.</param>
    /// <param name="centres">The values that belong fully to each grade; two or more, all ascending or all descending.</param>
    /// <returns>One membership per grade from 0 to 1, with the sum 1; all NaN for NaN.</returns>
    /// <exception cref="ArgumentException">The centres are not in strict order.</exception>
    public static double[] Grades(double x, ReadOnlySpan<double> centres)
    {
        var c = centres.ToArray();
        var rises = c.Length > 1 && c[1] > c[0];
        if (c.Length < 2 || c.Zip(c.Skip(1)).Any(p => rises ? !(p.First < p.Second) : !(p.First > p.Second)))
        {
            throw new ArgumentException("Grades need two or more centres, all ascending or all descending.", nameof(centres));
        }
        var r = new double[c.Length];
        if (double.IsNaN(x))
        {
            Array.Fill(r, double.NaN);
            return r;
        }
        // the last centre that x has reached in the order of the grades
        var at = Array.FindLastIndex(c, v => rises ? x >= v : x <= v);
        if (at < 0 || at == c.Length - 1)
        {
            r[Math.Max(at, 0)] = 1;
            return r;
        }
        r[at + 1] = (x - c[at]) / (c[at + 1] - c[at]);
        r[at] = 1 - r[at + 1];
        return r;
    }

    /// <summary>A trapezoid: 0 up to a, rising to 1 at b, 1 up to c, falling to 0 at d. With b = c a triangle; with a = b or c = d a step.</summary>
    /// <exception cref="ArgumentException">Not a ≤ b ≤ c ≤ d.</exception>
    public static double Trapezoid(double x, double a, double b, double c, double d)
    {
        if (!(a <= b && b <= c && c <= d))
        {
            throw new ArgumentException(string.Create(Invariant, $"A trapezoid needs a ≤ b ≤ c ≤ d, not {a:R}, {b:R}, {c:R}, {d:R}."), nameof(a));
        }
        return double.IsNaN(x) ? x : x >= b && x <= c ? 1 : x <= a || x >= d ? 0 : x < b ? (x - a) / (b - a) : (d - x) / (d - c);
    }

    /// <summary>Membership by votes: which share of the answers fell on each grade.</summary>
    /// <param name="counts">Answers per grade, zero or more.</param>
    /// <returns>Shares with the sum 1; all NaN without answers.</returns>
    /// <exception cref="ArgumentException">A count is negative or no finite number.</exception>
    public static double[] Votes(ReadOnlySpan<double> counts)
    {
        var n = counts.ToArray();
        return n.All(c => c >= 0 && double.IsFinite(c)) ? [.. n.Select(c => c / n.Sum())] : throw new ArgumentException("Counts of answers are finite numbers of zero or more.", nameof(counts));
    }
}
