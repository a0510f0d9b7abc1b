using MathNet.Numerics.LinearAlgebra;

namespace ClusterResearch.Numerics;

/// <summary>How a row of a linear programme stands to its right-hand side.</summary>
internal enum Relation
{
    AtMost,
    Equal,
    AtLeast,
}

/// <summary>How a linear programme ended.</summary>
internal enum ProgrammeStatus
{
    Optimal,
    Infeasible,
    Unbounded,
}

/// <summary>The solution of a linear programme; numbers are NaN unless it is optimal.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Objective">c'x.</param>
/// <param name="X">One value per variable.</param>
/// <param name="Duals">One per row: by how much the objective grows per unit of b_i. Not negative for ≤, not positive for ≥.
/// Where the optimum is degenerate they are those of one optimal basis among several.</param>
internal sealed record ProgrammeSolution(ProgrammeStatus Status, double Objective, double[] X, double[] Duals);

/// <summary>Small dense linear programmes: maximise c'x subject to A x ≤, =, ≥ b and x ≥ 0.</summary>
/// <remarks>
/// Two-phase simplex on a tableau. The steepest reduced cost enters; from the first step that gains nothing until the
/// next one that gains, Bland's rule decides instead, under which no basis comes twice. Rows, columns, c and b are scaled by
/// powers of two, and the final basis is solved anew from the given numbers, so rounding of the steps does not reach the result.
/// Within a row or column, scaled, what is below 10⁻¹⁰ of the largest number counts as zero when a pivot is looked for.
/// Time grows with the square of the number of rows: of a programme and its dual, solve the one with fewer rows.
/// <para>Source: Chvátal, Linear Programming (1983), chapters 2, 3, 8; Bland, Mathematics of Operations Research 2 (1977), 103–107.</para>
/// </remarks>
internal sealed class LinearProgramme
{
    /// <summary>What counts as zero beside numbers near 1.</summary>
    private const double Tolerance = 1e-10;

    private readonly int variables;
    private readonly int artificial; // the first artificial column
    private readonly double[][] given; // scaled rows with slack and artificial columns; the last column is b, not negative
    private readonly double[][] tableau;
    private readonly int[] basis;
    private readonly double[] rowScale; // negative where a row was turned round
    private readonly double[] columnScale;

    private LinearProgramme(double[][] a, Relation[] relations, double[] b, int variables)
    {
        this.variables = variables;
        (rowScale, columnScale) = Scales(a, variables);
        BScale = PowerNear(b.Select((v, i) => v * rowScale[i]));
        var turned = relations.Select((r, i) => b[i] < 0 || (b[i] == 0 && r == Relation.AtLeast) ? Opposite(r) : r).ToArray();
        var slacks = turned.Count(r => r != Relation.Equal);
        artificial = variables + slacks;
        var columns = artificial + turned.Count(r => r != Relation.AtMost);
        (given, basis) = (new double[a.Length][], new int[a.Length]);
        var (slack, helper) = (variables, artificial);
        for (var i = 0; i < a.Length; i++)
        {
            rowScale[i] = b[i] < 0 || (b[i] == 0 && relations[i] == Relation.AtLeast) ? -rowScale[i] : rowScale[i];
            var row = given[i] = new double[columns + 1];
            for (var j = 0; j < variables; j++)
            {
                row[j] = a[i][j] * columnScale[j] * rowScale[i];
            }
            row[columns] = b[i] * rowScale[i] * BScale;
            if (turned[i] != Relation.Equal)
            {
                row[basis[i] = slack++] = turned[i] == Relation.AtMost ? 1 : -1;
            }
            if (turned[i] != Relation.AtMost)
            {
                row[basis[i] = helper++] = 1;
            }
        }
        tableau = [.. given.Select(r => (double[])r.Clone())];
    }

    private double BScale { get; }

    private int Columns => given.Length == 0 ? artificial : given[0].Length - 1;

