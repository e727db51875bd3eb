using System.Text.Json;
using Badges.Credentials.Contexts;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>
/// Whether a document means what it seems to mean, where only the RDF that it expands to is signed. A member under
/// another name, or at another object with the same id, would keep the signature and lose its meaning for everybody who
/// reads the JSON: such members are refused.
/// </summary>
internal static class RdfMeaning
{
    /// <summary>How many contexts a document may name, its endorsements included: each costs work.</summary>
    private const int MaximumContexts = 64;

    /// <summary>What is read at the top of a credential. The RDF does not tell where it was written: an object further
    /// down that has the credential's id could take it away from there.</summary>
    private static readonly HashSet<string> ReadAtTheTop =
    [
        "issuer", "validFrom", "validUntil", "issuanceDate", "expirationDate", "credentialSubject", "credentialStatus",
        "credentialSchema", "refreshService", "termsOfUse",
    ];

    /// <summary>The <c>context</c> check of a document whose words are all known here and written plainly.</summary>
    public static Check Judge(SignedCredential credential)
    {
        var json = credential.Credential.Json;
        return FindDisguise(json) ?? FindMoved(json) ?? FindUnknown(json) ?? FindLoss(credential)
            ?? Check.Passed(CheckIds.Context);
    }

    private static Check? FindUnknown(JsonElement document)
    {
        var addresses = AddressesIn(document).Take(MaximumContexts + 1).ToList();
        return addresses.Count > MaximumContexts ? Check.NotRun(CheckIds.Context, CheckCodes.TooIntricate)
            : addresses.Find(address => !KnownContexts.All.Contains(address)) is { } unknown
                ? Check.NotRun(CheckIds.Context, CheckCodes.ContextUnknown, unknown)
                : null;
    }

    /// <summary>What no context defines is dropped from the RDF: it would not be signed.</summary>
    private static Check? FindLoss(SignedCredential credential) =>
        credential.Secured.FindLoss() is { } loss
            ? Check.Failed(CheckIds.Context, CheckCodes.MemberUndefined, loss)
            : null;

    /// <summary>The first member that could mean something else than it says.</summary>
    private static Check? FindDisguise(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            return value.EnumerateArray().Select(FindDisguise).FirstOrDefault(fault => fault is not null);
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (member.Name == "@context")
            {
                if (JsonValues.All(value, "@context").Any(each => each.ValueKind is not JsonValueKind.String))
                {
                    return Check.Failed(CheckIds.Context, CheckCodes.ContextInline);
                }

                continue;
            }

            if (IsDisguised(member.Name))
            {
                return Check.Failed(CheckIds.Context, CheckCodes.MemberDisguised, member.Name);
            }

            if (FindDisguise(member.Value) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>A keyword, an IRI, or a class: some classes have the IRI of a member, and no member begins with a
    /// capital.</summary>
    private static bool IsDisguised(string name) =>
        name is ['@' or (>= 'A' and <= 'Z'), ..] || name.Contains(':', StringComparison.Ordinal);

    /// <summary>The first member of the credential that stands at another object.</summary>
    private static Check? FindMoved(JsonElement document) =>
        JsonValues.IdOf(document) is { } id
        && ObjectsBelow(document).Where(each => JsonValues.IdOf(each) == id)
            .SelectMany(each => each.EnumerateObject().Select(member => member.Name))
            .FirstOrDefault(ReadAtTheTop.Contains) is { } moved
            ? Check.Failed(CheckIds.Context, CheckCodes.MemberDisguised, moved)
            : null;

    private static IEnumerable<JsonElement> ObjectsBelow(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(ObjectsIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => ObjectsIn(member.Value)),
        _ => [],
    };

    private static IEnumerable<JsonElement> ObjectsIn(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object ? ObjectsBelow(value).Prepend(value) : ObjectsBelow(value);

    private static IEnumerable<string> AddressesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(AddressesIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            member.Name == "@context" ? JsonValues.Strings(member.Value) : AddressesIn(member.Value)),
        _ => [],
    };
}
