using System.Text;
using ClusterResearch.Findings;

namespace ClusterResearch.Data;

/// <summary>Bytes to text, strictly: UTF-8 without byte order mark, anything else is a finding.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text, or null after reporting why there is none.</summary>
    public static string? Decode(SourceFile file, List<Finding> findings)
    {
        var bytes = file.Bytes.Span;
        if (bytes.IsEmpty || bytes.IndexOfAnyExcept("\r\n \t"u8) < 0)
        {
            findings.Add(TableFindings.Empty(file.Name));
            return null;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            findings.Add(TableFindings.Bom(file.Name, "UTF-8"));
            return null;
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            findings.Add(TableFindings.Bom(file.Name, "UTF-16"));
            return null;
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            findings.Add(Place(file, fault));
            return null;
        }
    }

    private static Finding Place(SourceFile file, DecoderFallbackException fault)
    {
        var bytes = file.Bytes.Span;
        var before = bytes[..Math.Max(0, fault.Index)];
        var line = before.Count((byte)'\n') + 1;
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1;
        return TableFindings.Encoding(file.Name, line, column, bytes[Math.Max(0, fault.Index)]);
    }
}
