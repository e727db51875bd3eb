using System.Text.Json;

namespace Badges.Credentials.Verification.Steps;

/// <summary>Endorsements of the badge, of the achievement and of the issuer. Open Badges 3.0, section 9.1 step 6. Not
/// verified yet.</summary>
internal static class CheckEndorsements
{
    private static readonly string[] Members = ["endorsement", "endorsementJwt"];

    public static Check Run(VerificationCase facts)
    {
        JsonElement?[] places =
        [
            facts.Credential?.Json, facts.Credential?.Achievement, facts.Credential?.Issuer, facts.Assertion?.Assertion,
            facts.Assertion?.BadgeClass.Json, facts.Assertion?.Profile.Json,
        ];
        return places.Any(
            place => place is { } json && Array.Exists(Members, name => JsonValues.All(json, name).Count > 0))
            ? Check.NotRun(CheckIds.Endorsements, CheckCodes.EndorsementsNotRead)
            : Check.NotApplicable(CheckIds.Endorsements, CheckCodes.NoEndorsement);
    }
}
