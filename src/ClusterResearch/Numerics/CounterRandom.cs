namespace ClusterResearch.Numerics;

/// <summary>Random numbers by counting: each is a function of seed, stream and place, so a replication has the same ones whichever thread computes it and when.</summary>
/// <remarks>
/// The counter runs through the finaliser of SplitMix64 (Steele, Lea and Flood 2014), which passes the usual batteries; streams begin at hashed places of
/// its 2⁶⁴ steps. Integer arithmetic only: the same on every machine.
/// </remarks>
internal struct CounterRandom(ulong seed, ulong stream)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = Mix(seed + Golden * Mix(stream + Golden));

    /// <summary>A number strictly between 0 and 1, on a grid of 2⁻⁵³.</summary>
    public double Next()
    {
        state += Golden;
        return ((Mix(state) >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    /// <summary>A standard normal number, by Box and Muller.</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>A gamma number of shape a and scale 1, by Marsaglia and Tsang (2000).</summary>
    public double NextGamma(double shape)
    {
        if (shape < 1)
        {
            return NextGamma(shape + 1) * Math.Pow(Next(), 1 / shape);
        }
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextNormal();
            var v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.Log(Next()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }

    /// <summary>A whole number from 0 up to, not including, a limit.</summary>
    public int Next(int limit) => (int)(Next() * limit);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
