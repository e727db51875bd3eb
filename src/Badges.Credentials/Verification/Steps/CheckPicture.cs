namespace Badges.Credentials.Verification.Steps;

/// <summary>The picture is the issuer's own: a genuine record can be put into another picture. Not compared
/// yet.</summary>
internal static class CheckPicture
{
    public static Check Run(VerificationCase facts) => Check.NotRun(CheckIds.Picture, CheckCodes.PictureNotCompared);
}
