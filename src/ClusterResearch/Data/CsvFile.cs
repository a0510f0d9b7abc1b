using System.Globalization;
using System.Text;
using ClusterResearch.Findings;
using CsvHelper;

namespace ClusterResearch.Data;

/// <summary>A CSV file as cells with positions; strict: what is not plain RFC 4180 in UTF-8 is a finding.</summary>
internal sealed class CsvFile
{
    private readonly List<Finding> findings;
    private string headerLine = "";

    private CsvFile(string name, List<Finding> findings) => (Name, this.findings) = (name, findings);

    public string Name { get; }

    public string[] Headers { get; private set; } = [];

    /// <summary>The rows that have as many cells as the header.</summary>
    public List<CsvRow> Rows { get; } = [];

    /// <summary>Reads the file; every fault goes to <paramref name="findings"/>.</summary>
    public static CsvFile Read(SourceFile file, List<Finding> findings)
    {
        var csv = new CsvFile(file.Name, findings);
        if (TextDecoder.Decode(file, findings) is not null)
        {
            csv.Parse(file.Bytes);
        }
        return csv;
    }

    /// <summary>Where a header starts in the first line, from 1.</summary>
    public int HeaderColumn(int ordinal) => CsvRow.ColumnOf(headerLine, ordinal);

    /// <summary>The ordinal of a column, or -1.</summary>
    public int Ordinal(string header) => Array.IndexOf(Headers, header);

    private void Parse(ReadOnlyMemory<byte> bytes)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = r => findings.Add(TableFindings.Quotes(Name, (int)r.LineNumber, QuoteColumn(r.RawRecord))),
        };
        using var reader = CsvReader.Create(bytes, options);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }
            ReadRecord(cells, (int)reader.LineNumber, Encoding.UTF8.GetString(reader.RawRecord));
        }
    }

    private void ReadRecord(string[] cells, int line, string raw)
    {
        if (Headers.Length == 0)
        {
            ReadHeader(cells, raw);
        }
        else if (cells.Length != Headers.Length)
        {
            findings.Add(TableFindings.Ragged(Name, line, cells.Length, Headers.Length));
        }
        else
        {
            Rows.Add(new CsvRow(this, line, cells, raw));
        }
    }

    private void ReadHeader(string[] cells, string raw)
    {
        (Headers, headerLine) = (cells, raw);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                findings.Add(TableFindings.NoHeader(Name, CsvRow.ColumnOf(raw, i), i + 1));
            }
            else if (Array.IndexOf(cells, cells[i]) < i)
            {
                findings.Add(TableFindings.HeaderTwice(Name, CsvRow.ColumnOf(raw, i), cells[i]));
            }
        }
    }

    private static int QuoteColumn(string raw) => raw.IndexOf('"', StringComparison.Ordinal) + 1;

    public void Report(Finding finding) => findings.Add(finding);
}

/// <summary>One row of a <see cref="CsvFile"/>.</summary>
internal sealed class CsvRow(CsvFile file, int line, string[] cells, string raw)
{
    public int Line => line;

    public string this[int ordinal] => cells[ordinal];

    /// <summary>Where the cell starts in its line, from 1.</summary>
    public int Column(int ordinal) => ColumnOf(raw, ordinal);

    /// <summary>Where a character of the cell's text stands in its line, from 1.</summary>
    public int Column(int ordinal, int offset)
    {
        var start = Column(ordinal);
        return start + offset + (start <= raw.Length && raw[start - 1] == '"' ? 1 : 0);
    }

    /// <summary>The cell's text; empty is a finding.</summary>
    public string? Required(int ordinal)
    {
        if (cells[ordinal].Length > 0)
        {
            return cells[ordinal];
        }
        file.Report(TableFindings.NoValue(file.Name, line, Column(ordinal), file.Headers[ordinal]));
        return null;
    }

    /// <summary>The cell as a number: NaN where empty; text, decimal commas and infinities are findings and give NaN.</summary>
    public double Number(int ordinal)
    {
        var text = cells[ordinal];
        if (text.Length == 0)
        {
            return double.NaN;
        }
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, style, Invariant, out var value))
        {
            file.Report(
                LooksLikeDecimalComma(text)
                    ? TableFindings.Comma(file.Name, line, Column(ordinal), file.Headers[ordinal], text)
                    : TableFindings.NotANumber(file.Name, line, Column(ordinal), file.Headers[ordinal], text)
            );
            return double.NaN;
        }
        if (!double.IsFinite(value))
        {
            file.Report(TableFindings.Infinite(file.Name, line, Column(ordinal), file.Headers[ordinal], text));
            return double.NaN;
        }
        return value;
    }

    /// <summary>The cell as a year; anything else is a finding and gives null.</summary>
    public int? Year(int ordinal)
    {
        if (int.TryParse(cells[ordinal], NumberStyles.None, Invariant, out var year) && year is >= 1000 and <= 9999)
        {
            return year;
        }
        file.Report(TableFindings.Year(file.Name, line, Column(ordinal), cells[ordinal]));
        return null;
    }

    /// <summary>Where the cell with this ordinal starts in a raw record, from 1.</summary>
    public static int ColumnOf(string raw, int ordinal)
    {
        var quoted = false;
        for (var i = 0; i < raw.Length && ordinal > 0; i++)
        {
            if (raw[i] == '"')
            {
                quoted = !quoted;
            }
            else if (raw[i] == ',' && !quoted && --ordinal == 0)
            {
                return i + 2;
            }
        }
        return 1;
    }

    private static bool LooksLikeDecimalComma(string text) =>
        text.Contains(',', StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-' or '+');
}
