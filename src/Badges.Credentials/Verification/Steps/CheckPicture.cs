using Badges.Credentials.Verification.Pictures;

namespace Badges.Credentials.Verification.Steps;

/// <summary>
/// The picture is the issuer's own: a genuine record can be put into another picture. What they show is compared, the
/// records left out. Only a genuine badge says whose picture it is.
/// </summary>
internal static class CheckPicture
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.Parsed.Picture is not { } picture)
        {
            return Check.NotApplicable(CheckIds.Picture, CheckCodes.NoPicture);
        }

        return facts.IsGenuine
            ? Compare(PictureContent.Of(picture.Bytes), facts)
            : Check.NotRun(CheckIds.Picture, CheckCodes.PictureNotCompared);
    }

    /// <summary>It is enough to be one of the issuer's; to be none, it must differ from every one.</summary>
    private static Check Compare(PictureContent submitted, VerificationCase facts)
    {
        Check? open = null;
        Check? different = null;
        foreach (var address in IssuerImages.NamedIn(facts))
        {
            var check = IssuerImages.Read(address, facts).Compare(submitted);
            if (check.Outcome is CheckOutcome.Passed || check.Code == CheckCodes.DocumentNotFetched)
            {
                return check;
            }

            open ??= check.HasFailed ? null : check;
            different ??= check.HasFailed ? check : null;
        }

        return open ?? different ?? Check.NotRun(CheckIds.Picture, CheckCodes.PictureNotNamed);
    }
}
