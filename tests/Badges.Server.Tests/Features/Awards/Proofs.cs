using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>Embedded proofs as a stranger reads them.</summary>
internal static class Proofs
{
    /// <summary>Whether the only proof is that of the key in its own identifier.</summary>
    public static bool Verifies(JsonElement document)
    {
        var proof = Assert.Single(document.GetProperty("proof").EnumerateArray());
        using var key = PublicKey.TryReadMultikey(KidOf(document))!;
        var secured = SecuredDocument.Of(document, BundledContexts.Documents);
        return DataIntegrity.Verify(secured, proof, key).Outcome is ProofOutcome.Verified;
    }

    /// <summary>The key that the proof names: <c>z6Mk…</c>.</summary>
    public static string KidOf(JsonElement document) =>
        document.GetProperty("proof")[0].GetProperty("verificationMethod").GetString()!.Split('#')[1];
}
