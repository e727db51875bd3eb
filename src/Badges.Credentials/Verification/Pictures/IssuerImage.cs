using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Pictures;

/// <summary>What stands where the issuer says that a picture is.</summary>
/// <param name="Address">As the record writes it.</param>
internal sealed record IssuerImage(string Address)
{
    /// <summary>Null when it could not be had.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The document; null for a picture that stands in the record itself.</summary>
    public DocumentRead? Document { get; init; }

    /// <summary>The <c>picture</c> check, as far as this one picture goes.</summary>
    public Check Compare(PictureContent submitted)
    {
        if (Bytes is not { } bytes)
        {
            return Document is null
                ? NotRun(CheckCodes.DocumentUnreadable, "data:")
                : NotRun(Document.Code, Address);
        }

        var own = PictureContent.Of(bytes);
        return 0 switch
        {
            _ when own.Name is { } name && own.Container != submitted.Container =>
                NotRun(CheckCodes.PictureOfOtherKind, name, submitted.Name ?? string.Empty),
            _ when own.IsWrittenLike(submitted) => Passed(),
            _ when own.Drawing is null =>
                NotRun(CheckCodes.DocumentUnreadable, Document is null ? "data:" : Address),
            _ when own.Drawing.AsSpan().SequenceEqual(submitted.Drawing) => Passed(),
            _ => Found(Check.Failed(CheckIds.Picture, CheckCodes.PictureDiffers)),
        };
    }

    /// <summary>The picture, when it is one that can be shown.</summary>
    public IssuerPicture? ToPicture() => Bytes is { } bytes && PictureContent.Of(bytes).Container is { } container
        ? new()
        {
            Address = Source,
            MediaType = container is SubmissionContainer.Png ? "image/png" : "image/svg+xml",
            Bytes = bytes,
            IsOwn = Document?.Document is { IsOwn: true },
        }
        : null;

    /// <summary>Of two forms that we publish ourselves, the one that was taken.</summary>
    private string? Source =>
        Document is { Document: { IsOwn: true, RedirectedTo: { } twin } } ? twin : Document?.Address;

    private Check Passed() => Found(Check.Passed(CheckIds.Picture));

    private Check NotRun(string code, params string[] arguments) =>
        Found(Check.NotRun(CheckIds.Picture, code, arguments));

    private Check Found(Check check) => check with { Source = Source, At = Document?.Document?.At };
}
