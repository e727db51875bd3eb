using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Keys;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>
/// Whether a key is the issuer's: because the issuer's document lists it, or because it stands at or below the issuer's
/// own address. A key that a badge brings along proves nothing by itself. Open Badges 3.0, section 8.5; Controlled
/// Identifiers 1.0, section 3.4.
/// </summary>
internal static class KeyBinding
{
    /// <summary>The <c>key</c> check for one key and one issuer.</summary>
    public static Check Judge(string? issuer, KeyLookup lookup, DocumentSet documents, DateTimeOffset now)
    {
        if (lookup.Key is not { } key)
        {
            return lookup.Source is { Read: null } unread
                ? Check.Without(CheckIds.Key, unread) with { Outcome = CheckOutcome.NotRun }
                : Check.NotRun(CheckIds.Key, CheckCodes.NoKey).From(lookup.Source);
        }

        if (issuer is null)
        {
            return Check.NotRun(CheckIds.Key, CheckCodes.NoIssuer);
        }

        if (lookup.Controller is { } controller && !WebAddress.AreSame(controller, issuer))
        {
            return Check.Failed(CheckIds.Key, CheckCodes.OtherController, controller).From(lookup.Source);
        }

        if (lookup.Ends <= now)
        {
            return Check.Failed(CheckIds.Key, CheckCodes.KeyWithdrawn).From(lookup.Source);
        }

        return CameFromIssuer(issuer, lookup)
            ? Check.Passed(CheckIds.Key).From(lookup.Source)
            : JudgeByDocuments(issuer, key, lookup.Identifier, documents, now);
    }

    private static Check JudgeByDocuments(
        string issuer, VerificationKey key, string? identifier, DocumentSet documents, DateTimeOffset now)
    {
        if (Did.Expand(issuer) is { } expanded)
        {
            return Lists(expanded, key, identifier, now) ?? Check.Failed(CheckIds.Key, CheckCodes.KeyNotIssuers, issuer);
        }

        var isWeb = IsWeb(issuer);
        if (Did.WebAddress(issuer) is not { } address)
        {
            if (!isWeb)
            {
                return Check.NotRun(CheckIds.Key, CheckCodes.IssuerNotResolvable, issuer);
            }

            address = issuer;
        }

        var read = documents.Get(address, isDidWeb: !isWeb);
        var document = read.Controller(issuer);
        if (document is not null)
        {
            if (JsonStrings.TryGet(document.Json, "id") is { } id && !WebAddress.AreSame(id, issuer))
            {
                return Check.Failed(CheckIds.Key, CheckCodes.OtherController, id).From(read);
            }

            if (Lists(document, key, identifier, now) is { } listed)
            {
                return listed.From(read);
            }
        }

        if (read.State is DocumentState.NotAllowed or DocumentState.Missing || !isWeb)
        {
            return document is null
                ? Check.Without(CheckIds.Key, read)
                : Check.Failed(CheckIds.Key, CheckCodes.KeyNotIssuers, issuer).From(read);
        }

        return JudgeByKeySets(issuer, key, read, document, documents);
    }

    /// <summary>The last place to look: the key sets that an issuer with an https address may publish.</summary>
    private static Check JudgeByKeySets(
        string issuer,
        VerificationKey key,
        DocumentRead controller,
        ControllerDocument? document,
        DocumentSet documents)
    {
        var wasRead = document is not null;
        DocumentRead? pending = document is null && !IsFinal(controller) ? controller : null;
        foreach (var address in KeySetAddresses(issuer))
        {
            var set = documents.Get(address);
            if (set.State is DocumentState.Missing)
            {
                return document is { SpeaksOfKeys: true }
                    ? Check.Failed(CheckIds.Key, CheckCodes.KeyNotIssuers, issuer).From(controller)
                    : Check.Without(CheckIds.Key, set);
            }

            if (set.Read is { } json && !WasRedirectedAway(set, issuer))
            {
                wasRead = true;
                if (JsonValues.All(json, "keys").Any(
                    each => VerificationKey.TryReadJwk(each)?.Thumbprint == key.Thumbprint))
                {
                    return Check.Passed(CheckIds.Key).From(set);
                }
            }
            else if (!IsFinal(set) && document is null or { SpeaksOfKeys: false })
            {
                pending ??= set;
            }
        }

        return pending is not null ? Check.Without(CheckIds.Key, pending)
            : wasRead ? Check.Failed(CheckIds.Key, CheckCodes.KeyNotIssuers, issuer).From(controller)
            : Check.Without(CheckIds.Key, controller);
    }

    /// <summary>Whether the document lets the key sign claims: null when it does not speak of it.</summary>
    private static Check? Lists(
        ControllerDocument document, VerificationKey key, string? identifier, DateTimeOffset now)
    {
        var same = document.AssertionMethods
            .FirstOrDefault(method => method.Id == identifier || method.Key?.Thumbprint == key.Thumbprint);
        if (same?.Controller is { } controller && !WebAddress.AreSame(controller, document.Id))
        {
            return Check.Failed(CheckIds.Key, CheckCodes.OtherController, controller);
        }

        if (same?.Ends <= now)
        {
            return Check.Failed(CheckIds.Key, CheckCodes.KeyWithdrawn);
        }

        return same is not null || (identifier is not null && document.AssertionIds.Contains(identifier))
            ? Check.Passed(CheckIds.Key)
            : null;
    }

    /// <summary>Whether the key's document is the issuer's own address or lies below it, and was not redirected
    /// elsewhere.</summary>
    private static bool CameFromIssuer(string issuer, KeyLookup lookup)
    {
        if (lookup.Source is not { Read: { } json } source || !IsWeb(issuer))
        {
            return false;
        }

        // A document that says which keys may sign claims has the last word on it.
        var restricts = json.ValueKind is JsonValueKind.Object && json.TryGetProperty("assertionMethod", out _);
        return !restricts && IsAtOrBelow(source.Address, issuer) && !WasRedirectedAway(source, issuer);
    }

    private static bool WasRedirectedAway(DocumentRead read, string issuer) =>
        read.Document?.RedirectedTo is { } target && !IsAtOrBelow(target, issuer)
        && !WebAddress.AreSame(target, read.Address);

    private static bool IsAtOrBelow(string address, string issuer)
    {
        var parent = WebAddress.Secured(issuer) ?? issuer;
        var lower = WebAddress.Secured(address) ?? address;
        return lower == parent || WebAddress.IsBelow(lower, parent);
    }

    /// <summary>None for an issuer that only a query tells from its neighbours: the key sets would be
    /// everybody's.</summary>
    private static IEnumerable<string> KeySetAddresses(string issuer)
    {
        var address = WebAddress.WithoutFragment(issuer);
        if (address.Contains('?', StringComparison.Ordinal))
        {
            yield break;
        }

        yield return $"{address.TrimEnd('/')}/jwks";
        yield return $"{address.TrimEnd('/')}/jwks.json";
        yield return $"{new Uri(address).GetLeftPart(UriPartial.Authority)}/.well-known/jwks.json";
    }

    private static bool IsWeb(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Whether asking again cannot change the answer.</summary>
    private static bool IsFinal(DocumentRead read) =>
        read.IsAbsent || read.State is DocumentState.Read or DocumentState.Unreadable or DocumentState.NotAllowed;
}
