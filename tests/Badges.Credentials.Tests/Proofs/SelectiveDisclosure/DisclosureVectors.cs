using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.Contexts;

namespace Badges.Credentials.Tests.Proofs.SelectiveDisclosure;

/// <summary>The W3C's test vectors of ecdsa-sd-2023: folders of documents and of what is made of them on the
/// way.</summary>
internal static class DisclosureVectors
{
    /// <summary>The folders that hold a file of this name.</summary>
    public static TheoryData<string> FoldersWith(string file) => SharedData.Vectors is not { } root ? []
        :
        [
            .. Directory.GetFiles(Path.Combine(root, "w3c-vc-di-ecdsa"), file, SearchOption.AllDirectories)
                .Select(found => Path.GetDirectoryName(found)!),
        ];

    public static JsonElement Json(string folder, string file) =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, file)));

    public static JsonObject Document(string folder, string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!.AsObject();

    public static string? Text(JsonElement json, string member) => json.GetProperty(member).GetString();

    public static IEnumerable<string?> Strings(JsonElement list) =>
        list.EnumerateArray().Select(each => each.GetString());

    public static IEnumerable<string?> Strings(JsonElement json, string member) => Strings(json.GetProperty(member));

    public static SecuredDocument Secured(JsonObject signed) =>
        SecuredDocument.Of(JsonElement.Parse(signed.ToJsonString()), PublishedContexts.Documents);

    /// <summary>Verifies the first proof, with the key that it names or with this one.</summary>
    public static ProofVerification Verify(JsonObject signed, string? method = null)
    {
        method ??= Method(signed);
        using var key = PublicKey.TryReadMultikey(method[(method.IndexOf('#', StringComparison.Ordinal) + 1)..])!;
        return DataIntegrity.Verify(Secured(signed), JsonElement.Parse(Proof(signed).ToJsonString()), key);
    }

    /// <summary>What becomes of the document with another proof value.</summary>
    public static ProofOutcome With(JsonObject signed, string proofValue)
    {
        signed["proof"]!["proofValue"] = proofValue;
        return Verify(signed).Outcome;
    }

    public static string Method(JsonObject signed) => (string)Proof(signed)["verificationMethod"]!;

    public static byte[] Flip(byte[] bytes) => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];

    private static JsonNode Proof(JsonObject signed) => signed["proof"] is JsonArray list ? list[0]! : signed["proof"]!;
}
