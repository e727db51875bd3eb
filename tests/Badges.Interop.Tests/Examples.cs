using System.Text.Json.Nodes;

namespace Badges.Interop.Tests;

/// <summary>The Open Badges 3.0 specification's own unsigned examples, as credentials of one issuer.</summary>
internal static class Examples
{
    public const string Issuer = "did:web:issuer.example";

    public static IReadOnlyList<JsonObject> Read() =>
    [
        .. Directory.EnumerateFiles(
                Path.Combine(SharedData.Vectors ?? "", "1edtech-openbadges-specification/examples/unsigned"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => OfOneIssuer(JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    /// <summary>The same with a value in the middle of it changed.</summary>
    public static JsonObject Changed(JsonObject credential)
    {
        var changed = credential.DeepClone().AsObject();
        changed["credentialSubject"]!.AsObject()["id"] = "did:example:somebody-else";
        return changed;
    }

    // A status list would have to be published, and dates are not what these tests are about.
    private static JsonObject OfOneIssuer(JsonObject credential)
    {
        credential.Remove("credentialStatus");
        credential.Remove("proof");
        credential.Remove("validUntil");
        credential["validFrom"] = "2026-01-01T00:00:00Z";
        if (credential["issuer"] is JsonObject issuer)
        {
            issuer["id"] = Issuer;
        }
        else
        {
            credential["issuer"] = Issuer;
        }

        return credential;
    }
}
