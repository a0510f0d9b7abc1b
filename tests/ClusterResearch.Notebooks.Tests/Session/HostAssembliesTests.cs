using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterResearch.Notebooks.Tests.Session;

[Collection(ProcessWide.Name)]
public sealed class HostAssembliesTests : SessionHarness
{
    [Fact]
    public void A_missing_assembly_says_how_to_get_it() =>
        Assert.Equal(
            "CS0006: Metadata file 'none.dll' could not be found. Build it first (dotnet build); the path counts from the folder of the file that names it.",
            Fail("#r \"none.dll\"").Message
        );

    [Fact]
    public void A_reference_to_an_assembly_of_the_host_gives_the_hosts_types()
    {
        Directory.CreateDirectory(Path.Combine(Folder.Path, "bin"));
        File.Copy(
            typeof(Tables.Table).Assembly.Location,
            Path.Combine(Folder.Path, "bin", "ClusterResearch.dll")
        );
        Run("#r \"bin/ClusterResearch.dll\"\n#r \"gone/Plotly.NET.dll\"\nusing ClusterResearch.Tables;");
        Assert.Equal(
            "result:" + typeof(Tables.Table).Assembly.Location,
            Run("typeof(Table).Assembly.Location")
        );
        Assert.Equal(
            "result:1",
            Run("AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"ClusterResearch\")")
        );
    }

    [Fact]
    public void An_assembly_of_the_readers_own_is_loaded_with_its_neighbours()
    {
        var inner = Compile("Inner", "namespace Inner { public class I { public int N => 5; } }");
        Compile(
            "Outer",
            "namespace Outer { public class O { public Inner.I Make() => new Inner.I(); } }",
            inner
        );
        Folder.Write("setup.csx", "#r \"lib/Outer.dll\"\nusing Outer;");
        Assert.Equal("result:5", Run("#!import \"setup.csx\"\nnew O().Make().N"));
    }

    private string Compile(string name, string code, params string[] references)
    {
        var path = Path.Combine(Folder.Path, "lib", name + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var result = CSharpCompilation
            .Create(
                name,
                [CSharpSyntaxTree.ParseText(code)],
                [
                    .. references
                        .Append(typeof(object).Assembly.Location)
                        .Select(r => MetadataReference.CreateFromFile(r)),
                ],
                new(OutputKind.DynamicallyLinkedLibrary)
            )
            .Emit(path);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return path;
    }
}
