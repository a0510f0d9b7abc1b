using System.CommandLine;
using ClusterResearch.Notebooks.Kernel;
using ClusterResearch.Notebooks.Kernel.Installing;

namespace ClusterResearch.Cli.Verbs;

/// <summary><c>cluster kernel</c>: the C# kernel for VS Code and Jupyter.</summary>
internal sealed class KernelVerb : Command
{
    public KernelVerb(Terminal terminal)
        : base(
            "kernel",
            """
            Brings C# notebooks to VS Code and Jupyter.
            Example: cluster kernel install
            """
        )
    {
        Add(Step("install", "Registers the kernel with VS Code and Jupyter; needs no Python.", () => Install(terminal)));
        Add(Step("uninstall", "Takes the registration back.", () => Tell(terminal, KernelInstaller.Uninstall())));
        Add(Step("doctor", "Checks SDK, kernelspec and ports, starts the kernel and asks it 1 + 1.", () => Examine(terminal)));
        Add(Start(terminal));
        SetAction(int (_) => throw new UsageException("Name what to do: " + string.Join(", ", Subcommands.Select(c => c.Name)) + "."));
    }

    private static Command Step(string name, string description, Func<int> step)
    {
        var command = new Command(name, description);
        command.SetAction(_ => step());
        return command;
    }

    private static Command Start(Terminal terminal)
    {
        var file = new Argument<string>("connection-file") { Description = "The file with addresses and key that the front end wrote." };
        var start = new Command("start", "Serves one notebook; VS Code and Jupyter call this.") { file };
        start.SetAction(p =>
        {
            NotebookKernel.Run(Path.GetFullPath(Path.Combine(terminal.Folder, p.GetValue(file)!)), terminal.Folder, terminal.Error);
            return Shell.Good;
        });
        return start;
    }

    private static int Install(Terminal terminal)
    {
        var changes = KernelInstaller.Install(KernelProgram.OfThisProcess);
        Tell(terminal, changes);
        terminal.Out.WriteLine(
            changes.Any(c => c.Done == "left alone")
                ? $"Another program's kernel stays where it is; choose \"{KernelInstaller.OwnTitle}\" in the notebook."
                : "Open a notebook again and press run."
        );
        terminal.Out.WriteLine("Undo:  cluster kernel uninstall");
        return Shell.Good;
    }

    private static int Tell(Terminal terminal, IEnumerable<KernelspecChange> changes)
    {
        foreach (var change in changes)
        {
            terminal.Out.WriteLine($"{change.Done}  {change.Title}  {change.Folder}");
        }
        return Shell.Good;
    }

    private static int Examine(Terminal terminal)
    {
        var isGood = true;
        foreach (var check in KernelDoctor.Examine(KernelProgram.OfThisProcess))
        {
            isGood &= check.IsGood;
            terminal.Out.WriteLine($"{(check.IsGood ? "good  " : "wrong ")} {check.Name}: {check.Found}");
            if (check.WayOut.Length > 0)
            {
                terminal.Out.WriteLine($"        {check.WayOut}");
            }
        }
        return isGood ? Shell.Good : Shell.Failed;
    }
}
