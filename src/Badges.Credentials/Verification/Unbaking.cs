using System.Text;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification.Receipts;
using Badges.Imaging.Png;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Verification;

/// <summary>Takes the record out of a picture. Open Badges 3.0, section 5.3; Open Badges 2.0, baking
/// specification.</summary>
public static class Unbaking
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The record of a picture, or the text itself. Never throws, whatever the bytes.</summary>
    public static UnbakeResult Unbake(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Container switch
        {
            SubmissionContainer.Png => FromPng(submission.Bytes),
            SubmissionContainer.Svg => FromSvg(submission.Bytes),
            SubmissionContainer.Pdf => ReceiptPdf.Unbake(submission.Bytes),
            SubmissionContainer.Json or SubmissionContainer.Jwt => new() { Text = submission.Text },
            _ => new(),
        };
    }

    private static UnbakeResult FromPng(ReadOnlyMemory<byte> bytes)
    {
        if (PngBaking.TryRead(bytes, Submission.MaximumTextBytes, out var fault) is not { } texts)
        {
            return Unreadable(fault.ToString());
        }

        return Choose(
            [.. texts.Where(text => text.Keyword == PngBaking.OpenBadges3Keyword)],
            [.. texts.Where(text => text.Keyword == PngBaking.OpenBadges2Keyword)],
            FromChunk3,
            FromChunk2);
    }

    private static UnbakeResult FromSvg(ReadOnlyMemory<byte> bytes)
    {
        if (SvgDocument.TryRead(bytes, out var fault) is not { } svg)
        {
            return Unreadable(fault.ToString());
        }

        var elements = SvgBaking.Read(svg);
        return Choose(
            [.. elements.Where(element => element.Version is BakedVersion.OpenBadges3)],
            [.. elements.Where(element => element.Version is BakedVersion.OpenBadges2)],
            FromElement3,
            FromElement2);
    }

    /// <summary>The newer standard is judged; of one standard there may be one record only.</summary>
    private static UnbakeResult Choose<T>(
        List<T> newer, List<T> older, Func<T, UnbakeResult> readNewer, Func<T, UnbakeResult> readOlder) =>
        (newer, older) switch
        {
            ({ Count: > 1 }, _) => Refused(CheckCodes.TwoRecords, "Open Badges 3.0"),
            ([var only], []) => readNewer(only),
            ([var only], _) => Saying(readNewer(only), CheckCodes.OlderCopyBeside),
            (_, { Count: > 1 }) => Refused(CheckCodes.TwoRecords, "Open Badges 2.0"),
            (_, [var only]) => readOlder(only),
            _ => new(),
        };

    private static UnbakeResult FromChunk3(BakedText baked) => baked switch
    {
        { Kind: not PngTextKind.International } => Refused(CheckCodes.WrongChunk),
        { Text: null } => Refused(CheckCodes.RecordUnreadable),
        { Compressed: true } => Refused(CheckCodes.CompressedRecord),
        _ => new() { Text = baked.Text },
    };

    private static UnbakeResult FromChunk2(BakedText baked) => baked switch
    {
        { Text: null } => Refused(CheckCodes.RecordUnreadable),
        { Kind: PngTextKind.International, Compressed: false } => new() { Text = baked.Text },
        _ => Saying(new() { Text = Reread(baked.Text, baked.Kind) }, CheckCodes.BakedInOldWay),
    };

    /// <summary>Bakers wrote UTF-8 where the PNG standard reads Latin-1.</summary>
    private static string Reread(string text, PngTextKind kind)
    {
        try
        {
            return kind is PngTextKind.International ? text : Utf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    private static UnbakeResult FromElement3(BakedElement element) => (element.Verify, element.Body) switch
    {
        (null or "", null) => Refused(CheckCodes.RecordUnreadable),
        (null or "", _) => new() { Text = element.Body },
        (_, null) => new() { Text = element.Verify },
        _ => Refused(CheckCodes.TwoRecords, "verify"),
    };

    /// <summary>Here the attribute repeats the address of the assertion in the body.</summary>
    private static UnbakeResult FromElement2(BakedElement element) => (element.Body ?? element.Verify) switch
    {
        null or "" => Refused(CheckCodes.RecordUnreadable),
        var text => new() { Text = text },
    };

    private static UnbakeResult Saying(UnbakeResult result, string code) =>
        result with { Remarks = [.. result.Remarks, new Remark(code)] };

    private static UnbakeResult Unreadable(string fault) =>
        new() { Code = CheckCodes.PictureUnreadable, Arguments = [fault], IsPictureUnreadable = true };

    private static UnbakeResult Refused(string code, params string[] arguments) =>
        new() { Code = code, Arguments = arguments };
}
