using System.Collections.Immutable;
using ClusterResearch.Findings;

namespace ClusterResearch.Verification;

/// <summary>Holds the library against reference cases: other tools, published tables, certified values.</summary>
/// <remarks>
/// Data, options and expectations come only from the files; each method of a case is asked through the library's public
/// methods. A method that the library has not is listed as missing, never passed over.
/// </remarks>
/// <example><code>
/// var report = Verifier.Run(["tests/reference"]);
/// </code></example>
public static class Verifier
{
    /// <summary>Runs every case of the given files and folders, in the order given, files of a folder by name.</summary>
    /// <param name="paths">Files of the format that tests/reference/README.md describes, or folders that hold some.</param>
    /// <returns>One verdict per case.</returns>
    /// <exception cref="FindingsException">A path does not exist (CR7001), a file is no JSON (CR7002) or holds no cases
    /// (CR7003), a case lacks a part (CR7004): all at once, before anything is run.</exception>
    public static VerificationReport Run(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var findings = new List<Finding>();
        var cases = paths.SelectMany(p => ReferenceFile.Read(p, findings)).ToArray();
        return findings.Count == 0 ? new([.. cases.Select(Judge)]) : throw new FindingsException(findings);
    }

    private static CaseVerdict Judge(ReferenceCase reference)
    {
        if (!ReferenceMethods.All.TryGetValue(reference.Method, out var method))
        {
            return Verdict(CaseOutcome.Missing, [$"The library has no method “{reference.Method}”."]);
        }
        try
        {
            var comparison = new Comparison(reference.Tolerance, reference.Status == "published");
            comparison.Compare(reference.Expected, method(reference));
            return Verdict(comparison.Differences.Count == 0 ? CaseOutcome.Passed : CaseOutcome.Failed, [.. comparison.Differences], comparison);
        }
#pragma warning disable CA1031 // whatever breaks off, the case falls short and the others are still judged
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Verdict(CaseOutcome.Failed, [$"The method broke off: {e.GetType().Name}: {e.Message}"]);
        }

        CaseVerdict Verdict(CaseOutcome outcome, ImmutableArray<string> differences, Comparison? comparison = null) =>
            new(reference.Id, reference.Method, reference.Variant, reference.File.Name, reference.Status, reference.Source, outcome, comparison?.Compared ?? 0, comparison?.Digits ?? double.NaN, differences);
    }
}

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>Every expected value is met within its tolerance.</summary>
    Passed,

    /// <summary>A value falls short, or the method broke off.</summary>
    Failed,

    /// <summary>The library has no method of that name.</summary>
    Missing,
}

/// <summary>One reference case, judged.</summary>
/// <param name="Id">The case.</param>
/// <param name="Method">The method, by the name the reference files use.</param>
/// <param name="Variant">The options that name its variant; empty where there are none.</param>
/// <param name="File">The file the case stands in.</param>
/// <param name="Status">The kind of evidence: certified, published, peer, two-implementations, definition or behaviour.</param>
/// <param name="Peer">The tool, version and call that gave the expected values.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Values">How many expected values were compared.</param>
/// <param name="Digits">To how many digits the worst number agrees, at most 16; NaN where no number was compared.</param>
/// <param name="Differences">What falls short, one sentence each.</param>
public sealed record CaseVerdict(
    string Id,
    string Method,
    string Variant,
    string File,
    string Status,
    string Peer,
    CaseOutcome Outcome,
    int Values,
    double Digits,
    ImmutableArray<string> Differences
);
