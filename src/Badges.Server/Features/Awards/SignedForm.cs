using System.Security.Cryptography;
using System.Text;

namespace Badges.Server.Features.Awards;

/// <summary>One form of an award, exactly as it was signed. It is never rebuilt.</summary>
public sealed record SignedForm
{
    public required Guid Id { get; init; }
    public required Guid AwardId { get; init; }

    /// <summary>One of <see cref="FormKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>From 1; grows when a compromised key made another signature necessary.</summary>
    public required int Generation { get; init; }

    /// <summary>The form's own <c>id</c>: the same in every generation.</summary>
    public required string CredentialId { get; init; }

    /// <summary>
    /// The key that signed it; for the hosted form, which none signs, the issuer's key of that standard.
    /// </summary>
    public required Guid KeyId { get; init; }

    public required string Text { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
    public DateTimeOffset? ReplacedAt { get; init; }

    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The kinds of form, as they are stored.</summary>
public static class FormKind
{
    public const string Ob3Embedded = "ob3-eddsa-rdfc";
    public const string Ob3Jwt = "ob3-jwt";
    public const string Ob2Hosted = "ob2-hosted";
    public const string Ob2Signed = "ob2-signed";
}
