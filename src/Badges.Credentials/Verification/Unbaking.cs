using System.Text;
using System.Xml.Linq;
using Badges.Imaging.Png;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Verification;

/// <summary>Takes the record out of a picture. Open Badges 3.0, section 5.3; Open Badges 2.0, baking specification.</summary>
public static class Unbaking
{
    private const string Keyword3 = "openbadgecredential";
    private const string Keyword2 = "openbadges";
    private static readonly XNamespace Namespace3 = "https://purl.imsglobal.org/ob/v3p0";
    private static readonly XNamespace Namespace2 = "http://openbadges.org";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The record of a picture, or the text itself. Never throws, whatever the bytes.</summary>
    public static UnbakeResult Unbake(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Container switch
        {
            SubmissionContainer.Png => FromPng(submission.Bytes),
            SubmissionContainer.Svg => FromSvg(submission.Bytes),
            SubmissionContainer.Json or SubmissionContainer.Jwt => new() { Text = submission.Text },
            _ => new(),
        };
    }

    private static UnbakeResult FromPng(ReadOnlyMemory<byte> bytes)
    {
        if (PngDatastream.TryRead(bytes, out var fault) is not { } png)
        {
            return Unreadable(fault.ToString());
        }

        var records3 = png.Chunks.Where(chunk => IsText(chunk, Keyword3)).ToList();
        var records2 = png.Chunks.Where(chunk => IsText(chunk, Keyword2)).ToList();
        return (records3, records2) switch
        {
            ({ Count: > 1 }, _) => Refused(CheckCodes.TwoRecords, Keyword3),
            ([var only], _) => Beside(FromChunk3(only), records2.Count > 0),
            (_, { Count: > 1 }) => Refused(CheckCodes.TwoRecords, Keyword2),
            (_, [var only]) => FromChunk2(only),
            _ => new(),
        };
    }

    private static UnbakeResult FromChunk3(PngChunk chunk) =>
        chunk.Type != PngText.ChunkType ? Refused(CheckCodes.WrongChunk, chunk.Type)
        : PngText.TryRead(chunk, Submission.MaximumTextBytes) switch
        {
            null => Refused(CheckCodes.RecordUnreadable),
            { Compressed: true } => Refused(CheckCodes.CompressedRecord),
            var text => new() { Text = text.Text },
        };

    private static UnbakeResult FromChunk2(PngChunk chunk) =>
        PngText.TryRead(chunk, Submission.MaximumTextBytes) switch
        {
            null => Refused(CheckCodes.RecordUnreadable),
            { Kind: PngTextKind.International, Compressed: false } text => new() { Text = text.Text },
            var text => new() { Text = Reread(text), Remarks = [new Remark(CheckCodes.BakedInOldWay)] },
        };

    /// <summary>Bakers wrote UTF-8 where the PNG standard reads Latin-1.</summary>
    private static string Reread(PngText text)
    {
        try
        {
            return text.Kind is PngTextKind.International ? text.Text : Utf8.GetString(Encoding.Latin1.GetBytes(text.Text));
        }
        catch (DecoderFallbackException)
        {
            return text.Text;
        }
    }

    private static bool IsText(PngChunk chunk, string keyword)
    {
        if (chunk.Type is not ("iTXt" or "tEXt" or "zTXt"))
        {
            return false;
        }

        var data = chunk.Data.Span;
        return data.Length > keyword.Length && data[keyword.Length] == 0
            && Encoding.Latin1.GetString(data[..keyword.Length]) == keyword;
    }

    private static UnbakeResult FromSvg(ReadOnlyMemory<byte> bytes)
    {
        if (SvgDocument.TryRead(bytes, out var fault) is not { } svg)
        {
            return Unreadable(fault.ToString());
        }

        var records3 = svg.Root.Descendants(Namespace3 + "credential").ToList();
        var records2 = svg.Root.Descendants(Namespace2 + "assertion").ToList();
        return (records3, records2) switch
        {
            ({ Count: > 1 }, _) => Refused(CheckCodes.TwoRecords, "credential"),
            ([var only], _) => Beside(FromElement(only, Prefer.Attribute), records2.Count > 0),
            (_, { Count: > 1 }) => Refused(CheckCodes.TwoRecords, "assertion"),
            (_, [var only]) => FromElement(only, Prefer.Body),
            _ => new(),
        };
    }

    private static UnbakeResult FromElement(XElement element, Prefer prefer)
    {
        var attribute = element.Attribute("verify")?.Value.Trim() ?? string.Empty;
        var body = element.Value.Trim();
        return (attribute, body) switch
        {
            ("", "") => Refused(CheckCodes.RecordUnreadable),
            (_, "") => new() { Text = attribute },
            ("", _) => new() { Text = body },
            _ when prefer is Prefer.Body => new() { Text = body },
            _ => Refused(CheckCodes.TwoRecords, "verify"),
        };
    }

    private static UnbakeResult Beside(UnbakeResult result, bool hasOther) => hasOther
        ? result with { Remarks = [.. result.Remarks, new Remark(CheckCodes.OlderCopyBeside)] }
        : result;

    private static UnbakeResult Unreadable(string fault) =>
        new() { Code = CheckCodes.PictureUnreadable, Arguments = [fault], IsPictureUnreadable = true };

    private static UnbakeResult Refused(string code, params string[] arguments) => new() { Code = code, Arguments = arguments };

    private enum Prefer
    {
        Body,
        Attribute,
    }
}
