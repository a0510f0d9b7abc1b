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

    /// <summary>Whether <see cref="Rows"/> holds every row of the file: none was ragged or badly quoted.</summary>
    public bool IsWhole { get; private set; } = true;

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
            Separator = ',', // or the reader would guess it
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = r => ReportQuotes(bytes.Span, r),
        };
        using var reader = CsvReader.Create(bytes, options);
        while (reader.Read() && (IsWhole || Headers.Length > 0))
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
        else if (cells.Length != Headers.Length || raw.Length == 0)
        {
            IsWhole = false;
            findings.Add(raw.Length == 0 ? TableFindings.BlankLine(Name, line) : TableFindings.Ragged(Name, line, cells.Length, Headers.Length));
        }
        else
        {
            var row = new CsvRow(this, line, cells, raw);
            RemoveInvisible(cells, (i, at) => (row.LineOf(i), row.Column(i, at)));
            Rows.Add(row);
        }
    }

    private void ReadHeader(string[] cells, string raw)
    {
        if (raw.Length == 0)
        {
            IsWhole = false;
            findings.Add(TableFindings.BlankLine(Name, 1));
            return;
        }
        if (cells.Length == 1 && raw.AsSpan().IndexOfAny(";\t|") is >= 0 and var at)
        {
            IsWhole = false;
            findings.Add(TableFindings.Separator(Name, at + 1, raw[at] == '\t' ? "a tab" : $"“{raw[at]}”"));
            return;
        }
        RemoveInvisible(cells, (i, at) => (1, CsvRow.ColumnOf(raw, i) + at));
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

    /// <summary>Reports invisible characters and takes them out, so that the cell is no second finding.</summary>
    private void RemoveInvisible(string[] cells, Func<int, int, (int Line, int Column)> place)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (InvisibleCharacters.IndexIn(cells[i]) is >= 0 and var at)
            {
                var (line, column) = place(i, at);
                findings.Add(TableFindings.InvisibleCharacter(Name, line, column, cells[i][at]));
                cells[i] = InvisibleCharacters.Remove(cells[i]);
            }
        }
    }

    private void ReportQuotes(ReadOnlySpan<byte> bytes, CsvMalformedRecord record)
    {
        IsWhole = false;
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            var open = OpeningQuote(record.RawRecord);
            var before = record.RawRecord.AsSpan(0, open);
            findings.Add(TableFindings.Quotes(Name, (int)record.LineNumber + before.Count('\n'), open - before.LastIndexOf('\n'),
                "a quoted cell that does not end: the rest of the file is in it"));
            return;
        }
        var (line, column) = TextDecoder.Place(bytes, (int)record.ByteOffset);
        var found = record.Reason == CsvMalformedReason.StrayQuote ? "a quote inside a cell that does not begin with one" : "text after the closing quote of a cell";
        // the quote at fault may be lines above
        var begin = line == record.LineNumber ? "" : string.Create(Invariant, $", in a row that begins in line {record.LineNumber}");
        findings.Add(TableFindings.Quotes(Name, line, column, found + begin));
    }

    /// <summary>The position of the quote that opens the cell which does not end.</summary>
    private static int OpeningQuote(string raw)
    {
        var (open, quoted) = (0, false);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '"')
            {
                (open, quoted) = (quoted ? open : i, !quoted);
            }
        }
        return open;
    }

    public void Report(Finding finding) => findings.Add(finding);
}

/// <summary>One row of a <see cref="CsvFile"/>.</summary>
internal sealed class CsvRow(CsvFile file, int line, string[] cells, string raw)
{
    public int Line => line;

    public string this[int ordinal] => cells[ordinal];

    /// <summary>The line the cell starts in; a quoted cell before it may hold line breaks.</summary>
    public int LineOf(int ordinal) => line + raw.AsSpan(0, StartOf(raw, ordinal)).Count('\n');

    /// <summary>Where the cell starts in its line, from 1.</summary>
    public int Column(int ordinal) => ColumnOf(raw, ordinal);

    /// <summary>Where a character of the cell's text stands in its line, from 1.</summary>
    public int Column(int ordinal, int offset)
    {
        var start = StartOf(raw, ordinal);
        return Column(ordinal) + offset + (start < raw.Length && raw[start] == '"' ? 1 : 0);
    }

    /// <summary>The cell's text; empty is a finding.</summary>
    public string? Required(int ordinal)
    {
        if (cells[ordinal].Length > 0)
        {
            return cells[ordinal];
        }
        file.Report(TableFindings.NoValue(file.Name, LineOf(ordinal), Column(ordinal), file.Headers[ordinal]));
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
                    ? TableFindings.Comma(file.Name, LineOf(ordinal), Column(ordinal), file.Headers[ordinal], text)
                    : TableFindings.NotANumber(file.Name, LineOf(ordinal), Column(ordinal), file.Headers[ordinal], text)
            );
            return double.NaN;
        }
        if (!double.IsFinite(value))
        {
            file.Report(TableFindings.Infinite(file.Name, LineOf(ordinal), Column(ordinal), file.Headers[ordinal], text));
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
        file.Report(TableFindings.Year(file.Name, LineOf(ordinal), Column(ordinal), cells[ordinal]));
        return null;
    }

    /// <summary>Where the cell with this ordinal starts in its line of a raw record, from 1.</summary>
    public static int ColumnOf(string raw, int ordinal)
    {
        var start = StartOf(raw, ordinal);
        return start - raw.AsSpan(0, start).LastIndexOf('\n');
    }

    private static int StartOf(string raw, int ordinal)
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
                return i + 1;
            }
        }
        return 0;
    }

    private static bool LooksLikeDecimalComma(string text) =>
        text.Contains(',', StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-' or '+');
}
