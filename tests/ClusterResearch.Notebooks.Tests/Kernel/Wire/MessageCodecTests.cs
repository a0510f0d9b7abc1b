using System.Text;
using System.Text.Json.Nodes;
using ClusterResearch.Notebooks.Kernel.Wire;

namespace ClusterResearch.Notebooks.Tests.Kernel.Wire;

public sealed class MessageCodecTests
{
    private static readonly MessageCodec Codec = new([.. "secret"u8]);

    private static List<byte[]> Frames(MessageCodec codec) => codec.Encode(["who"u8.ToArray()], "execute_request", new JsonObject { ["code"] = "城 😀", ["silent"] = true, ["n"] = 3 }, []);

    [Fact]
    public void What_is_encoded_is_decoded()
    {
        var message = Codec.Decode(Frames(Codec))!;
        Assert.Equal(("execute_request", "城 😀", true, 3), (message.Type, message.Text("code"), message.Flag("silent", false), message.Number("n")));
        Assert.Equal("who"u8.ToArray(), Assert.Single(message.Identities));
        var answer = Codec.Decode(Codec.Encode(message.Identities, "execute_reply", [], message.Header.AsSpan()))!;
        Assert.Equal(message.Id, answer.ParentId);
    }

    /// <summary>HMAC-SHA256 of the four parts, test vector of RFC 4231, case 2, spread over them.</summary>
    [Fact]
    public void The_signature_is_that_of_the_standard()
    {
        var codec = new MessageCodec([.. "Jefe"u8]);
        byte[][] frames =
        [
            "<IDS|MSG>"u8.ToArray(), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"u8.ToArray(),
            "what do "u8.ToArray(), "ya want "u8.ToArray(), "for "u8.ToArray(), "nothing?"u8.ToArray(),
        ];
        // The signature holds, the parts are no JSON: dropped for the second reason; with another first letter for the first.
        Assert.Null(codec.Decode(frames));
        Assert.Equal(Encoding.ASCII.GetString(frames[1]), codec.Sign(frames[2..]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_changed_byte_in_signature_or_content_is_noticed(int frame)
    {
        var frames = Frames(Codec);
        frames[frame][^1] ^= 1;
        Assert.Null(Codec.Decode(frames));
    }

    [Fact]
    public void Frames_that_are_no_message_are_none()
    {
        Assert.Null(Codec.Decode([]));
        Assert.Null(Codec.Decode(["<IDS|MSG>"u8.ToArray()]));
        Assert.Null(Codec.Decode(Frames(Codec)[..5]));
        Assert.Null(Codec.Decode(Frames(new MessageCodec([]))));
        Assert.NotNull(new MessageCodec([]).Decode(Frames(Codec)));
    }
}
