using System.Collections.Immutable;
using System.Text;
using ClusterResearch.Data;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Session;

namespace ClusterResearch.Notebooks.Running;

/// <summary>Notes what the cells of one notebook show, and which data files they read.</summary>
internal sealed class NotebookRecorder : IDisposable
{
    /// <summary>A cell that prints without end must not fill the memory.</summary>
    private const int MaximumText = 1_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Slot> displays = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    public NotebookRecorder() => SourceFile.Opened += NoteFile;

    /// <summary>The files read so far: absolute path and hash.</summary>
    public ImmutableArray<(string Path, string Sha256)> Files
    {
        get
        {
            lock (gate)
            {
                return [.. files.Select(f => (f.Key, f.Value))];
            }
        }
    }

    /// <summary>A sink for one more cell.</summary>
    public CellRecorder NewCell() => new(this);

    public void Dispose() => SourceFile.Opened -= NoteFile;

    private void NoteFile(SourceFile file)
    {
        // Another notebook, or a test, may run in the same process.
        if (CellScope.Current?.Sink is CellRecorder cell && cell.Owner == this)
        {
            lock (gate)
            {
                files[file.Path] = file.Sha256;
            }
        }
    }

    /// <summary>One output while it can still change.</summary>
    private sealed class Slot
    {
        public CellOutput? Output { get; set; }
        public string Stream { get; init; } = "";
        public StringBuilder? Text { get; init; }

        public CellOutput Final => Output ?? new CellOutput.Text(Stream, Text!.ToString());
    }

    /// <summary>Notes the outputs of one cell.</summary>
    internal sealed class CellRecorder(NotebookRecorder owner) : ICellSink
    {
        private readonly List<Slot> slots = [];
        private int length;

        public NotebookRecorder Owner => owner;

        /// <summary>The outputs so far.</summary>
        public ImmutableArray<CellOutput> Outputs
        {
            get
            {
                lock (owner.gate)
                {
                    return [.. slots.Select(s => s.Final)];
                }
            }
        }

        public void Text(string name, string text)
        {
            lock (owner.gate)
            {
                if (length > MaximumText)
                {
                    return;
                }
                length += text.Length;
                var fits = text.Length - Math.Max(0, length - MaximumText);
                // Not between the two halves of a character.
                Append(name, text[..(fits > 0 && char.IsHighSurrogate(text[fits - 1]) && fits < text.Length ? fits - 1 : fits)]);
                if (length > MaximumText)
                {
                    Append(name, string.Create(Invariant, $"\n… cut after {MaximumText} characters\n"));
                }
            }
        }

        public void Display(string displayId, ImmutableSortedDictionary<string, string> data)
        {
            lock (owner.gate)
            {
                owner.displays[displayId] = Add(new CellOutput.Display(data, IsResult: false));
            }
        }

        public void Update(string displayId, ImmutableSortedDictionary<string, string> data)
        {
            lock (owner.gate)
            {
                if (owner.displays.TryGetValue(displayId, out var slot))
                {
                    slot.Output = new CellOutput.Display(data, IsResult: false);
                }
            }
        }

        /// <summary>At once, whatever the cell asked for: a recording shows the end only.</summary>
        public void Clear(bool wait)
        {
            lock (owner.gate)
            {
                slots.Clear();
            }
        }

        public void Result(ImmutableSortedDictionary<string, string> data)
        {
            lock (owner.gate)
            {
                Add(new CellOutput.Display(data, IsResult: true));
            }
        }

        public void Fail(CellFailure failure)
        {
            lock (owner.gate)
            {
                Add(new CellOutput.Failure(failure.Name, failure.Message, failure.Traceback));
            }
        }

        private Slot Add(CellOutput output)
        {
            var slot = new Slot { Output = output };
            slots.Add(slot);
            return slot;
        }

        private void Append(string name, string text)
        {
            if (slots.Count == 0 || slots[^1].Text is null || slots[^1].Stream != name)
            {
                slots.Add(new Slot { Stream = name, Text = new StringBuilder() });
            }
            slots[^1].Text!.Append(text);
        }
    }
}
