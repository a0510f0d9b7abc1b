using System.Reflection;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Kernel;

/// <summary>What the kernel says about itself.</summary>
internal static class KernelInfo
{
    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The content of a <c>kernel_info_reply</c>.</summary>
    public static JsonObject Content() =>
        new()
        {
            ["status"] = "ok",
            ["protocol_version"] = MessageCodec.Protocol,
            ["implementation"] = "cluster-csharp",
            ["implementation_version"] = Version,
            ["banner"] = $"C# on .NET {Environment.Version}, ClusterResearch {Version}",
            ["debugger"] = false,
            ["help_links"] = new JsonArray(),
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".cs",
                ["pygments_lexer"] = "csharp",
                ["codemirror_mode"] = "text/x-csharp",
                ["nbconvert_exporter"] = "script",
            },
        };
}
