namespace ClusterResearch.Notebooks.Session;

/// <summary>Answers what a cell reads from the console; a sink that is none of these has nobody to ask.</summary>
public interface ICellInput
{
    /// <summary>Asks for a line and waits for it.</summary>
    /// <returns>The line without its end; null where nobody answers.</returns>
    string? ReadLine();
}
