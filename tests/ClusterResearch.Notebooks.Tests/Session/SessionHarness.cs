using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Tests.Session;

/// <summary>A session in a folder of its own, and a sink that keeps what cells show.</summary>
public abstract class SessionHarness : IDisposable
{
    private readonly CSharpSession session;
    private int number;

    private protected SessionHarness() => session = new CSharpSession(Folder.Path);

    private protected TestFolder Folder { get; } = new();

    private protected SinkOfTexts Sink { get; } = new();

    public void Dispose()
    {
        session.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected CellFailure? Execute(string code, double? seconds = null, CancellationToken? cancellation = null) =>
        session.Execute(
            code,
            ++number,
            Sink,
            seconds is { } s ? TimeSpan.FromSeconds(s) : null,
            cancellation ?? TestContext.Current.CancellationToken
        );

    private protected string Run(string code)
    {
        Assert.Null(Execute(code));
        return Sink.Lines.Count > 0 ? Sink.Lines[^1] : "";
    }

    private protected CellFailure Fail(string code, double? seconds = null)
    {
        var failure = Execute(code, seconds);
        Assert.NotNull(failure);
        return failure;
    }

    private protected static string Text(CellFailure failure) => string.Join("\n", failure.Traceback);
}
