namespace ClusterResearch.Numerics;

/// <summary>Random numbers by counting: each is a function of seed, stream and place, so a replication has the same ones whichever thread computes it and when.</summary>
/// <remarks>Places of a part of <see cref="SplitMix"/>, one after the other. Integer arithmetic only: the same on every machine.</remarks>
internal struct CounterRandom(ulong seed, ulong stream)
{
    private readonly SplitMix source = new SplitMix(seed).Part(stream);
    private ulong place;

    /// <summary>A number strictly between 0 and 1, on a grid of 2⁻⁵³.</summary>
    public double Next() => ((source.Bits(place++) >> 11) + 0.5) * (1.0 / (1UL << 53));

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
}
