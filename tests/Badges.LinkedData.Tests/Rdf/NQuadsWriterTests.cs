using System.Globalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Rdf;

public sealed class NQuadsWriterTests
{
    private const string Text = "http://www.w3.org/2001/XMLSchema#string";

    [Fact]
    public void Write_EachControlCharacter_HasItsCanonicalEscape()
    {
        var named = new Dictionary<char, string>
        {
            ['\b'] = "\\b",
            ['\t'] = "\\t",
            ['\n'] = "\\n",
            ['\f'] = "\\f",
            ['\r'] = "\\r",
            ['"'] = "\\\"",
            ['\\'] = "\\\\",
        };

        for (var character = '\0'; character < '\u0100'; character++)
        {
            var expected = named.TryGetValue(character, out var escape) ? escape
                : character is < ' ' or '\u007F' ? "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)
                : character.ToString();
            Assert.Equal($"<urn:s> <urn:p> \"a{expected}\" .\n", Write(new Literal($"a{character}", Text)));
        }
    }

    [Theory]
    [InlineData("o", Text, null, "\"o\"")]
    [InlineData("", Text, null, "\"\"")]
    [InlineData("é😀\uFFFF", Text, null, "\"é😀\uFFFF\"")]
    [InlineData("o", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "fr-FR", "\"o\"@fr-FR")]
    [InlineData("1", "http://www.w3.org/2001/XMLSchema#int", null, "\"1\"^^<http://www.w3.org/2001/XMLSchema#int>")]
    public void Write_Literal_IsAsShortAsItMayBe(string value, string datatype, string? language, string expected)
    {
        Assert.Equal($"<urn:s> <urn:p> {expected} .\n", Write(new Literal(value, datatype, language)));
    }

    private static string Write(RdfTerm value) =>
        NQuadsWriter.Write(new([new(new Iri("urn:s"), new Iri("urn:p"), value, null)]));
}
