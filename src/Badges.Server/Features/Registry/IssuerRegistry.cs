using Badges.Credentials.Verification;
using Badges.Server.Calendar;

namespace Badges.Server.Features.Registry;

/// <summary>
/// Says whether an issuer is one of ours. Read once for a verification, then it answers without a database.
/// </summary>
/// <param name="hosts">Host and port of this installation, the present one and former ones.</param>
public sealed class IssuerRegistry(IReadOnlyList<string> hosts, IReadOnlyList<RegisteredStructure> structures)
{
    private const string DidMethod = "did:web:";
    private const string DidFolder = "issuers";
    private const string ProfileFolder = "/ob2/issuers/";

    /// <summary>The registry of one who has none: nobody is known.</summary>
    public static IssuerRegistry Empty { get; } = new([], []);

    public Trust TrustOf(IssuerClaim claim)
    {
        if (Find(claim.Id) is { } structure)
        {
            return claim.IssuedOn is { } issuedOn && structure.IsRecognised(ParisCalendar.DayOf(issuedOn))
                ? Trust.Known
                : Trust.Unknown;
        }

        var name = NameSkeleton.Of(claim.Name);
        return name.Length > 0 && structures.SelectMany(each => each.Names).Any(ours => NameSkeleton.Of(ours) == name)
            ? Trust.Lookalike
            : Trust.Unknown;
    }

    /// <summary>The structure of ours that issues under this identifier, recognised or not.</summary>
    public RegisteredStructure? Find(string issuerId) => SlugOf(issuerId) is { } slug
        ? structures.FirstOrDefault(structure => structure.Organization.Slug == slug)
        : null;

    private string? SlugOf(string issuerId) =>
        issuerId.StartsWith(DidMethod, StringComparison.Ordinal) ? SlugOfDid(issuerId) : SlugOfProfile(issuerId);

    private string? SlugOfDid(string did) =>
        did[DidMethod.Length..].Split(':') is [var host, DidFolder, var slug]
            && IsOurs(host.Replace("%3A", ":", StringComparison.OrdinalIgnoreCase))
                ? slug
                : null;

    private string? SlugOfProfile(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http" && IsOurs(uri.Authority)
            && uri.AbsolutePath.StartsWith(ProfileFolder, StringComparison.Ordinal)
            && uri is { Query: "", Fragment: "", UserInfo: "" }
                ? uri.AbsolutePath[ProfileFolder.Length..]
                : null;

    private bool IsOurs(string host) => hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
