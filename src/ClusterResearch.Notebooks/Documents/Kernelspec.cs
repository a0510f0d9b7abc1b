namespace ClusterResearch.Notebooks.Documents;

/// <summary>How a notebook names the kernel that runs it.</summary>
internal static class Kernelspec
{
    /// <summary>The name under which C# kernels are registered, so that other kernels can run the notebooks too.</summary>
    public const string Name = ".net-csharp";

    /// <summary>The name under which our own kernel is always registered.</summary>
    public const string OwnName = "cluster-csharp";

    /// <summary>What editors show.</summary>
    public const string DisplayName = ".NET (C#)";

    /// <summary>Keys that Polyglot Notebooks leaves behind; other editors do not understand them.</summary>
    public static bool IsForeign(string key) => key is "polyglot_notebook" or "dotnet_interactive";
}
