using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.Tests.Rdf;

/// <summary>RDF 1.1 N-Quads, sections 2 and 4, and its canonical form (RDF Dataset Canonicalization 1.0, section
/// 5).</summary>
public sealed class NQuadsTests
{
    [Theory]
    [InlineData("<ex:s> <ex:p> <ex:o> .")]
    [InlineData("_:a <ex:p> _:b-1.c .")]
    [InlineData("<ex:s> <ex:p> \"text\" <ex:g> .")]
    [InlineData("<ex:s> <ex:p> \"text\"@fr-FR _:g .")]
    [InlineData("<ex:s> <ex:p> \"7\"^^<ex:t> .")]
    [InlineData("<ex:s> <ex:p> \"\u2028\uFFFD🪵é\" .")]
    public void Write_WhatWasRead_IsTheSameLine(string line)
    {
        var dataset = NQuadsReader.TryRead(line, out var fault);

        Assert.Null(fault);
        Assert.Equal(line + "\n", NQuadsWriter.Write(dataset!));
    }

    [Theory]
    [InlineData("\\u00e9", "é")]
    [InlineData("\\U0001F600", "😀")]
    [InlineData("\\t\\b\\n\\r\\f\\\"\\'\\\\", "\t\b\n\r\f\"'\\")]
    [InlineData("\\u0000", "\0")]
    public void Read_Escape_IsTheCharacter(string written, string text) => Assert.Equal(
        new Literal(text, "http://www.w3.org/2001/XMLSchema#string"),
        Assert.Single(NQuadsReader.TryRead($"<ex:s> <ex:p> \"{written}\" .", out _)!.Quads).Object);

    [Theory]
    [InlineData(0x00, "\\u0000")]
    [InlineData(0x07, "\\u0007")]
    [InlineData(0x08, "\\b")]
    [InlineData(0x09, "\\t")]
    [InlineData(0x0A, "\\n")]
    [InlineData(0x0B, "\\u000B")]
    [InlineData(0x0C, "\\f")]
    [InlineData(0x0D, "\\r")]
    [InlineData(0x0E, "\\u000E")]
    [InlineData(0x1F, "\\u001F")]
    [InlineData(0x22, "\\\"")]
    [InlineData(0x5C, "\\\\")]
    [InlineData(0x7F, "\\u007F")]
    [InlineData(0x80, "\u0080")]
    [InlineData(0x27, "'")]
    public void Write_Character_IsEscapedOnlyWhereItMustBe(int code, string written)
    {
        var quad = new Quad(
            new Iri("ex:s"), new Iri("ex:p"), new Literal(((char)code).ToString(), "http://www.w3.org/2001/XMLSchema#string"),
            null);

        Assert.Equal($"<ex:s> <ex:p> \"{written}\" .\n", NQuadsWriter.Write(new RdfDataset([quad])));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("# a comment\n\n  \t\n", 0)]
    [InlineData("<ex:s> <ex:p> <ex:o> . # said\n<ex:s> <ex:p> <ex:o> .\r\n", 1)]
    [InlineData("<ex:s><ex:p>\"o\"<ex:g>.", 1)]
    public void Read_Document_HoldsEachStatementOnce(string document, int count) =>
        Assert.Equal(count, NQuadsReader.TryRead(document, out _)?.Quads.Count);

    [Theory]
    [InlineData("<ex:s> <ex:p> <ex:o>", "a full stop")]
    [InlineData("<ex:s> <ex:p> <ex:o> . <ex:s>", "the end of the line")]
    [InlineData("\"s\" <ex:p> <ex:o> .", "a subject")]
    [InlineData("<ex:s> _:p <ex:o> .", "a predicate")]
    [InlineData("<ex:s> <ex:p> .", "an object")]
    [InlineData("<s> <ex:p> <ex:o> .", "an absolute IRI")]
    [InlineData("<ex:s t> <ex:p> <ex:o> .", "a character of an IRI")]
    [InlineData("<ex:s", "a character of an IRI")]
    [InlineData("<ex:s> <ex:p> \"open .", "a character of a literal")]
    [InlineData("<ex:s> <ex:p> \"\\x\" .", "an escape sequence")]
    [InlineData("<ex:s> <ex:p> \"\\ud800\" .", "an escape sequence")]
    [InlineData("<ex:s> <ex:p> \"\\u12\" .", "an escape sequence")]
    [InlineData("<ex:s> <ex:p> \"o\"@ .", "a language tag")]
    [InlineData("<ex:s> <ex:p> \"o\"@français .", "a full stop")]
    [InlineData("<ex:s> <ex:p> \"o\"^^ .", "a datatype")]
    [InlineData("_: <ex:p> <ex:o> .", "a blank node label")]
    [InlineData("_:-a <ex:p> <ex:o> .", "a blank node label")]
    [InlineData("<ex:s> <ex:p> <ex:o> \"g\" .", "a full stop")]
    public void Read_WrongLine_NamesWhereAndWhatWasExpected(string line, string expected)
    {
        Assert.Null(NQuadsReader.TryRead("# first\n" + line, out var fault));

        Assert.Equal((2, expected), (fault!.Line, fault.Expected));
        Assert.InRange(fault.Column, 1, line.Length + 1);
    }
}
