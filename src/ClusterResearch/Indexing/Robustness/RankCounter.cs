using System.Numerics;
using System.Runtime.InteropServices;

namespace ClusterResearch.Indexing.Robustness;

/// <summary>Counts ranks and who is above whom over replications: whole numbers, so that the order of adding does not matter.</summary>
internal sealed class RankCounter
{
    private readonly int cities, padded;
    private readonly long[] above; // row i: how often each city was above city i
    private readonly long[] frequency; // row i: how often city i had each rank, from 1

    public RankCounter(int cities, int padded)
    {
        (this.cities, this.padded) = (cities, padded);
        (above, frequency) = (new long[cities * padded], new long[cities * (cities + 1)]);
    }

    /// <summary>How often a city was above another.</summary>
    public long Above(int city, int other) => above[other * padded + city];

    /// <summary>How often a city had a rank.</summary>
    public long Frequency(int city, int rank) => frequency[city * (cities + 1) + rank];

    /// <summary>Counts one replication; NaN takes no rank and is above nobody. Of equal scores all have the best rank.</summary>
    public void Add(double[] scores)
    {
        var s = MemoryMarshal.Cast<double, Vector<double>>(scores.AsSpan(0, padded));
        for (var i = 0; i < cities; i++)
        {
            if (double.IsNaN(scores[i]))
            {
                continue;
            }
            var own = new Vector<double>(scores[i]);
            var counts = MemoryMarshal.Cast<long, Vector<long>>(above.AsSpan(i * padded, padded));
            var better = Vector<long>.Zero;
            for (var v = 0; v < s.Length; v++)
            {
                var mask = Vector.GreaterThan(s[v], own); // −1 where above
                counts[v] -= mask;
                better -= mask;
            }
            frequency[i * (cities + 1) + 1 + (int)Vector.Sum(better)]++;
        }
    }

    /// <summary>Adds the counts of another.</summary>
    public void Add(RankCounter other)
    {
        for (var i = 0; i < above.Length; i++)
        {
            above[i] += other.above[i];
        }
        for (var i = 0; i < frequency.Length; i++)
        {
            frequency[i] += other.frequency[i];
        }
    }
}
