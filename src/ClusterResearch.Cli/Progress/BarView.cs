using System.Collections.Immutable;
using ClusterResearch.Cli.Verbs;
using ClusterResearch.Notebooks.Documents;
using ClusterResearch.Notebooks.Running;
using Spectre.Console;

namespace ClusterResearch.Cli.Progress;

/// <summary>A bar per notebook, for a person at a terminal; the bars stay when all is done.</summary>
internal sealed class BarView(IAnsiConsole console) : IProgressView
{
    public BarView(TextWriter output)
        : this(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) })) { }

    public T Show<T>(ImmutableArray<Notebook> notebooks, Func<IProgressListener, T> batch) =>
        console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .Start(context => batch(new Bars(context, notebooks)));

    private sealed class Bars : IProgressListener
    {
        private readonly Dictionary<string, ProgressTask> tasks;

        public Bars(ProgressContext context, ImmutableArray<Notebook> notebooks) =>
            tasks = notebooks.ToDictionary(
                n => n.File,
                n =>
                    context.AddTask(
                        Markup.Escape(n.Id),
                        autoStart: false,
                        maxValue: Math.Max(1, n.Cells.Count(c => c.Kind == CellKind.Code))
                    )
            );

        public void Started(CellProgress cell)
        {
            var task = tasks[cell.Notebook.File];
            if (!task.IsStarted)
            {
                task.StartTask();
            }
            task.MaxValue = cell.Count;
            task.Value = cell.Cell - 1;
        }

        public void Done(TimedRun run)
        {
            var task = tasks[run.Run.Notebook.File];
            if (run.Run.Failure is { } failure)
            {
                task.Description = string.Create(
                    Invariant,
                    $"[red]{Markup.Escape(run.Run.Notebook.Id)} failed in cell {failure.Cell}[/]"
                );
            }
            else
            {
                task.Value = task.MaxValue;
                task.Description =
                    Markup.Escape(run.Run.Notebook.Id) + (run.Run.IsCached ? " [grey]cached[/]" : "");
            }
            task.StopTask();
        }
    }
}