    /// <summary>Maximises c'x.</summary>
    /// <param name="c">One coefficient per variable; finite.</param>
    /// <param name="a">One row per constraint with one coefficient per variable; finite.</param>
    /// <param name="relations">One per row.</param>
    /// <param name="b">One right-hand side per row, of any sign; finite.</param>
    /// <returns>The optimum, or why there is none.</returns>
    public static ProgrammeSolution Maximise(double[] c, double[][] a, Relation[] relations, double[] b)
    {
        var programme = new LinearProgramme(a, relations, b, c.Length);
        if (!programme.FindFeasible())
        {
            return None(ProgrammeStatus.Infeasible);
        }
        var objective = new double[programme.Columns];
        var cScale = PowerNear(c.Select((v, j) => v * programme.columnScale[j]));
        for (var j = 0; j < c.Length; j++)
        {
            objective[j] = c[j] * programme.columnScale[j] * cScale;
        }
        return programme.Climb(objective, programme.artificial) ? programme.Solution(c, objective, cScale) : None(ProgrammeStatus.Unbounded);

        ProgrammeSolution None(ProgrammeStatus status) =>
            new(status, double.NaN, [.. Enumerable.Repeat(double.NaN, c.Length)], [.. Enumerable.Repeat(double.NaN, a.Length)]);
    }

    /// <summary>Drives the artificial variables to zero; false if they cannot be.</summary>
    private bool FindFeasible()
    {
        var objective = new double[Columns];
        Array.Fill(objective, -1, artificial, Columns - artificial);
        Climb(objective, Columns);
        if (basis.Select((column, i) => column >= artificial ? tableau[i][Columns] : 0).Sum() > Tolerance)
        {
            return false;
        }
        for (var i = 0; i < basis.Length; i++)
        {
            if (basis[i] >= artificial && Enumerable.Range(0, artificial).MaxBy(j => Math.Abs(tableau[i][j])) is var column && Math.Abs(tableau[i][column]) > Tolerance)
            {
                Pivot(i, column);
            }
            // otherwise the row says what others say already: its artificial variable stays, at zero
        }
        return true;
    }

    /// <summary>Steps from basis to better basis among the first columns; false if there is no end.</summary>
    private bool Climb(double[] objective, int columns)
    {
        var stands = false;
        for (var step = 0; step < 200 * (Columns + 10); step++)
        {
            if (Entering(objective, columns, stands) is not { } column)
            {
                return true;
            }
            if (Leaving(column, stands) is not { } row)
            {
                return false;
            }
            stands = tableau[row][Columns] <= Tolerance * tableau[row][column];
            Pivot(row, column);
        }
        throw new ArithmeticException("The simplex method came to no end; the numbers of the programme are too far apart in size.");
    }

    /// <summary>The column whose reduced cost is largest, or the first one above zero.</summary>
    private int? Entering(double[] objective, int columns, bool first)
    {
        var (reduced, size) = ((double[])objective.Clone(), objective.Select(Math.Abs).ToArray());
        for (var i = 0; i < basis.Length; i++)
        {
            var cost = objective[basis[i]];
            for (var j = 0; cost != 0 && j < columns; j++)
            {
                reduced[j] -= cost * tableau[i][j];
                size[j] += Math.Abs(cost * tableau[i][j]);
            }
        }
        int? best = null;
        for (var j = 0; j < columns; j++)
        {
            // zero is what is small beside the terms it is the sum of: costs may differ by any number of powers of ten
            if (reduced[j] > Tolerance * size[j] && !basis.Contains(j) && (best is null || reduced[j] > reduced[best.Value]))
            {
                best = j;
                if (first)
                {
                    break;
                }
            }
        }
        return best;
    }

