namespace ClusterResearch.Cli;

/// <summary>The command was given wrongly; the message says how to give it.</summary>
internal sealed class UsageException(string message) : Exception(message);
