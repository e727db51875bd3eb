using System.Globalization;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Proofs;

/// <summary>Any credential as a JSON Web Token. Securing Verifiable Credentials using JOSE and COSE, section 3.1.1;
/// Data Model 1.1, section 6.3.1.</summary>
public static class GeneralJwt
{
    /// <summary>Whether the credential is one of the data model 2.0, whose token is its own payload.</summary>
    public static bool IsPayload(JsonElement credential) =>
        JsonValues.Strings(credential, "@context").FirstOrDefault() == KnownContexts.DataModel2;

    /// <summary>Signs the credential: as the payload itself, or in the claim <c>vc</c> of data model 1.1.</summary>
    /// <param name="kid">The identifier of the key.</param>
    public static string Sign(string credentialJson, ISigningKey key, string kid)
    {
        ArgumentNullException.ThrowIfNull(credentialJson);
        var credential = JsonElement.Parse(credentialJson);
        return IsPayload(credential)
            ? Jws.Sign(credentialJson, key, kid, "vc+jwt")
            : Jws.Sign(Claims(credential), key, kid, "JWT");
    }

    private static string Claims(JsonElement credential)
    {
        var view = new VerifiableCredential(credential);
        var claims = new StringBuilder("{\"vc\":").Append(credential.GetRawText())
            .Append(CredentialJson.Member("iss", view.IssuerId))
            .Append(CredentialJson.Member("sub", view.SubjectId))
            .Append(CredentialJson.Member("jti", view.Id));
        AddInstant(claims, "nbf", view.ValidFromText);
        AddInstant(claims, "exp", view.ValidUntilText);
        return claims.Append('}').ToString();
    }

    private static void AddInstant(StringBuilder claims, string name, string? text)
    {
        if (text is not null && Timestamp.TryRead(text) is { } instant)
        {
            claims.Append(CultureInfo.InvariantCulture, $",\"{name}\":{instant.ToUnixTimeSeconds()}");
        }
    }
}
