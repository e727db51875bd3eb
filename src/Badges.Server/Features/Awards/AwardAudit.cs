using Badges.Server.Callers;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>What the journal tells about awards: ids and codes.</summary>
public static class AwardAudit
{
    public static AuditEntry Awarded(PreparedAward prepared) => new()
    {
        At = prepared.Approved.At,
        ActorKind = EnumText.Of(prepared.Approved.Command.Caller.Kind),
        ActorId = prepared.Award.AwardedBy,
        Action = "award.signed",
        SubjectKind = "award",
        SubjectId = prepared.Award.Id,
        OrganizationId = prepared.Award.OrganizationId,
    };

    /// <summary>A form that was introduced after the award.</summary>
    public static AuditEntry FormAdded(SignedForm form, Guid organizationId) => new()
    {
        At = form.SignedAt,
        ActorKind = "system",
        Action = "award.form-added",
        SubjectKind = "award",
        SubjectId = form.AwardId,
        OrganizationId = organizationId,
        Detail = new Dictionary<string, string> { ["form"] = form.Kind },
    };

    /// <summary>Without the note: what stands in the journal can never be erased.</summary>
    public static AuditEntry Revoked(Award award, Caller caller, RevocationReason reason, DateTimeOffset now) => new()
    {
        At = now,
        ActorKind = EnumText.Of(caller.Kind),
        ActorId = caller.Id,
        Action = "award.revoked",
        SubjectKind = "award",
        SubjectId = award.Id,
        OrganizationId = award.OrganizationId,
        Detail = new Dictionary<string, string> { ["reason"] = EnumText.Of(reason) },
    };
}
