using System.Text;
using Badges.Imaging.Pdf;
using Badges.Imaging.Sheets;
using Badges.Imaging.Tests.Png;
using Badges.Imaging.Tests.Sheets;
using UglyToad.PdfPig;

namespace Badges.Imaging.Tests.Pdf;

public sealed class PdfAttachmentTests
{
    private const string Name = "recu.json";
    private static readonly byte[] Page = ReceiptDrawing.DrawPdf(TestSheets.Of());
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("{\"é\":\"endstream endobj %%EOF\"}");

    [Fact]
    public void TryAttach_APage_IsReadByAnIndependentReader()
    {
        var file = Attach();

        using var document = PdfDocument.Open(file);

        Assert.Equal(1, document.NumberOfPages);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var attached));
        var only = Assert.Single(attached);
        Assert.Equal(Name, only.Name);
        Assert.Equal(Content, only.Memory.ToArray());
        Assert.Equal(Page, file[..Page.Length]);
    }

    [Fact]
    public void TryRead_WhatWasAttached_IsThatAndTheWholeFile()
    {
        var read = PdfAttachment.TryRead(Attach(), Name);

        Assert.NotNull(read);
        Assert.True(read.IsWhole);
        Assert.Equal(Content, read.Content.ToArray());
        Assert.Equal(Page, read.Page.ToArray());
    }

    [Fact]
    public void TryRead_AnyByteChanged_IsNotWholeOrHasOtherParts()
    {
        var file = Attach();
        for (var at = 0; at < file.Length; at += at < Page.Length - 2000 ? 499 : 1)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 1;

            var read = PdfAttachment.TryRead(changed, Name);

            var isTheSame = read is { IsWhole: true } && read.Content.Span.SequenceEqual(Content)
                && read.Page.Span.SequenceEqual(Page);
            Assert.False(isTheSame, $"byte {at}");
        }
    }

    [Fact]
    public void TryRead_CutAnywhereBehindThePage_NeverThrowsAndIsNotWhole()
    {
        var file = Attach();
        for (var length = Page.Length; length < file.Length; length++)
        {
            Assert.NotEqual(true, PdfAttachment.TryRead(file.AsMemory(0, length), Name)?.IsWhole);
        }
    }

    [Fact]
    public void TryRead_OtherName_IsNotWhole() =>
        Assert.False(PdfAttachment.TryRead(Attach(), "other.json")?.IsWhole);

    [Fact]
    public void TryRead_AttachedTwice_IsNone() =>
        Assert.Null(PdfAttachment.TryRead((byte[])[.. Attach(), .. Attach()], Name));

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n%%EOF\n")]
    [InlineData("%%EOF\n<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length 999999999>> stream\n{}")]
    [InlineData("%%EOF\n<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length 9999999999>> stream\n{}")]
    [InlineData("%%EOF\n<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length -1>> stream\n{}")]
    [InlineData("%%EOF\n<</Type /EmbeddedFile")]
    [InlineData("<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length 2>> stream\n{}")]
    public void TryRead_NotMadeHere_IsNone(string text) =>
        Assert.Null(PdfAttachment.TryRead(Encoding.Latin1.GetBytes(text), Name));

    [Fact]
    public void TryRead_MadeByHand_IsReadAndNotWhole()
    {
        const string File = "%PDF-1.7\n%%EOF\n1 0 obj\n<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n"
            + "/Length 2>> stream\n{}\nendstream\nendobj\n";

        var read = PdfAttachment.TryRead(Encoding.Latin1.GetBytes(File), Name);

        Assert.NotNull(read);
        Assert.False(read.IsWhole);
        Assert.Equal("{}"u8.ToArray(), read.Content.ToArray());
    }

    /// <summary>Many megabytes of zeros in a small file stay what they are: nothing is inflated.</summary>
    [Fact]
    public void TryRead_CompressedBomb_IsNoneWithinAFewBytesOfMemory()
    {
        byte[] file =
        [
            .. "%PDF-1.7\n%%EOF\n1 0 obj\n<</Type /EmbeddedFile\n/Filter /FlateDecode\n/Length 1>> stream\n"u8,
            .. PngBuilder.Deflate(new byte[64 * 1024 * 1024]),
        ];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(PdfAttachment.TryRead(file, Name));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Fact]
    public void TryAttach_NotAPdf_IsNone()
    {
        Assert.Null(PdfAttachment.TryAttach("%PDF-1.7\n%%EOF\n"u8, Name, Content));
        Assert.Null(PdfAttachment.TryAttach(default, Name, Content));
    }

    [Fact]
    public void TryAttach_NameWithABracket_Throws() =>
        Assert.Throws<ArgumentException>(() => PdfAttachment.TryAttach(Page, "a)b", Content));

    private static byte[] Attach() => PdfAttachment.TryAttach(Page, Name, Content)
        ?? throw new InvalidOperationException("Nothing could be attached.");
}
