using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Credentials.DataModel;

/// <summary>A document that a credential depends on, with the digest that it had when the credential was issued.
/// Verifiable Credentials Data Model 2.0, section 5.3.</summary>
public sealed record RelatedResource
{
    /// <summary>More are not looked at: each costs a document.</summary>
    public const int Maximum = 8;

    private readonly IReadOnlyList<ResourceDigest> _digests;

    private RelatedResource(string id, IReadOnlyList<ResourceDigest> digests)
    {
        Id = id;
        _digests = digests;
    }

    /// <summary>Where it stands.</summary>
    public string Id { get; }

    /// <summary>The resources of a credential that are well formed.</summary>
    public static IReadOnlyList<RelatedResource> In(JsonElement credential) =>
        [.. JsonValues.All(credential, "relatedResource").Take(Maximum).Select(TryRead).OfType<RelatedResource>()];

    /// <summary>Whether the bytes have every digest that is claimed.</summary>
    public bool Matches(ReadOnlySpan<byte> bytes)
    {
        foreach (var digest in _digests)
        {
            if (!digest.Matches(bytes))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the digests are those of a context as it was published, of which the bytes are not kept here:
    /// null when it is no such context.</summary>
    public bool? MatchesPublished() => PublishedContexts.DigestsOf(Id) is { } published
        ? _digests.All(published.Contains)
        : null;

    internal static void Check(JsonElement credential, ModelFaults faults)
    {
        var resources = faults.Objects(credential, "", "relatedResource");
        if (resources.Count > Maximum)
        {
            faults.Add("/relatedResource", $"No more than {Maximum} resources are looked at here.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (resource, pointer) in resources)
        {
            faults.CheckUrl(resource, pointer, "id", isRequired: true);
            if (JsonStrings.TryGet(resource, "id") is { } id && !ids.Add(id))
            {
                faults.Add($"{pointer}/id", "Every resource has an id of its own.");
            }

            if (Read(resource) is not { Count: > 0 })
            {
                faults.Add(pointer, "A resource has a digestSRI or a digestMultibase, of SHA-256, SHA-384 or SHA-512.");
            }
        }
    }

    private static RelatedResource? TryRead(JsonElement resource) =>
        JsonStrings.TryGet(resource, "id") is { } id && Read(resource) is { Count: > 0 } digests
            ? new(id, digests)
            : null;

    /// <summary>The digests, or null when one of them cannot be read.</summary>
    private static List<ResourceDigest>? Read(JsonElement resource)
    {
        if (resource.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var digests = new List<ResourceDigest?>();
        if (resource.TryGetProperty("digestSRI", out _))
        {
            digests.AddRange(JsonValues.Strings(resource, "digestSRI").DefaultIfEmpty("")
                .Select(ResourceDigest.TryReadIntegrity));
        }

        if (resource.TryGetProperty("digestMultibase", out _))
        {
            digests.AddRange(JsonValues.Strings(resource, "digestMultibase").DefaultIfEmpty("")
                .Select(ResourceDigest.TryReadMultibase));
        }

        return digests.Contains(null) ? null : [.. digests.OfType<ResourceDigest>()];
    }
}