    private int? Leaving(int column, bool first)
    {
        var smallest = double.PositiveInfinity;
        for (var i = 0; i < basis.Length; i++)
        {
            if (tableau[i][column] > Tolerance)
            {
                smallest = Math.Min(smallest, Math.Max(0, tableau[i][Columns]) / tableau[i][column]);
            }
        }
        int? best = null;
        for (var i = 0; i < basis.Length; i++)
        {
            if (tableau[i][column] > Tolerance && Math.Max(0, tableau[i][Columns]) / tableau[i][column] <= smallest + 1e-12 * Math.Max(1, smallest)
                && (best is null || (first ? basis[i] < basis[best.Value] : tableau[i][column] > tableau[best.Value][column])))
            {
                best = i;
            }
        }
        return best;
    }

    private void Pivot(int row, int column)
    {
        var pivot = tableau[row];
        var by = pivot[column];
        for (var j = 0; j < pivot.Length; j++)
        {
            pivot[j] /= by;
        }
        for (var i = 0; i < tableau.Length; i++)
        {
            var times = i == row ? 0 : tableau[i][column];
            for (var j = 0; times != 0 && j < pivot.Length; j++)
            {
                tableau[i][j] -= times * pivot[j];
            }
            tableau[i][column] = i == row ? 1 : 0;
        }
        basis[row] = column;
    }

    private ProgrammeSolution Solution(double[] c, double[] objective, double cScale)
    {
        var (x, duals) = (new double[variables], new double[basis.Length]);
        if (basis.Length > 0)
        {
            var matrix = Matrix<double>.Build.Dense(basis.Length, basis.Length, (i, j) => given[i][basis[j]]);
            var values = matrix.LU().Solve(Vector<double>.Build.Dense(basis.Length, i => given[i][Columns]));
            var prices = matrix.Transpose().LU().Solve(Vector<double>.Build.Dense(basis.Length, i => objective[basis[i]]));
            for (var i = 0; i < basis.Length; i++)
            {
                if (basis[i] < variables)
                {
                    x[basis[i]] = Math.Max(0, values[i]) * columnScale[basis[i]] / BScale;
                }
                duals[i] = prices[i] * rowScale[i] / cScale;
            }
        }
        return new(ProgrammeStatus.Optimal, c.Zip(x, (cost, v) => cost * v).Sum(), x, duals);
    }

    /// <summary>Powers of two that bring the numbers of every row and column as near to 1 as their range allows, the largest to 1.</summary>
    private static (double[] Rows, double[] Columns) Scales(double[][] a, int variables)
    {
        var rows = Enumerable.Repeat(1.0, a.Length).ToArray();
        var columns = Enumerable.Repeat(1.0, variables).ToArray();
        for (var pass = 0; pass < 5; pass++)
        {
            // first by the geometric middle of each, at last by the largest; columns last: they only grow, so that rows keep theirs
            var middle = pass < 4;
            for (var i = 0; i < a.Length; i++)
            {
                rows[i] *= PowerNear(a[i].Select((v, j) => v * rows[i] * columns[j]), middle);
            }
            for (var j = 0; j < variables; j++)
            {
                columns[j] *= PowerNear(a.Select((r, i) => r[j] * rows[i] * columns[j]), middle);
            }
        }
        return (rows, columns);
    }

    private static double PowerNear(IEnumerable<double> x, bool middle = false)
    {
        var (largest, smallest) = (0.0, double.PositiveInfinity);
        foreach (var v in x)
        {
            largest = Math.Max(largest, Math.Abs(v));
            smallest = v == 0 ? smallest : Math.Min(smallest, Math.Abs(v));
        }
        return largest == 0 ? 1 : Math.ScaleB(1, -(middle ? (Math.ILogB(largest) + Math.ILogB(smallest)) / 2 : Math.ILogB(largest)));
    }

    private static Relation Opposite(Relation relation) =>
        relation switch { Relation.AtMost => Relation.AtLeast, Relation.AtLeast => Relation.AtMost, _ => Relation.Equal };
}
