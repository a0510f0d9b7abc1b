namespace ClusterResearch.Notebooks.Session;

/// <summary>What to use instead of what other kernels offer.</summary>
internal static class MagicHelp
{
    /// <summary>One sentence for a directive that does not exist here.</summary>
    public static string For(CellDirective directive) =>
        directive.Name switch
        {
            "javascript" or "js" or "html" or "svg" or "mermaid" => "show it with display(HTML(\"...\")).",
            "markdown" => "write it in a Markdown cell.",
            "csharp" or "c#" => "cells are C# anyway; delete the line.",
            "fsharp" or "f#" or "pwsh" or "powershell" or "python" or "r" or "sql" or "kql" or "http" =>
                "cells are C# only; call the other program from C# or use a notebook of that language.",
            "set" or "share" or "value" => "keep the value in a C# variable; later cells see it.",
            "who" or "whos" => "write a variable's name on the last line to see its value.",
            "connect" => "notebooks run in one C# session; there is nothing to connect to.",
            _ => "the lines that exist are #!import \"file.csx\" and #!time.",
        }
            is var instead
            ? $"#!{directive.Name} does not exist here: {instead}"
            : "";

    /// <summary>What to do where an assembly is missing.</summary>
    public const string MissingAssembly =
        "Build it first (dotnet build); the path counts from the folder of the file that names it.";
}
