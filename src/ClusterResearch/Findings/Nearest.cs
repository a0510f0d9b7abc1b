namespace ClusterResearch.Findings;

/// <summary>Finds the name that a reader probably meant.</summary>
internal static class Nearest
{
    /// <summary>“did you mean “x”? ” for the nearest candidate within a third of the length, else nothing.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(c => (Name: c, Distance: Distance(name.ToUpperInvariant(), c.ToUpperInvariant())))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Name != name && best.Distance <= Math.Max(1, name.Length / 3) ? $"did you mean “{best.Name}”? " : "";
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitute, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }
            (before, previous) = (previous, current);
        }
        return previous[^1];
    }
}
