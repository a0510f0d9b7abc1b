namespace ClusterResearch.Findings;

/// <summary>What can be wrong with a table file (CR1xxx), and how it is said.</summary>
internal static class TableFindings
{
    public static readonly FindingCode FileMissing = new("CR1001", "file-missing");
    public static readonly FindingCode FileEmpty = new("CR1002", "file-empty");
    public static readonly FindingCode ByteOrderMark = new("CR1003", "byte-order-mark");
    public static readonly FindingCode NotUtf8 = new("CR1004", "not-utf8");
    public static readonly FindingCode UnbalancedQuotes = new("CR1101", "unbalanced-quotes");
    public static readonly FindingCode EmptyHeader = new("CR1102", "empty-header");
    public static readonly FindingCode DuplicateHeader = new("CR1103", "duplicate-header");
    public static readonly FindingCode RaggedRow = new("CR1104", "ragged-row");
    public static readonly FindingCode TextInNumber = new("CR1105", "text-in-number");
    public static readonly FindingCode DecimalComma = new("CR1106", "decimal-comma");
    public static readonly FindingCode NotFinite = new("CR1107", "number-not-finite");
    public static readonly FindingCode DuplicateKey = new("CR1108", "duplicate-key");
    public static readonly FindingCode EmptyCell = new("CR1109", "empty-cell");
    public static readonly FindingCode UnknownCity = new("CR1110", "unknown-city");
    public static readonly FindingCode OutOfRange = new("CR1111", "out-of-range");
    public static readonly FindingCode NotAYear = new("CR1112", "not-a-year");
    public static readonly FindingCode MissingRow = new("CR1113", "missing-row");
    public static readonly FindingCode UnknownWord = new("CR1114", "unknown-word");
    public static readonly FindingCode WrongSeparator = new("CR1115", "wrong-separator");
    public static readonly FindingCode Invisible = new("CR1116", "invisible-character");

    public static Finding Missing(string file) =>
        new(FileMissing, file, 0, 0, "no such file", "a readable file", "check the path, or restore the file");

    public static Finding Empty(string file) =>
        new(FileEmpty, file, 0, 0, "an empty file", "a file with content", "restore the file");

    public static Finding NoRows(string file) =>
        new(FileEmpty, file, 0, 0, "a header line and no rows", "at least one row", "add the rows, or restore the file");

    public static Finding Bom(string file, string kind) =>
        new(ByteOrderMark, file, 1, 1, $"a {kind} byte order mark", "UTF-8 without byte order mark",
            "save as “UTF-8” (in Excel the format “CSV UTF-8” adds a mark; most editors can save without)");

    public static Finding Encoding(string file, int line, int column, byte value) =>
        new(NotUtf8, file, line, column, string.Create(Invariant, $"byte 0x{value:X2}, which is not UTF-8"), "text in UTF-8",
            "the file is probably GBK, as Chinese versions of Excel save it: open it with encoding GBK (936) and save as UTF-8");

    public static Finding ZeroByte(string file, int line, int column) =>
        new(NotUtf8, file, line, column, "byte 0x00, which no text holds", "text in UTF-8",
            "the file is probably UTF-16 without a mark, or no text at all: save it as UTF-8");

    public static Finding Separator(string file, int column, string separator) =>
        new(WrongSeparator, file, 1, column, $"{separator} between the columns", "commas between the columns", "save the file with commas, as UTF-8 without byte order mark");

    public static Finding Quotes(string file, int line, int column, string found) =>
        new(UnbalancedQuotes, file, line, column, found, "quotes around a whole cell only, and \"\" for a quote inside it",
            "close the quote, put the whole cell in quotes, or double the quote inside it");

    public static Finding NoHeader(string file, int column, int ordinal) =>
        new(EmptyHeader, file, 1, column, string.Create(Invariant, $"column {ordinal} has no name"), "a name for every column",
            "name the column, or remove it");

    public static Finding HeaderTwice(string file, int column, string name) =>
        new(DuplicateHeader, file, 1, column, $"the column “{name}” a second time", "every column name once",
            "rename or remove one of the two columns");

    public static Finding InvisibleCharacter(string file, int line, int column, char found) =>
        new(Invisible, file, line, column, string.Create(Invariant, $"the invisible character U+{(int)found:X4}"), "characters that can be seen, so that what looks the same is the same",
            "delete it: retype the cell, or paste it as plain text");

    public static Finding BlankLine(string file, int line) =>
        new(RaggedRow, file, line, 0, "an empty line", line == 1 ? "a header line with column names" : "a row", "remove the line");

    public static Finding Ragged(string file, int line, int found, int expected) =>
        new(RaggedRow, file, line, 0, string.Create(Invariant, $"{found} cell{(found == 1 ? "" : "s")}"),
            string.Create(Invariant, $"{expected} cells as in the header"),
            found > expected ? "quote a cell that holds a comma, or remove the surplus cell" : "add the missing cells; a missing value is an empty cell");

    public static Finding NotANumber(string file, int line, int column, string header, string text) =>
        new(TextInNumber, file, line, column, $"“{text}” in the column “{header}”",
            "a number such as 1234.5, or an empty cell for missing", "write the number without spaces, signs of percent or words; leave the cell empty if it is missing");

    public static Finding Comma(string file, int line, int column, string header, string text) =>
        new(DecimalComma, file, line, column, $"“{text}” in the column “{header}”", "a point before the decimals and nothing between thousands",
            "write 1234.5 instead of 1234,5 or 1,234.5");

    public static Finding Infinite(string file, int line, int column, string header, string text) =>
        new(NotFinite, file, line, column, $"“{text}” in the column “{header}”", "a finite number below 1.8e308",
            "correct the number, or leave the cell empty if it is missing");

    public static Finding KeyTwice(string file, int line, int column, string key, int first) =>
        new(DuplicateKey, file, line, column, $"{key} a second time", string.Create(Invariant, $"{key} once (it stands in line {first})"),
            "remove one of the two rows");

    public static Finding NoValue(string file, int line, int column, string header) =>
        new(EmptyCell, file, line, column, $"nothing in the column “{header}”", "a value", "fill the cell");

    public static Finding City(string file, int line, int column, string city, string cities, string nearest) =>
        new(UnknownCity, file, line, column, $"the city “{city}”", $"a city of {cities}", $"{(nearest.Length > 0 ? nearest : "correct the name, ")}or add the city to {cities}");

    public static Finding Range(string file, int line, int column, string header, double value, string bound) =>
        new(OutOfRange, file, line, column, string.Create(Invariant, $"{value:R} in the column “{header}”"), bound,
            "correct the number, or the constraint in datapackage.json");

    public static Finding Year(string file, int line, int column, string text) =>
        new(NotAYear, file, line, column, $"“{text}”", "a year such as 2010", "write the year with four digits");

    public static Finding NoRow(string file, string city, int year) =>
        new(MissingRow, file, 0, 0, string.Create(Invariant, $"no row for {city} {year}"), "one row for every city and year",
            "add the row; leave its cells empty if the figures are missing");

    public static Finding NoYears(string file, int first, int last) =>
        new(MissingRow, file, 0, 0, string.Create(Invariant, $"no row for {(first == last ? $"the year {first}" : $"the years {first} to {last}")}, though earlier and later years have rows"),
            "one row for every city and year", "correct the year if one is mistyped, or add the rows");

    public static Finding Word(string file, int line, int column, string header, string text, string allowed) =>
        new(UnknownWord, file, line, column, $"“{text}” in the column “{header}”", $"one of {allowed}", "use one of these words");
}
