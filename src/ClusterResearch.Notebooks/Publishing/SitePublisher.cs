using ClusterResearch.Findings;
using ClusterResearch.Notebooks.Publishing.Folders;

namespace ClusterResearch.Notebooks.Publishing;

/// <summary>Writes executed notebooks as a static site that is readable from disk without a network.</summary>
public static class SitePublisher
{
    /// <summary>Whether a report could be written into a folder, to be asked before notebooks run for minutes; nothing is written.</summary>
    /// <param name="outputFolder">The folder of the report; it may be new, empty or a former report.</param>
    /// <exception cref="FindingsException">The folder holds files of others (CR43xx).</exception>
    public static void Check(string outputFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        ReportFolder.Check(outputFolder);
    }

    /// <summary>Replaces the report in a folder by a new one as a whole; on any fault the former report stays.</summary>
    /// <param name="input">What is published.</param>
    /// <param name="outputFolder">The folder of the report; it may be new, empty or a former report.</param>
    /// <exception cref="FindingsException">
    /// A notebook holds something that cannot be published, or the folder holds files of others (CR42xx, CR43xx); nothing was written.
    /// </exception>
    public static void Publish(SiteInput input, string outputFolder)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        var files = SiteBuilder.Build(input);
        ReportFolder.Replace(outputFolder, files);
    }
}
