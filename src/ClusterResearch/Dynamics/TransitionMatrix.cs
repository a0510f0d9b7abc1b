using System.Collections.Immutable;
using ClusterResearch.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace ClusterResearch.Dynamics;

/// <summary>Transitions between k states: how often units in one state are in another a step later.</summary>
/// <remarks>
/// <para>p_ij = n_ij/Σ_j n_ij over all units and steps, the maximum-likelihood estimate of a Markov chain of order one that is the same at all times. Ergodic: the distribution π = πP the
/// chain runs towards; there is none where a state was never left (NaN row) or where more than one set of states cannot be left.</para>
/// <para>A step from or to a missing state is not counted, and such steps are counted in <see cref="LeftOut"/>. With few units the shares are rough: counts stand beside them.</para>
/// <para><b>Source</b> Anderson and Goodman, Annals of Mathematical Statistics 28 (1957), 89–110; Quah, Economic Journal 106 (1996), 1045–1055.</para>
/// <para><b>Verification</b> two independent programs: tests/reference/E_dynamics_concentration.json.</para>
/// </remarks>
public sealed class TransitionMatrix
{
    private readonly int[,] counts;

    private TransitionMatrix(int[,] counts, int leftOut) => (this.counts, LeftOut) = (counts, leftOut);

    /// <summary>k.</summary>
    public int States => counts.GetLength(0);

    /// <summary>Steps that were not counted for want of a state.</summary>
    public int LeftOut { get; }

    /// <summary>Counts the steps of units through states.</summary>
    /// <param name="paths">One path per unit: a state from 1 to k at every time, 0 where missing.</param>
    /// <param name="states">k, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A state is above k or below 0, or k below 1.</exception>
    public static TransitionMatrix Of(IEnumerable<IReadOnlyList<int>> paths, int states)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        var (counts, leftOut) = (new int[states, states], 0);
        foreach (var path in paths)
        {
            if (path.Any(s => s < 0 || s > states))
            {
                throw new ArgumentOutOfRangeException(nameof(paths), string.Create(Invariant, $"A state lies outside 1 to {states}; missing is 0."));
            }
            foreach (var (a, b) in path.Zip(path.Skip(1)))
            {
                if (a > 0 && b > 0)
                {
                    counts[a - 1, b - 1]++;
                }
                else
                {
                    leftOut++;
                }
            }
        }
        return new(counts, leftOut);
    }

    /// <summary>Steps from state i to state j, both from 1.</summary>
    public int Count(int from, int to) => counts[from - 1, to - 1];

    /// <summary>Share of the steps from state i that lead to state j; NaN where none starts at i.</summary>
    public double Share(int from, int to) => Row(from) is var all && all > 0 ? Count(from, to) / (double)all : double.NaN;

    /// <summary>The distribution the chain runs towards, one share per state; NaN where there is none.</summary>
    public ImmutableArray<double> Ergodic()
    {
        var k = States;
        if (Enumerable.Range(1, k).Any(i => Row(i) == 0) || ClosedSets() != 1)
        {
            return [.. Enumerable.Repeat(double.NaN, k)];
        }
        var a = Matrix<double>.Build.Dense(k, k, (j, i) => j == k - 1 ? 1 : Share(i + 1, j + 1) - (i == j ? 1 : 0));
        return [.. a.Solve(Vector<double>.Build.Dense(k, j => j == k - 1 ? 1 : 0)).Select(v => Math.Max(0, v))];
    }

    /// <summary>One row per state of departure: shares in per cent, and the number of steps.</summary>
    /// <param name="names">The names of the states.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">Not one name per state.</exception>
    public Table ToTable(IReadOnlyList<string> names, string title = "Transitions from one year to the next")
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != States)
        {
            throw new ArgumentException(string.Create(Invariant, $"{names.Count} names for {States} states."), nameof(names));
        }
        return new(title,
            [Column.Text("from", "From"), .. names.Select((n, j) => Column.Number(string.Create(Invariant, $"to{j + 1}"), $"to {n}", 1, "%")), Column.Number("steps", "Steps", 0)],
            names.Select((n, i) => (object?[])[n, .. names.Select((_, j) => (object?)(100 * Share(i + 1, j + 1))), Row(i + 1)]),
            [string.Create(Invariant, $"Shares of the steps that start in a state; {LeftOut} steps without a state before or after are not counted.")]);
    }

    private int Row(int from) => Enumerable.Range(1, States).Sum(j => Count(from, j));

    /// <summary>How many sets of states lead to each other and nowhere else.</summary>
    private int ClosedSets()
    {
        var k = States;
        var reach = new bool[k, k];
        for (var i = 0; i < k; i++)
        {
            var open = new Stack<int>([i]);
            reach[i, i] = true;
            while (open.TryPop(out var at))
            {
                for (var j = 0; j < k; j++)
                {
                    if (counts[at, j] > 0 && !reach[i, j])
                    {
                        reach[i, j] = true;
                        open.Push(j);
                    }
                }
            }
        }
        var closed = Enumerable.Range(0, k).Where(i => Enumerable.Range(0, k).All(j => !reach[i, j] || reach[j, i]));
        return closed.Select(i => Enumerable.Range(0, k).First(j => reach[i, j] && reach[j, i])).Distinct().Count();
    }
}
