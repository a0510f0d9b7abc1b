namespace ClusterResearch.Notebooks.Publishing.Prose.Tex;

/// <summary>A formula cannot be converted.</summary>
/// <param name="position">Where in the formula, from 0.</param>
/// <param name="found">What stands there.</param>
/// <param name="expected">What should stand there.</param>
/// <param name="wayOut">What the author can do.</param>
internal sealed class TexFault(int position, string found, string expected, string wayOut) : Exception(found)
{
    public int Position => position;

    public string Expected => expected;

    public string WayOut => wayOut;
}
