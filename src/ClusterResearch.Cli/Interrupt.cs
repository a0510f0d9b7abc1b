namespace ClusterResearch.Cli;

/// <summary>Turns Ctrl+C into a request to end cleanly; a second one ends at once.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();

    public Interrupt() => Console.CancelKeyPress += OnKey;

    public CancellationToken Token => source.Token;

    /// <summary>Stops listening; a key pressed at this very moment may still reach the signal, so that stays whole.</summary>
    public void Dispose() => Console.CancelKeyPress -= OnKey;

    private void OnKey(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
