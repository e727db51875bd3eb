using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;

namespace Badges.Server.Features.CredentialApi;

/// <summary>What an issuer changes in a credential before it signs: its own name, its status entries, and the context
/// that a proof needs.</summary>
public static class PreparedCredential
{
    /// <summary>Characters as they are: what is signed is what was sent.</summary>
    public static JsonSerializerOptions Plain { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The credential with this issuer's name in the place of whoever stood there.</summary>
    public static JsonObject Of(JsonElement credential, CredentialIssuer issuer)
    {
        var prepared = JsonObject.Create(credential.Clone())
            ?? throw new ArgumentException("A credential is an object.", nameof(credential));
        if (prepared["issuer"] is JsonObject profile)
        {
            profile["id"] = issuer.Did;
        }
        else
        {
            prepared["issuer"] = issuer.Did;
        }

        if (issuer.Cryptosuite is not null)
        {
            AddProofContext(prepared);
        }

        return prepared;
    }

    /// <summary>One more entry of a status list. Bitstring Status List 1.0, section 2.1.</summary>
    public static void AddStatus(JsonObject credential, string purpose, string list, int position)
    {
        var index = position.ToString(CultureInfo.InvariantCulture);
        var entry = new JsonObject
        {
            ["id"] = $"{list}#{index}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = purpose,
            ["statusListIndex"] = index,
            ["statusListCredential"] = list,
        };
        switch (credential["credentialStatus"])
        {
            case null:
                credential["credentialStatus"] = entry;
                break;
            case JsonArray several:
                several.Add(entry);
                break;
            case { } single:
                credential["credentialStatus"] = new JsonArray(single.DeepClone(), entry);
                break;
        }
    }

    /// <summary>A proof that stands alone is no list.</summary>
    public static string WithSingleProof(string signed)
    {
        if (JsonNode.Parse(signed) is not JsonObject credential
            || credential["proof"] is not JsonArray { Count: 1 } only)
        {
            return signed;
        }

        credential["proof"] = only[0]?.DeepClone();
        return credential.ToJsonString(Plain);
    }

    /// <summary>The words of a proof are not among those of data model 1.1 (Data Integrity 1.0, section
    /// 2.4.1).</summary>
    private static void AddProofContext(JsonObject credential)
    {
        if (credential["@context"] is not JsonArray contexts)
        {
            contexts = new JsonArray(credential["@context"]?.DeepClone());
        }

        var addresses = contexts.OfType<JsonValue>().Select(each => each.GetValue<string>()).ToList();
        if (!addresses.Contains(KnownContexts.DataModel2) && !addresses.Contains(KnownContexts.DataIntegrity2)
            && !addresses.Contains(KnownContexts.DataIntegrity1))
        {
            contexts.Add(KnownContexts.DataIntegrity2);
            credential["@context"] = contexts.DeepClone();
        }
    }
}
