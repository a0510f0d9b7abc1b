using ClusterResearch.Numerics;
using CsCheck;
using static ClusterResearch.Numerics.Relation;

namespace ClusterResearch.Tests.Numerics;

/// <summary>The simplex method on textbook programmes, degenerate ones and random ones whose optimum proves itself by its duals.</summary>
public sealed class LinearProgrammeTests
{
    /// <summary>Chvátal, Linear Programming (1983), chapter 2: 13 at (2, 0, 1), multipliers 1, 0, 1.</summary>
    [Fact]
    public void The_first_programme_of_Chvatal() =>
        Check(Solve([5, 4, 3], [[2, 3, 1], [4, 1, 2], [3, 4, 2]], [AtMost, AtMost, AtMost], [5, 11, 8]), 13, [2, 0, 1], [1, 0, 1]);

    /// <summary>Hillier and Lieberman, Introduction to Operations Research, Wyndor Glass: 36 at (2, 6), shadow prices 0, 3/2, 1.</summary>
    [Fact]
    public void The_windows_of_Wyndor_Glass() =>
        Check(Solve([3, 5], [[1, 0], [0, 2], [3, 2]], [AtMost, AtMost, AtMost], [4, 12, 18]), 36, [2, 6], [0, 1.5, 1]);

    /// <summary>By hand: x + 2y ≥ 4 and 3x + y ≥ 6 meet at (8/5, 6/5); prices from y₁ + 3y₂ = −1, 2y₁ + y₂ = −1.</summary>
    [Fact]
    public void A_minimum_under_lower_bounds_has_prices_that_are_not_positive() =>
        Check(Solve([-1, -1], [[1, 2], [3, 1]], [AtLeast, AtLeast], [4, 6]), -2.8, [1.6, 1.2], [-0.4, -0.2]);

    [Fact]
    public void A_negative_right_hand_side_turns_its_row_round()
    {
        // x ≥ 2 written as −x ≤ −2; with x + y ≤ 5, y = 3: one more unit of b₁ means one unit less of x
        Check(Solve([0, 1], [[-1, 0], [1, 1]], [AtMost, AtMost], [-2, 5]), 3, [2, 3], [1, 1]);
        Check(Solve([-1, 0], [[-1, -1]], [Equal], [-3]), 0, [0, 3], [0]);
    }

    /// <summary>Beale's programme of 1955, on which the plain method runs in a circle of six bases; optimum 5/4 at (1, 0, 1, 0).</summary>
    [Fact]
    public void The_circle_of_Beale_is_left() =>
        Check(Solve([0.75, -20, 0.5, -6], [[0.25, -8, -1, 9], [0.5, -12, -0.5, 3], [0, 0, 1, 0]], [AtMost, AtMost, AtMost], [0, 0, 1]), 1.25, [1, 0, 1, 0]);

    /// <summary>Chvátal (1983), chapter 3: cycles under the largest coefficient; optimum 1 at (1, 0, 1, 0).</summary>
    [Fact]
    public void The_circle_of_Chvatal_is_left() =>
        Check(Solve([10, -57, -9, -24], [[0.5, -5.5, -2.5, 9], [0.5, -1.5, -0.5, 1], [1, 0, 0, 0]], [AtMost, AtMost, AtMost], [0, 0, 1]), 1, [1, 0, 1, 0]);

    /// <summary>Klee and Minty (1972): the cube that takes the plain method through every corner; optimum 100^(n−1).</summary>
    [Theory, InlineData(2), InlineData(3), InlineData(5), InlineData(6)]
    public void The_cube_of_Klee_and_Minty(int n)
    {
        double[] c = [.. Enumerable.Range(1, n).Select(j => Math.Pow(10, n - j))];
        double[][] a = [.. Enumerable.Range(1, n).Select(i => Enumerable.Range(1, n).Select(j => j < i ? 2 * Math.Pow(10, i - j) : j == i ? 1.0 : 0).ToArray())];
        double[] b = [.. Enumerable.Range(1, n).Select(i => Math.Pow(100, i - 1))];
        var solution = Solve(c, a, [.. Enumerable.Repeat(AtMost, n)], b);
        Assert.Equal(Math.Pow(100, n - 1), solution.Objective, 1e-9 * Math.Pow(100, n - 1));
    }

    [Fact]
    public void Rows_that_say_the_same_twice_do_no_harm()
    {
        Check(Solve([1, 0], [[1, 1], [2, 2]], [Equal, Equal], [1, 2]), 1, [1, 0]);
        Check(Solve([1, 0], [[1, 1], [1, 1], [0, 0]], [Equal, AtMost, Equal], [1, 1, 0]), 1, [1, 0]);
    }

    [Fact]
    public void What_no_point_fulfils_is_infeasible()
    {
        var solution = Solve([1], [[1], [1]], [AtMost, AtLeast], [1, 2]);
        Assert.Equal(ProgrammeStatus.Infeasible, solution.Status);
        Assert.True(double.IsNaN(solution.Objective) && double.IsNaN(solution.X[0]) && double.IsNaN(solution.Duals[1]));
        Assert.Equal(ProgrammeStatus.Infeasible, Solve([1, 1], [[1, 1], [2, 2]], [Equal, Equal], [1, 3]).Status);
        Assert.Equal(ProgrammeStatus.Infeasible, Solve([1], [[0]], [AtLeast], [1]).Status);
    }

    [Fact]
    public void What_grows_without_end_is_unbounded()
    {
        Assert.Equal(ProgrammeStatus.Unbounded, Solve([1, 0], [[1, -1]], [AtMost], [1]).Status);
        Assert.Equal(ProgrammeStatus.Unbounded, Solve([1], [], [], []).Status);
        Check(Solve([-1], [], [], []), 0, [0]);
    }

