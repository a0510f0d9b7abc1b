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
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
        {
            var (line, column) = Place(bytes, zero);
            findings.Add(TableFindings.ZeroByte(file.Name, line, column));
            return null;
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var at = Math.Max(0, fault.Index);
            var (line, column) = Place(bytes, at);
            findings.Add(TableFindings.Encoding(file.Name, line, column, bytes[at]));
            return null;
        }
    }

    /// <summary>Line and column of a byte, both from 1; columns count characters.</summary>
    public static (int Line, int Column) Place(ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
