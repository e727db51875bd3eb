using System.Text.Json;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Verification;

/// <summary>A badge's record, taken apart and not yet believed.</summary>
public sealed record ParsedCredential
{
    /// <summary>The standard that it follows.</summary>
    public required CredentialFormat Format { get; init; }

    /// <summary>The record as it was handed in.</summary>
    public required string Text { get; init; }

    /// <summary>The credential or assertion; undefined when only its address is known.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The token, when it is one.</summary>
    public CompactJws? Jws { get; init; }

    /// <summary>The token's payload, which holds the credential or is the credential.</summary>
    public JsonElement? Claims { get; init; }

    /// <summary>The credential with its signatures, for Open Badges 3.0.</summary>
    internal SignedCredential? Signed { get; init; }

    /// <summary>The page around a receipt that was handed in as a PDF.</summary>
    internal PdfPage? Page { get; init; }

    /// <summary>The address that a hosted assertion is verified at.</summary>
    public string? HostedAddress { get; init; }

    /// <summary>The picture that it was taken out of; null when it was handed in without one.</summary>
    public Submission? Picture { get; init; }

    /// <summary>What the <c>format</c> check says beside its outcome.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
}
