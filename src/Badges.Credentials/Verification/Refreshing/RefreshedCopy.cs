using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Refreshing;

/// <summary>
/// The copy of a credential that its issuer keeps up to date. It is asked for once, when the one handed in was found
/// genuine, and judged in its stead only if it is the same credential of the same issuer and genuine itself. Open
/// Badges 3.0, sections 9.1 step 3 and 10.
/// </summary>
/// <param name="Check">The <c>refresh</c> check.</param>
/// <param name="Case">The case of the newer copy; null when the one handed in is the one to judge.</param>
internal sealed record RefreshedCopy(Check Check, VerificationCase? Case = null)
{
    private const string ServiceType = "1EdTechCredentialRefresh";

    public static RefreshedCopy None { get; } =
        new(Check.NotApplicable(CheckIds.Refresh, CheckCodes.NoRefreshService));

    /// <summary>Looks for the newer copy of what was handed in.</summary>
    public static RefreshedCopy Find(VerificationCase submitted)
    {
        if (submitted is not { Credential: { } credential, Format: not CredentialFormat.Receipt }
            || JsonValues.All(credential.Json, "refreshService") is not { Count: > 0 } services)
        {
            return None;
        }

        var known = services.FirstOrDefault(each => JsonValues.Strings(each, "type").Contains(ServiceType));
        if (JsonStrings.TryGet(known, "id") is not { Length: > 0 } address)
        {
            return new(Check.NotRun(CheckIds.Refresh, CheckCodes.RefreshTypeUnknown, TypeOf(services[0])));
        }

        if (!submitted.IsGenuine)
        {
            return new(Check.NotRun(CheckIds.Refresh, CheckCodes.RefreshNotTried, address));
        }

        var read = submitted.Documents.Get(address);
        return read.Document is { IsThere: true } document
            ? Judge(submitted, DocumentContent.Of(document).Badge).From(read)
            : new(Check.Without(CheckIds.Refresh, read));
    }

    private static RefreshedCopy Judge(VerificationCase submitted, ParsedCredential? answer)
    {
        if (answer is not { Signed.Credential: var newer, Format: not CredentialFormat.Receipt })
        {
            return Failed(CheckCodes.RefreshedUnreadable);
        }

        var older = submitted.Credential!;
        if (!AreSame(newer.Id, older.Id) || !AreSame(newer.IssuerId, older.IssuerId))
        {
            return Failed(CheckCodes.RefreshedOther);
        }

        if (JsonElement.DeepEquals(newer.Json, older.Json))
        {
            return Passed(CheckCodes.RefreshedSame);
        }

        if (StartOf(newer) < StartOf(older))
        {
            return Passed(CheckCodes.RefreshedOlder);
        }

        var judged = submitted.OfRefreshed(answer);
        return judged.FirstProblem switch
        {
            null => Passed(CheckCodes.RefreshedJudged) with { Case = judged },
            { HasFailed: true } => Failed(CheckCodes.RefreshedNotGenuine),
            _ => new(Check.NotRun(CheckIds.Refresh, CheckCodes.RefreshedNotChecked)),
        };
    }

    /// <summary>Equality of credentials (section 10): identifiers are compared percent-decoded and trimmed.</summary>
    private static bool AreSame(string? one, string? other) =>
        one is not null && other is not null && Plain(one) == Plain(other);

    private static string Plain(string identifier) => Uri.UnescapeDataString(identifier).Trim();

    private static DateTimeOffset? StartOf(VerifiableCredential credential) =>
        credential.ValidFromText is { } text ? Timestamp.TryRead(text) : null;

    private static string TypeOf(JsonElement service) =>
        JsonValues.Strings(service, "type").FirstOrDefault() ?? string.Empty;

    private static RefreshedCopy Passed(string remark) => new(Check.Passed(CheckIds.Refresh).Saying(remark));

    private static RefreshedCopy Failed(string code) => new(Check.Failed(CheckIds.Refresh, code));

    private RefreshedCopy From(DocumentRead read) => this with { Check = Check.From(read) };
}
