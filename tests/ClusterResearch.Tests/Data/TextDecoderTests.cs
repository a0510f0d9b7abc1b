using System.Text;
using ClusterResearch.Tests.Support;

namespace ClusterResearch.Tests.Data;

/// <summary>Files that are not plain UTF-8.</summary>
public sealed class TextDecoderTests
{
    private static readonly Broken[] Faults =
    [
        new("a UTF-8 byte order mark", s => s.With("panel.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SoundStudy.Panel)]).Findings(), """
            CR1003 byte-order-mark  study/panel.csv:1:1
              found:    a UTF-8 byte order mark
              expected: UTF-8 without byte order mark
              way out:  save as “UTF-8” (in Excel the format “CSV UTF-8” adds a mark; most editors can save without)
            """),
        new("UTF-16 with a mark", s => s.With("panel.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SoundStudy.Panel)]).Findings(), """
            CR1003 byte-order-mark  study/panel.csv:1:1
              found:    a UTF-16 byte order mark
              expected: UTF-8 without byte order mark
              way out:  save as “UTF-8” (in Excel the format “CSV UTF-8” adds a mark; most editors can save without)
            """),
        new("UTF-16 without a mark", s => s.With("panel.csv", Encoding.Unicode.GetBytes(SoundStudy.Panel)).Findings(), """
            CR1004 not-utf8  study/panel.csv:1:2
              found:    byte 0x00, which no text holds
              expected: text in UTF-8
              way out:  the file is probably UTF-16 without a mark, or no text at all: save it as UTF-8
            """),
        new("GBK", s => s.With("cities.csv", Gbk()).Findings(), """
            CR1004 not-utf8  study/cities.csv:2:13
              found:    byte 0xE8, which is not UTF-8
              expected: text in UTF-8
              way out:  the file is probably GBK, as Chinese versions of Excel save it: open it with encoding GBK (936) and save as UTF-8
            """),
        new("an empty file", s => s.With("panel.csv", "").Findings(), """
            CR1002 file-empty  study/panel.csv
              found:    an empty file
              expected: a file with content
              way out:  restore the file
            """),
        new("a file of blanks", s => s.With("panel.csv", " \r\n\t\n").Findings(), """
            CR1002 file-empty  study/panel.csv
              found:    an empty file
              expected: a file with content
              way out:  restore the file
            """),
        new("an empty data package", s => s.With("datapackage.json", "").Findings(), """
            CR1002 file-empty  study/datapackage.json
              found:    an empty file
              expected: a file with content
              way out:  restore the file
            """),
    ];

    [Theory, MemberData(nameof(FaultNames))]
    public void A_fault_is_found_and_nothing_written(string name) => Broken.Check(Faults, name);

    /// <summary>桤木市 as Chinese versions of Excel save it: 0xE8 0xFE, 0xC4 0xBE, 0xCA 0xD0.</summary>
    private static byte[] Gbk() =>
        [.. "city,name_en,name_zh,province,province_zh\nAlder,Alder,"u8, 0xE8, 0xFE, 0xC4, 0xBE, 0xCA, 0xD0, .. ",Woods,x\n"u8];

    public static IEnumerable<TheoryDataRow<string>> FaultNames() => Broken.Names(Faults);
}
