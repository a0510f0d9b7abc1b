using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Why and where a cell failed.</summary>
/// <param name="Name">The exception's type, or <see cref="CompilationError"/>, <see cref="Timeout"/>, <see cref="Interrupted"/>.</param>
/// <param name="Message">What went wrong, in the words of the exception or the compiler.</param>
/// <param name="Line">The line of the cell from 1; 0 where no line is known.</param>
/// <param name="Column">The column of that line from 1; 0 where no column is known.</param>
/// <param name="CodeLine">That line's text.</param>
/// <param name="Traceback">The failing code line first, then the stack within the cells and what caused it.</param>
public sealed record CellFailure(
    string Name,
    string Message,
    int Line,
    int Column,
    string CodeLine,
    ImmutableArray<string> Traceback
)
{
    /// <summary>The name of a failure to compile.</summary>
    public const string CompilationError = "CompilationError";

    /// <summary>The name of a failure to end in time.</summary>
    public const string Timeout = "Timeout";

    /// <summary>The name of a stop that the user asked for.</summary>
    public const string Interrupted = "Interrupted";

    /// <summary>A failure at one line of a cell, without a stack.</summary>
    internal static CellFailure At(string name, string message, string place, int line, string codeLine) =>
        new(name, message, line, 0, codeLine, [$"{place}: {message}", $"    {codeLine.TrimEnd()}"]);
}
