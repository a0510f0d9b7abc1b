using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Indexing.Variants;

/// <summary>Reads numbers as printed, with everything that is wrong with them at once.</summary>
internal static class PrintedTable
{
    public static ImmutableArray<(string Label, PrintedNumber Number)> Read(
        string file, string what, IReadOnlyList<(string Label, string Text)> printed, Func<string, int?> line, Func<string, Finding?> unknown, List<Finding> findings)
    {
        if (printed.Count == 0)
        {
            findings.Add(VariantFindings.None(file, what));
        }
        var numbers = ImmutableArray.CreateBuilder<(string, PrintedNumber)>();
        foreach (var (label, text) in printed)
        {
            if (line(label) is not { } at)
            {
                findings.Add(unknown(label)!);
            }
            else if (PrintedNumber.Parse(text) is { } number)
            {
                numbers.Add((label, number));
            }
            else
            {
                findings.Add(VariantFindings.Unreadable(file, at, label, text));
            }
        }
        findings.AddRange(printed.CountBy(p => p.Label).Where(p => p.Value > 1).Select(p => VariantFindings.Twice(file, line(p.Key) ?? 0, p.Key, p.Value)));
        return numbers.ToImmutable();
    }

    /// <summary>Weights as shares: those that sum to about 100 are per cent.</summary>
    public static ImmutableArray<(string Label, PrintedNumber Number)> AsShares(ImmutableArray<(string Label, PrintedNumber Number)> numbers)
    {
        var sum = (double)numbers.Sum(n => n.Number.Value);
        return Math.Abs(sum - 100) < Math.Abs(sum - 1) ? [.. numbers.Select(n => (n.Label, n.Number.Hundredth()))] : numbers;
    }

    /// <summary>Says so if the weights do not sum to 1 within what rounding explains.</summary>
    public static IEnumerable<string> SumNote(ImmutableArray<(string Label, PrintedNumber Number)> numbers)
    {
        var (sum, rounding) = ((double)numbers.Sum(n => n.Number.Value), numbers.Sum(n => n.Number.Unit) / 2);
        if (Math.Abs(sum - 1) > rounding + 1e-12)
        {
            yield return string.Create(Invariant, $"The printed weights sum to {sum:G6}; rounding explains {1 - rounding:G6} to {1 + rounding:G6}. Weights among other siblings may be printed, or some left out.");
        }
    }
}
