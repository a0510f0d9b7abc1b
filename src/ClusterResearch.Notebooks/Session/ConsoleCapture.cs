using System.Text;

namespace ClusterResearch.Notebooks.Session;

/// <summary>Turns what cells write to the console into outputs of the cell; everyone else writes as before.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private static readonly Lock Gate = new();
    private static int users;
    private static TextWriter? output;
    private static TextWriter? error;
    private static TextReader? input;
    private bool disposed;

    /// <summary>Captures until disposed; captures nest, the last one restores the console.</summary>
    public ConsoleCapture()
    {
        lock (Gate)
        {
            if (users++ == 0)
            {
                (output, error, input) = (Console.Out, Console.Error, Console.In);
                Console.SetOut(new Router("stdout", output));
                Console.SetError(new Router("stderr", error));
                Console.SetIn(new CellReader());
            }
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (!disposed && --users == 0)
            {
                Console.SetOut(output!);
                Console.SetError(error!);
                Console.SetIn(input!);
            }
            disposed = true;
        }
    }

    /// <summary>Writes to the cell to which the writing thread belongs, or else where it would have gone.</summary>
    private sealed class Router : TextWriter
    {
        private readonly string name;
        private readonly TextWriter otherwise;

        public Router(string name, TextWriter otherwise)
            : base(otherwise.FormatProvider)
        {
            this.name = name;
            this.otherwise = otherwise;
            // The same on every system, so that outputs are.
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => otherwise.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) =>
            Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return;
            }
            if (CellScope.Current is { } cell)
            {
                cell.Sink?.Text(name, value);
            }
            else
            {
                otherwise.Write(value);
            }
        }

        public override void Flush() => otherwise.Flush();
    }
}
