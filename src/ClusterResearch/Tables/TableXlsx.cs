using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ClusterResearch.Tables;

/// <summary>A table as an Excel workbook.</summary>
/// <remarks>One sheet of texts and numbers needs five small parts; a library for workbooks costs half a second to start.</remarks>
internal static class TableXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packaged = "http://schemas.openxmlformats.org/package/2006";
    private const string Typed = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

    /// <summary>The zip format's first day: a workbook must not depend on the clock.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The parts that are the same in every workbook.</summary>
    private static readonly (string Name, string Xml)[] Frame =
    [
        ("[Content_Types].xml",
            $"""
            {Head}<Types xmlns="{Packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Typed}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Typed}.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/workbook.xml",
            $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="table" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
    ];

    public static byte[] Write(Table table)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Frame)
            {
                using var part = Part(archive, name);
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
            using var sheet = Part(archive, "xl/worksheets/sheet1.xml");
            using var writer = XmlWriter.Create(sheet, Settings);
            WriteSheet(writer, table);
        }
        return bytes.ToArray();
    }

    private static string Relation(string kind, string target) =>
        $"""
        {Head}<Relationships xmlns="{Packaged}/relationships"><Relationship Id="rId1" Type="{Relations}/{kind}" Target="{target}"/></Relationships>
        """;

    private static Stream Part(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private static void WriteSheet(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var row = 0;
        foreach (var cells in table.Rows.Select(r => (IEnumerable<object?>)r).Prepend(table.Columns.Select(c => c.Key)))
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", (++row).ToString(Invariant));
            foreach (var (column, cell) in cells.Index())
            {
                WriteCell(xml, string.Create(Invariant, $"{Letters(column)}{row}"), cell);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string place, object? cell)
    {
        if (cell is null)
        {
            return;
        }
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        if (cell is double number)
        {
            xml.WriteElementString("v", Main, number.ToString("R", Invariant));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Allowed(TableCells.Neutral((string)cell)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    /// <summary>The text with the mark of a lost character wherever XML allows none.</summary>
    private static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value) ? r : Rune.ReplacementChar));

    /// <summary>A, B, … Z, AA, AB, … of a column from 0.</summary>
    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
