using System.IO.Compression;
using ClusterResearch.Notebooks.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterResearch.Notebooks.Tests.Session;

/// <summary>With a feed of one package in the notebook's folder, so no network is needed.</summary>
[Collection(ProcessWide.Name)]
public sealed class PackageRestoreTests : SessionHarness
{
    /// <summary>A name that no feed has, and no earlier test.</summary>
    private readonly string name = $"ClusterTest{Guid.NewGuid():N}";

    public PackageRestoreTests()
    {
        Pack("1.0.0", 42);
        Folder.Write("nuget.config", "<configuration><packageSources><clear/><add key=\"here\" value=\"feed\"/></packageSources><config><add key=\"globalPackagesFolder\" value=\"packages\"/></config></configuration>");
    }

    [Fact]
    public void A_package_of_the_notebooks_feed_is_used()
    {
        Assert.Equal("result:42", Run($"#r \"nuget: {name}, 1.0.0\"\nusing Answers;\nAnswer.Value()"));
        Assert.Equal("result:43", Run("Answer.Value() + 1"));
        Assert.Equal("result:42", Run($"#r \"nuget: {name}\"\nAnswer.Value()"));

        var failure = Fail($"#r \"nuget: {name}, 2.0.0\"");
        Assert.Equal($"{name} 1.0.0 is loaded already; restart the kernel to use 2.0.0.", failure.Message);
    }

    [Fact]
    public void One_that_is_not_to_be_had_says_why()
    {
        var failure = Fail($"\n#r \"nuget: {name}.Not, 1.0.0\"");
        Assert.Equal("PackageError", failure.Name);
        Assert.StartsWith($"The packages cannot be had. NU1101: Unable to find package {name}.Not.", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Without a network only packages that were used before are to be had.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((2, $"#r \"nuget: {name}.Not, 1.0.0\""), (failure.Line, failure.CodeLine));
    }

    private void Pack(string version, int value)
    {
        var code = $"namespace Answers; public static class Answer {{ public static int Value() => {value}; }}";
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], HostAssemblies.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Directory.CreateDirectory(Path.Combine(Folder.Path, "feed"));
        using var package = ZipFile.Open(Path.Combine(Folder.Path, "feed", $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var spec = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open()))
        {
            spec.Write($"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{name}</id><version>{version}</version><authors>a</authors><description>d</description></metadata></package>");
        }
        using var assembly = package.CreateEntry($"lib/net10.0/{name}.dll").Open();
        using var bytes = new MemoryStream();
        Assert.True(compilation.Emit(bytes, cancellationToken: TestContext.Current.CancellationToken).Success);
        assembly.Write(bytes.ToArray());
    }
}
