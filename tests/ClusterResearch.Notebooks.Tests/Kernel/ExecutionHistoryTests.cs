using System.Text.Json;
using ClusterResearch.Notebooks.Kernel;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Tests.Kernel;

public sealed class ExecutionHistoryTests
{
    private static string Ask(string content)
    {
        var history = new ExecutionHistory();
        history.Add(1, "var a = 1;", "");
        history.Add(2, "a + 1", "2");
        history.Add(3, "a + 1", "2");
        return history.Answer(new Message([], [], "history_request", "", "", JsonElement.Parse(content)))["history"]!.ToJsonString();
    }

    [Theory]
    [InlineData("""{"hist_access_type":"tail","n":1}""", """[[1,3,"a \u002B 1"]]""")]
    [InlineData("""{"hist_access_type":"tail","n":1,"output":true}""", """[[1,3,["a \u002B 1","2"]]]""")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":1,"stop":2}""", """[[1,1,"var a = 1;"]]""")]
    [InlineData("""{"hist_access_type":"range","session":7}""", "[]")]
    [InlineData("""{"hist_access_type":"search","pattern":"var*"}""", """[[1,1,"var a = 1;"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"*1","unique":true}""", """[[1,3,"a \u002B 1"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"*1","n":1}""", """[[1,3,"a \u002B 1"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"nothing"}""", "[]")]
    public void Gives_the_last_a_range_or_what_matches(string request, string expected) => Assert.Equal(expected, Ask(request));
}
