using System.Security.Cryptography;
using System.Text.Json;
using Badges.LinkedData.Jcs;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// Everything of a version that is published for ever, without addresses: what its SHA-256 is taken of.
/// </summary>
public static class SignedContent
{
    /// <summary>SHA-256 over the canonical form (RFC 8785) of the content, in hexadecimal.</summary>
    public static string Sha256(BadgeVersion version, string drawingSha256) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonCanonicalization.Canonicalize(
            JsonSerializer.SerializeToUtf8Bytes(Of(version, drawingSha256)))));

    private static object Of(BadgeVersion version, string drawingSha256) => new
    {
        version.Number,
        version.AchievementType,
        version.ValidMonths,
        version.Tag,
        drawingSha256,
        texts = version.Texts.ToDictionary(text => text.Key.Code(), text => text.Value),
        criteria = version.Criteria.Select(criterion => new
        {
            criterion.Position,
            criterion.IsMandatory,
            texts = criterion.Texts.ToDictionary(text => text.Key.Code(), text => text.Value),
        }),
        evidence = version.EvidenceRules.Select(rule => new
        {
            rule.Position,
            kind = EnumText.Of(rule.Kind),
            rule.IsMandatory,
            rule.Description,
        }),
        alignments = version.Alignments.Select(alignment => new
        {
            alignment.Position,
            relation = EnumText.Of(alignment.Relation),
            alignment.TargetName,
            alignment.TargetUrl,
            alignment.Framework,
            alignment.Code,
            alignment.ReadOn,
        }),
    };
}
