using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Badges.LinkedData.Jcs;

namespace Badges.LinkedData.Tests.Jcs;

public sealed class JsonCanonicalizationTests
{
    [Fact]
    public void Canonicalize_ExampleOfSection32_GivesThePublishedBytes()
    {
        const string Input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;

        var canonical = Canonicalize(Input);

        Assert.Equal(
            """
            {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}
            """,
            canonical);
    }

    [Fact]
    public void Canonicalize_ExampleOfSection323_SortsByUtf16CodeUnits()
    {
        const string Input = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        var canonical = Canonicalize(Input);

        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\"," +
            "\"ö\":\"Latin Small Letter O With Diaeresis\"," +
            "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            canonical);
    }

    [Theory] // RFC 8785, appendix B
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Canonicalize_NumberOfAppendixB_GivesThePublishedText(ulong bits, string expected)
    {
        var number = BitConverter.UInt64BitsToDouble(bits).ToString("E17", CultureInfo.InvariantCulture);

        Assert.Equal($"[{expected}]", Canonicalize($"[{number}]"));
    }

    [Fact]
    public void Canonicalize_AnyNumber_IsReadBackAsTheSame()
    {
        var random = new Random(20260201);
        for (var round = 0; round < 100_000; round++)
        {
            var number = round % 2 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))
                : random.NextInt64(-1_000_000_000, 1_000_000_000) / Math.Pow(10, random.Next(12));
            if (double.IsFinite(number))
            {
                var canonical = Canonicalize(number.ToString("R", CultureInfo.InvariantCulture));

                Assert.Equal(number, double.Parse(canonical, CultureInfo.InvariantCulture));
                Assert.Equal(canonical, Canonicalize(canonical));
            }
        }
    }

    [Theory]
    [InlineData("""{"b":1,"a":{"d":[],"c":{}}}""", """{"a":{"c":{},"d":[]},"b":1}""")]
    [InlineData("""{"aa":1,"a":2,"":3}""", """{"":3,"a":2,"aa":1}""")]
    [InlineData("""{"b\"":1,"b!":2,"b\\":3,"b]":4}""", """{"b!":2,"b\"":1,"b\\":3,"b]":4}""")]
    [InlineData("""[-0, 10, 1e15, 0.1, 100000000000000000000, 123456789012345.5]""",
        """[0,10,1000000000000000,0.1,100000000000000000000,123456789012345.5]""")]
    [InlineData(" \"\\u00e9\\ud83d\\ude00\" ", "\"é😀\"")]
    [InlineData("null", "null")]
    [InlineData("[5e-325, -1e-400, 9007199254740993, 1E0, -0.0e5]", "[0,0,9007199254740992,1,0]")]
    [InlineData("\"\\u007f\"", "\"\u007f\"")]
    public void Canonicalize_Value_IsWrittenInItsOneForm(string input, string expected)
    {
        var canonical = Canonicalize(input);

        Assert.Equal(expected, canonical);
        Assert.Equal(canonical, Canonicalize(canonical));
    }

    [Fact]
    public void Canonicalize_ManyNestedMembersInReverse_AreAllSorted()
    {
        var names = Enumerable.Range(0, 1000).Select(i => i.ToString("D4", CultureInfo.InvariantCulture)).ToArray();
        var members = names.Reverse().Select(name => $"\"{name}\":{{\"y\":1,\"x\":\"{name}\"}}");
        var inner = "{" + string.Join(',', members) + "}";

        var canonical = Canonicalize($$"""{"z":{{inner}},"a":{{inner}}}""");

        var sorted = "{" + string.Join(',', names.Select(name => $"\"{name}\":{{\"x\":\"{name}\",\"y\":1}}")) + "}";
        Assert.Equal($$"""{"a":{{sorted}},"z":{{sorted}}}""", canonical);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("[01]")]
    [InlineData("// remark\n{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""")]
    [InlineData("""{"x":{"a":1,"b":{},"a":2}}""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"x":[{"\ud83d\ude00":1,"😀":2}]}""")]
    [InlineData("""{"\u0000":1,"\u0000":2}""")]
    [InlineData("""["\ud83dx"]""")]
    [InlineData("""["\ud83d\ud83d\ude00"]""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("[1e309]")]
    [InlineData("[-1e309]")]
    [InlineData("1e400")]
    [InlineData("[NaN]")]
    [InlineData("[Infinity]")]
    [InlineData("[-Infinity]")]
    [InlineData("[+1]")]
    [InlineData("[.5]")]
    [InlineData("[1.]")]
    [InlineData("[0x10]")]
    [InlineData("['a']")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("\"\\x\"")]
    [InlineData("[\"\t\"]")]
    [InlineData("[\"\u0001\"]")]
    public void TryCanonicalize_NotIJson_IsRefused(string input)
    {
        Assert.Null(JsonCanonicalization.TryCanonicalize(Encoding.UTF8.GetBytes(input)));
        Assert.Throws<FormatException>(() => JsonCanonicalization.Canonicalize(Encoding.UTF8.GetBytes(input)));
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xC3, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xC0, 0xAF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xE0, 0x80, 0xAF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xF0, 0x80, 0x80, 0xAF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xE2, 0x82, 0x22 })]
    [InlineData(new byte[] { 0x7B, 0x22, 0x80, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(new byte[] { 0x31, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    public void TryCanonicalize_InvalidUtf8_IsRefused(byte[] input)
    {
        Assert.Null(JsonCanonicalization.TryCanonicalize(input));
    }

    [VectorsTheory]
    [InlineData("canonDocJCS.txt")]
    [InlineData("proofCanonJCS.txt")]
    public void Canonicalize_CanonicalVectorOfEddsaJcs2022_StaysAsItIs(string file)
    {
        var folder = Path.Combine(SharedData.Vectors!, "w3c-vc-di-eddsa", "eddsa-jcs-2022");
        var canonical = File.ReadAllText(Path.Combine(folder, file)).Trim();

        Assert.Equal(canonical, Canonicalize(canonical));
    }

    [VectorsFact]
    public void Canonicalize_SignedVectorOfEddsaJcs2022_GivesThePublishedDocument()
    {
        var folder = Path.Combine(SharedData.Vectors!, "w3c-vc-di-eddsa", "eddsa-jcs-2022");
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "signedJCS.json")))!.AsObject();
        document.Remove("proof");

        Assert.Equal(
            File.ReadAllText(Path.Combine(folder, "canonDocJCS.txt")).Trim(), Canonicalize(document.ToJsonString()));
    }

    [Fact]
    public void TryCanonicalize_NestedTooDeep_IsRefused()
    {
        static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));

        Assert.NotNull(JsonCanonicalization.TryCanonicalize(Nested(JsonCanonicalization.MaximumDepth)));
        Assert.Null(JsonCanonicalization.TryCanonicalize(Nested(JsonCanonicalization.MaximumDepth + 1)));
    }

    private static string Canonicalize(string json) =>
        Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(Encoding.UTF8.GetBytes(json)));
}
