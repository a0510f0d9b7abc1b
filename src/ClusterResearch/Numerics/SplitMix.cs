namespace ClusterResearch.Numerics;

/// <summary>Random numbers by counting: number i of a seed is a function of both, whoever asks and in whatever order (SplitMix64; Steele, Lea and Flood 2014).</summary>
internal readonly struct SplitMix(ulong seed)
{
    /// <summary>Number i, 64 bits.</summary>
    public ulong Bits(ulong i)
    {
        var z = seed + (i + 1) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Number i, from 0 to below 1.</summary>
    public double Uniform(ulong i) => (Bits(i) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A generator of its own for a part of the work.</summary>
    public SplitMix Part(ulong part) => new(Bits(part) ^ 0xD1B54A32D192ED03UL);
}
