using System.Collections.Immutable;
using System.Diagnostics;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Tells exceptions so that the reader sees the code line of the cell, not the insides of the engine.</summary>
internal static class RuntimeErrors
{
    private const int ShownFrames = 20;

    public static CellFailure Tell(Exception exception, string path, SourceLines sources)
    {
        var frames = Frames(exception, sources).ToArray();
        var (file, line) = frames.FirstOrDefault(f => f.File == path, frames.FirstOrDefault());
        var code = file is null ? "" : sources.Line(file, line);
        var lines = ImmutableArray.CreateBuilder<string>();
        if (file is not null)
        {
            lines.Add($"{sources.Place(file, line)}: {code.Trim()}");
        }
        else if (exception is IndexOutOfRangeException)
        {
            // The runtime does not say where; with optimised code it keeps no line for this one check.
            lines.AddRange(sources.LinesWith(path, "[").Select(l => $"{sources.Place(path, l)}, perhaps: {sources.Line(path, l).Trim()}").Take(ShownFrames));
        }
        lines.Add($"{exception.GetType().Name}: {exception.Message}");
        lines.AddRange(
            frames.Where(f => f != (file!, line)).Take(ShownFrames).Select(f => Frame(f, sources))
        );
        lines.AddRange(Causes(exception).SelectMany(c => Cause(c, sources)));
        return new CellFailure(
            exception.GetType().Name,
            exception.Message,
            file == path ? line : 0,
            0,
            code,
            lines.ToImmutable()
        );
    }

    private static IEnumerable<string> Cause(Exception cause, SourceLines sources) =>
        Frames(cause, sources)
            .Take(ShownFrames)
            .Select(f => Frame(f, sources))
            .Prepend($"caused by {cause.GetType().Name}: {cause.Message}");

    private static string Frame((string File, int Line) frame, SourceLines sources) =>
        $"   at {sources.Place(frame.File, frame.Line)}: {sources.Line(frame.File, frame.Line).Trim()}";

    /// <summary>The places in cells and imported files that the exception went through, innermost first.</summary>
    private static IEnumerable<(string File, int Line)> Frames(Exception exception, SourceLines sources) =>
        new StackTrace(exception, fNeedFileInfo: true)
            .GetFrames()
            .Where(f => sources.Contains(f.GetFileName()) && f.GetFileLineNumber() > 0)
            .Select(f => (f.GetFileName()!, f.GetFileLineNumber()))
            .Distinct();

    private static IEnumerable<Exception> Causes(Exception exception) =>
        (
            exception is AggregateException many ? many.InnerExceptions
            : exception.InnerException is { } one ? [one]
            : []
        ).SelectMany(inner => Causes(inner).Prepend(inner));
}
