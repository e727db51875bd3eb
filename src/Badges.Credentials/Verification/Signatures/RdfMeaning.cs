using System.Text.Json;
using Badges.Credentials.Contexts;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>
/// Whether a document means what it seems to mean, where only the RDF that it expands to is signed. A member under
/// another name would keep the signature and lose its meaning for everybody who reads the JSON: such names are refused.
/// </summary>
internal static class RdfMeaning
{
    /// <summary>The <c>context</c> check of a document whose words are all known here and written plainly.</summary>
    public static Check Judge(SignedCredential credential)
    {
        var json = credential.Credential.Json;
        return FindDisguise(json) ?? FindUnknown(json) ?? FindLoss(credential) ?? Check.Passed(CheckIds.Context);
    }

    private static Check? FindUnknown(JsonElement document) =>
        AddressesIn(document).FirstOrDefault(address => !KnownContexts.All.Contains(address)) is { } unknown
            ? Check.NotRun(CheckIds.Context, CheckCodes.ContextUnknown, unknown)
            : null;

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

            if (member.Name.StartsWith('@') || member.Name.Contains(':', StringComparison.Ordinal))
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

    private static IEnumerable<string> AddressesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(AddressesIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            member.Name == "@context" ? JsonValues.Strings(member.Value) : AddressesIn(member.Value)),
        _ => [],
    };
}
