using System.Text;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Rdf;

public sealed class NQuadsReaderTests
{
    [Theory]
    [InlineData("<urn:s> <urn:p> <urn:o> .", "<urn:s> <urn:p> <urn:o> .\n")]
    [InlineData("<urn:s><urn:p><urn:o><urn:g>.", "<urn:s> <urn:p> <urn:o> <urn:g> .\n")]
    [InlineData("  <urn:s>\t<urn:p> \"o\" . # remark", "<urn:s> <urn:p> \"o\" .\n")]
    [InlineData("_:s <urn:p> _:o _:g .", "_:s <urn:p> _:o _:g .\n")]
    [InlineData("_:a.b.<urn:p>_:0.", null)]
    [InlineData("_:a.b <urn:p>_:0.", "_:a.b <urn:p> _:0 .\n")]
    [InlineData("_::a-b·c‿ <urn:p> _:é𐀀 .", "_::a-b·c‿ <urn:p> _:é𐀀 .\n")]
    [InlineData("<urn:s> <urn:p> \"o\"@en-GB .", "<urn:s> <urn:p> \"o\"@en-GB .\n")]
    [InlineData("<urn:s> <urn:p> \"1\"^^<urn:t> .", "<urn:s> <urn:p> \"1\"^^<urn:t> .\n")]
    [InlineData("<urn:s> <urn:p> \"o\"^^<http://www.w3.org/2001/XMLSchema#string> .", "<urn:s> <urn:p> \"o\" .\n")]
    [InlineData("<urn:\\u00e9\\U0001F600> <urn:p> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\\u00e9\\U0001F600\" .",
        "<urn:é😀> <urn:p> \"\\t\\b\\n\\r\\f\\\"'\\\\é😀\" .\n")]
    [InlineData("<urn:s> <urn:p> \"\u0000\u007F\" .", "<urn:s> <urn:p> \"\\u0000\\u007F\" .\n")]
    [InlineData("", "")]
    [InlineData("# remark\r\n\n \t\r# another", "")]
    [InlineData("<urn:s> <urn:p> <urn:o> .\r\n<urn:s> <urn:p> <urn:o> .\r<urn:s> <urn:p> \"o\" .",
        "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> \"o\" .\n")]
    public void TryRead_Document_GivesEachStatementOnceOrNothing(string document, string? expected)
    {
        var dataset = NQuadsReader.TryRead(document, out var fault);

        Assert.Equal(expected, dataset is null ? null : NQuadsWriter.Write(dataset));
        Assert.Equal(expected is null, fault is not null);
    }