    [Fact]
    public void Units_far_apart_change_nothing()
    {
        // the windows of Wyndor Glass with variables in units of 1e9 and 1e−9, rows in units of 1e6
        var solution = Solve([3e-9, 5e9], [[1e-3, 0], [0, 2e15], [3e-9, 2e9]], [AtMost, AtMost, AtMost], [4e6, 12e6, 18]);
        Assert.Equal(36, solution.Objective, 1e-11);
        Assert.Equal(2e9, solution.X[0], 1e-4);
        Assert.Equal(6e-9, solution.X[1], 1e-21);
    }

    /// <summary>x feasible, prices feasible and both values equal: that is a proof of optimality, whoever found them.</summary>
    [Fact]
    public void Every_optimum_is_proven_by_its_prices() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 8], Gen.Int[0, 1_000_000], Gen.Bool).Sample((variables, rows, seed, whole) =>
        {
            var draw = Draws(seed, whole);
            double[] c = [.. Enumerable.Range(0, variables).Select(_ => draw())];
            double[][] a = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, variables).Select(_ => draw()).ToArray())];
            Relation[] relations = [.. Enumerable.Range(0, rows).Select(_ => (Relation)((int)Math.Abs(Math.Floor(draw() * 7)) % 3))];
            double[] b = [.. Enumerable.Range(0, rows).Select(_ => draw())];
            var s = Solve(c, a, relations, b);
            if (s.Status != ProgrammeStatus.Optimal)
            {
                return true;
            }
            var size = 1e-8 * (1 + s.X.Sum(Math.Abs) + s.Duals.Sum(Math.Abs)) * 10;
            var feasible = Enumerable.Range(0, rows).All(i =>
            {
                var left = a[i].Zip(s.X, (v, x) => v * x).Sum() - b[i];
                return relations[i] switch
                {
                    AtMost => left <= size && s.Duals[i] >= -size,
                    AtLeast => left >= -size && s.Duals[i] <= size,
                    _ => Math.Abs(left) <= size,
                };
            });
            var priced = Enumerable.Range(0, variables).All(j => Enumerable.Range(0, rows).Sum(i => a[i][j] * s.Duals[i]) >= c[j] - size);
            return feasible && priced && s.X.All(x => x >= 0) && Math.Abs(s.Objective - b.Zip(s.Duals, (v, y) => v * y).Sum()) <= size * 10;
        }, iter: 5000);

    /// <summary>Rows and variables in units of their own leave status and optimum.</summary>
    [Fact]
    public void Units_of_rows_and_variables_change_nothing() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 6], Gen.Int[0, 1_000_000], Gen.Int[-9, 9].Array[12]).Sample((variables, rows, seed, powers) =>
        {
            var draw = Draws(seed, whole: false);
            double[] c = [.. Enumerable.Range(0, variables).Select(_ => draw())];
            double[][] a = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, variables).Select(_ => draw()).ToArray())];
            Relation[] relations = [.. Enumerable.Range(0, rows).Select(i => (Relation)(i % 3))];
            double[] b = [.. Enumerable.Range(0, rows).Select(_ => draw())];
            double Unit(int i) => Math.Pow(10, powers[i % 12]);
            var plain = Solve(c, a, relations, b);
            var scaled = Solve([.. c.Select((v, j) => v * Unit(j))], [.. a.Select((r, i) => r.Select((v, j) => v * Unit(j) * Unit(i + 5)).ToArray())], relations, [.. b.Select((v, i) => v * Unit(i + 5))]);
            Assert.Equal(plain.Status, scaled.Status);
            Assert.True(plain.Status != ProgrammeStatus.Optimal || Math.Abs(plain.Objective - scaled.Objective) <= 1e-9 * (1 + plain.X.Sum() * 5));
        }, iter: 3000);

    /// <summary>Bounded by construction: the programme and its dual end with the same value.</summary>
    [Fact]
    public void The_dual_programme_has_the_same_value() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 8], Gen.Int[0, 1_000_000]).Sample((variables, rows, seed) =>
        {
            var draw = Draws(seed, whole: false);
            double[] c = [.. Enumerable.Range(0, variables).Select(_ => Math.Abs(draw()))];
            double[][] a = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, variables).Select(_ => Math.Abs(draw()) + 0.1).ToArray())];
            double[] b = [.. Enumerable.Range(0, rows).Select(_ => Math.Abs(draw()))];
            var primal = Solve(c, a, [.. Enumerable.Repeat(AtMost, rows)], b);
            double[][] transposed = [.. Enumerable.Range(0, variables).Select(j => a.Select(r => r[j]).ToArray())];
            var dual = Solve([.. b.Select(v => -v)], transposed, [.. Enumerable.Repeat(AtLeast, variables)], c);
            return Math.Abs(primal.Objective + dual.Objective) < 1e-9 * (1 + primal.Objective);
        }, iter: 2000);

    private static Func<double> Draws(int seed, bool whole)
    {
        var random = new Random(seed);
        return () => whole ? random.Next(-3, 4) : random.NextDouble() * 10 - 5;
    }

    private static ProgrammeSolution Solve(double[] c, double[][] a, Relation[] relations, double[] b) => LinearProgramme.Maximise(c, a, relations, b);

    private static void Check(ProgrammeSolution solution, double objective, double[] x, double[]? duals = null)
    {
        Assert.Equal(ProgrammeStatus.Optimal, solution.Status);
        Assert.Equal(objective, solution.Objective, 1e-13);
        Assert.All(x.Zip(solution.X), p => Assert.Equal(p.First, p.Second, 1e-13));
        Assert.All((duals ?? []).Zip(solution.Duals), p => Assert.Equal(p.First, p.Second, 1e-13));
    }
}
