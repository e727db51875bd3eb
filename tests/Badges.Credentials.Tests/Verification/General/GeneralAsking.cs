using Badges.Credentials.Verification;
using Badges.Credentials.Verification.General;

namespace Badges.Credentials.Tests.Verification.General;

/// <summary>Asks about documents that depend on no other.</summary>
internal static class GeneralAsking
{
    public static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    public static GeneralAnswer Ask(GeneralQuestion question) => GeneralVerifier.Verify(
        question, new Dictionary<string, FetchedDocument>(), allowLoopback: false, Now);
}