    [Theory]
    [InlineData("s <urn:p> <urn:o> .", 1, 1, "a subject")]
    [InlineData("\"s\" <urn:p> <urn:o> .", 1, 1, "a subject")]
    [InlineData("<urn:s> _:p <urn:o> .", 1, 9, "a predicate")]
    [InlineData("<urn:s> \"p\" <urn:o> .", 1, 9, "a predicate")]
    [InlineData("<urn:s> <urn:p> .", 1, 17, "an object")]
    [InlineData("<urn:s> <urn:p> 1 .", 1, 17, "an object")]
    [InlineData("<urn:s> <urn:p> <urn:o>", 1, 24, "a graph name or a full stop")]
    [InlineData("<urn:s> <urn:p> <urn:o> \"g\" .", 1, 25, "a graph name or a full stop")]
    [InlineData("<urn:s> <urn:p> <urn:o> <urn:g> <urn:h> .", 1, 33, "a full stop")]
    [InlineData("<urn:s> <urn:p> <urn:o> . .", 1, 27, "the end of the line")]
    [InlineData("<urn:s> <urn:p> <urn:o> . <urn:s> <urn:p> <urn:o> .", 1, 27, "the end of the line")]
    [InlineData("# one\r\n<urn:s> <urn:p> <urn:o> .\n\r<s> <urn:p> <urn:o> .", 4, 1, "an absolute IRI")]
    [InlineData("<urn:s> <urn:p> <//host/path> .", 1, 17, "an absolute IRI")]
    [InlineData("<urn:s s> <urn:p> <urn:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<urn:s\\u0020s> <urn:p> <urn:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<urn:s{}> <urn:p> <urn:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<urn:s", 1, 7, "the end of an IRI")]
    [InlineData("<urn:s\\n> <urn:p> <urn:o> .", 1, 7, "an escape sequence")]
    [InlineData("<urn:s\\u00Z9> <urn:p> <urn:o> .", 1, 7, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"\\uD800\" .", 1, 18, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"\\U00110000\" .", 1, 18, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"\\x\" .", 1, 18, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"\\", 1, 18, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"\\u+123\" .", 1, 18, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"\\u12\" .", 1, 18, "an escape sequence")]
    [InlineData("<urn:s> <urn:p> \"o", 1, 19, "the end of a literal")]
    [InlineData("<urn:s> <urn:p> \"o\n\" .", 1, 19, "the end of a literal")]
    [InlineData("<urn:s> <urn:p> \"o\"@ .", 1, 21, "a language tag")]
    [InlineData("<urn:s> <urn:p> \"o\"@1 .", 1, 22, "a language tag")]
    [InlineData("<urn:s> <urn:p> \"o\"@en- .", 1, 24, "a language tag")]
    [InlineData("<urn:s> <urn:p> \"o\"@français .", 1, 25, "a graph name or a full stop")]
    [InlineData("<urn:s> <urn:p> \"o\"^^ .", 1, 23, "a datatype")]
    [InlineData("<urn:s> <urn:p> \"o\"^^_:t .", 1, 22, "a datatype")]
    [InlineData("<urn:s> <urn:p> \"o\"^^<t> .", 1, 22, "an absolute IRI")]
    [InlineData("_s <urn:p> <urn:o> .", 1, 1, "a blank node label")]
    [InlineData("_: <urn:p> <urn:o> .", 1, 3, "a blank node label")]
    [InlineData("_:-a <urn:p> <urn:o> .", 1, 3, "a blank node label")]
    [InlineData("_:. <urn:p> <urn:o> .", 1, 3, "a blank node label")]
    [InlineData("\uFEFF<urn:s> <urn:p> <urn:o> .", 1, 1, "a subject")]
    public void TryRead_AgainstTheGrammar_NamesThePlaceAndWhatWasExpected(
        string document, int line, int column, string expected)
    {
        var dataset = NQuadsReader.TryRead(document, out var fault);

        Assert.Null(dataset);
        Assert.Equal(new NQuadsFault(line, column, expected), fault);
    }

    [Fact]
    public void TryRead_HalfOfASurrogatePair_IsRefused()
    {
        string[] documents =
        [
            "<urn:s> <urn:p> \"o\uD83D\" .", "<urn:s> <urn:p> \"\uDE00\uD83D\" .", "<urn:\uD83D> <urn:p> \"o\" .",
            "_:\uD83D <urn:p> \"o\" .", "<urn:s> <urn:p> \"😀 \uD83D\\n\" .",
        ];

        Assert.All(documents, document =>
        {
            Assert.Null(NQuadsReader.TryRead(document, out var fault));
            Assert.Equal(1, fault!.Line);
        });
    }

    [Fact]
    public void TryRead_AnyText_IsReadOrRefusedWithoutAFault()
    {
        const string Document =
            "_:a <urn:p> \"o\\n\\u00e9\"@en <urn:g> . # remark\r\n<urn:s> <urn:p> \"1\"^^<urn:t> .\n";
        const string Pieces = "<>\"\\_:.@^# \t\r\nuU0aé\uD83D\uDE00\0-";
        var random = new Random(20260201);

        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(Document);
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var place = random.Next(text.Length + 1);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(place, Math.Min(1, text.Length - place)),
                    1 => text.Insert(place, Pieces[random.Next(Pieces.Length)]),
                    _ => text.Remove(place, text.Length - place).Append(Pieces[random.Next(Pieces.Length)]),
                };
            }

            var dataset = NQuadsReader.TryRead(text.ToString(), out var fault);

            Assert.Equal(dataset is null, fault is not null);
            if (dataset is not null)
            {
                Assert.Equal(dataset.Quads, NQuadsReader.TryRead(NQuadsWriter.Write(dataset), out _)!.Quads);
            }
        }
    }
}
