namespace ClusterResearch.Findings;

/// <summary>What can be wrong with a data package (CR2xxx), and how it is said.</summary>
internal static class PackageFindings
{
    public static readonly FindingCode NoStudy = new("CR2000", "no-study");
    public static readonly FindingCode Syntax = new("CR2001", "json-syntax");
    public static readonly FindingCode MissingProperty = new("CR2002", "missing-property");
    public static readonly FindingCode WrongType = new("CR2003", "wrong-type");
    public static readonly FindingCode HashDiffers = new("CR2101", "hash-differs");
    public static readonly FindingCode MissingColumn = new("CR2103", "missing-column");
    public static readonly FindingCode UndeclaredColumn = new("CR2104", "undeclared-column");
    public static readonly FindingCode UnknownUnit = new("CR2105", "unknown-unit");
    public static readonly FindingCode UnknownRole = new("CR2106", "unknown-role");
    public static readonly FindingCode DuplicateName = new("CR2107", "duplicate-name");
    public static readonly FindingCode PathOutside = new("CR2108", "path-outside");
    public static readonly FindingCode UnknownReference = new("CR2109", "unknown-reference");

    public static Finding Folder(string folder) =>
        new(NoStudy, folder, 0, 0, "no folder with a datapackage.json of that name, here or in a folder above",
            "a study: a folder with datapackage.json and the files it names", "check the path, or copy data/henan and put in your own files");

    public static Finding Property(string file, int line, int column, string owner, string name) =>
        new(MissingProperty, file, line, column, $"{owner} without “{name}”", $"the property “{name}”", $"add “{name}”; data/henan/datapackage.json shows how");

    public static Finding Type(string file, int line, int column, string name, string found, string expected) =>
        new(WrongType, file, line, column, $"{(name.Contains(' ', StringComparison.Ordinal) ? name : $"“{name}”")} is {found}", expected, "write the value in the expected form");

    public static Finding Hash(string file, int line, int column, string data, string actual, string stated) =>
        new(HashDiffers, file, line, column, $"{data} has sha256:{actual}", $"sha256:{stated}",
            "if you changed the file on purpose, accept it with: validate --update-hashes; if not, restore the file");

    public static Finding NoColumn(string file, string data, int line, int column, string name, string nearest) =>
        new(MissingColumn, file, line, column, $"{data} has no column “{name}”", $"a column “{name}” as declared here",
            $"{nearest}add the column to {data}, or remove the field here");

    public static Finding ExtraColumn(string file, int column, string name, string package) =>
        new(UndeclaredColumn, file, 1, column, $"the column “{name}”", $"only columns declared in {package}",
            $"declare the field in {package} with title, unit and source, or remove the column");

    public static Finding Unit(string file, int line, int column, string unit, string known) =>
        new(UnknownUnit, file, line, column, $"the unit “{unit}”", $"one of {known}", "use a known unit and convert the figures if needed");

    public static Finding Role(string file, int line, int column, string role) =>
        new(UnknownRole, file, line, column, $"the role “{role}”", "one of cities, panel, breaks, index", "correct the role");

    public static Finding NoRole(string file, int line, int column, string role) =>
        new(UnknownRole, file, line, column, $"no resource with the role “{role}”", $"at least one resource with the role “{role}”",
            $"add one; data/henan/datapackage.json shows how");

    public static Finding RoleTwice(string file, int line, int column, string role) =>
        new(UnknownRole, file, line, column, $"a second resource with the role “{role}”", $"one resource with the role “{role}”", "put the rows of both into one file");

    public static Finding FocusOutside(string file, int line, int column, string focus) =>
        new(UnknownReference, file, line, column, $"the focus “{focus}”, which is not among the study's cities", "one of the study's cities", $"add “{focus}” to the study's cities");

    public static Finding Needed(string data, string role, string name, string nearest) =>
        new(MissingColumn, data, 1, 0, $"no column “{name}”", $"the column “{name}”, as in every file with the role “{role}”",
            $"{nearest}add the column, and declare it in datapackage.json");

    public static Finding Twice(string file, int line, int column, string kind, string name) =>
        new(DuplicateName, file, line, column, $"{kind} “{name}” a second time", $"every {kind} once", "rename or remove one of the two");

    public static Finding Outside(string file, int line, int column, string path) =>
        new(PathOutside, file, line, column, $"the path “{path}”", "a path inside the study's folder, with forward slashes", "move the file into the study's folder");

    public static Finding Reference(string file, int line, int column, string kind, string name, string nearest) =>
        new(UnknownReference, file, line, column, $"{kind} “{name}”, which does not exist", $"the name of an existing {kind}",
            nearest.Length > 0 ? nearest.TrimEnd() : $"correct the name, or add the {kind}");
}
