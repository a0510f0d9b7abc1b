using System.Collections.Immutable;

namespace ClusterResearch.Notebooks.Kernel.Editing;

/// <summary>What could be written at a place.</summary>
/// <param name="Items">The possibilities, in the order of the alphabet; what every value has comes last.</param>
/// <param name="Start">Where what they replace begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record Completion(ImmutableArray<CompletionItem> Items, int Start, int End);

/// <summary>One possibility.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">What it is, in the words of editors: <c>function</c>, <c>property</c>, <c>class</c>, <c>module</c>, <c>instance</c>, <c>param</c>, <c>keyword</c>.</param>
/// <param name="Signature">Type and parameters; empty for keywords.</param>
internal sealed record CompletionItem(string Text, string Kind, string Signature);
