namespace ClusterResearch.Notebooks.Session;

/// <summary>What cells read from the console: the front end's answers, or at once the end where nobody would answer.</summary>
internal sealed class CellReader : TextReader
{
    private readonly Lock gate = new();
    private string rest = "";

    public override string? ReadLine()
    {
        lock (gate)
        {
            if (rest.Length > 0)
            {
                var line = rest.TrimEnd('\n');
                rest = "";
                return line;
            }
        }
        // Outside the lock: a waiting thread must not keep others from reading what is there.
        return (CellScope.Current?.Sink as ICellInput)?.ReadLine();
    }

    public override int Peek() => Fill() ? rest[0] : -1;

    public override int Read()
    {
        if (!Fill())
        {
            return -1;
        }
        lock (gate)
        {
            var next = rest[0];
            rest = rest[1..];
            return next;
        }
    }

    public override string ReadToEnd() => ReadLine() ?? "";

    private bool Fill()
    {
        if (rest.Length == 0 && ReadLine() is { } line)
        {
            rest = line + "\n";
        }
        return rest.Length > 0;
    }
}
