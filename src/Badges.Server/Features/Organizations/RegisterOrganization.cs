using Badges.Server.Calendar;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Organizations;

/// <summary>Enrols a structure in the network, recognised from a day on.</summary>
public sealed class RegisterOrganization(Database database, OrganizationChanges changes, TimeProvider time)
{
    public sealed record Command
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public required OrganizationKind Kind { get; init; }
        public string? Siret { get; init; }
        public string? LegalName { get; init; }
        public string? Town { get; init; }
        public string? Department { get; init; }
        public string? PublicEmail { get; init; }
        public string? PublicPhone { get; init; }
        public string? Website { get; init; }

        /// <summary>Today when absent.</summary>
        public DateOnly? RecognisedFrom { get; init; }

        public Guid? RecordedBy { get; init; }
    }

    public async Task<Result<Organization, RegisterOrganizationRefusal>> RunAsync(
        Command command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var organization = Build(command, now);
        var period = new OrganizationPeriod
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organization.Id,
            RecognisedFrom = command.RecognisedFrom ?? ParisCalendar.DayOf(now),
            Source = "network",
            RecordedAt = now,
            RecordedBy = command.RecordedBy,
        };
        var isNew = await database.WriteAsync(
            session => TryStoreAsync(session, organization, period, cancellationToken), cancellationToken);
        changes.Tell();
        return isNew ? organization : RegisterOrganizationRefusal.SlugOrSiretTaken;
    }

    private static Organization Build(Command command, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Slug = command.Slug,
        Kind = command.Kind,
        Siren = command.Siret?[..Organizations.Siret.SirenLength],
        Siret = command.Siret,
        Name = command.Name,
        LegalName = command.LegalName,
        Town = command.Town,
        Department = command.Department,
        PublicEmail = command.PublicEmail,
        PublicPhone = command.PublicPhone,
        Website = command.Website,
        CreatedAt = now,
    };

    private static async Task<bool> TryStoreAsync(
        Session session, Organization organization, OrganizationPeriod period, CancellationToken cancellationToken)
    {
        if (!await OrganizationStore.TryInsertAsync(session, organization, cancellationToken))
        {
            return false;
        }

        await OrganizationStore.InsertPeriodAsync(session, period, cancellationToken);
        await AuditLog.AppendAsync(
            session,
            new AuditEntry
            {
                At = period.RecordedAt,
                ActorKind = period.RecordedBy is null ? "system" : "caller",
                ActorId = period.RecordedBy,
                Action = "organization.registered",
                SubjectKind = "organization",
                SubjectId = organization.Id,
                OrganizationId = organization.Id,
            },
            cancellationToken);
        return true;
    }
}

public enum RegisterOrganizationRefusal
{
    SlugOrSiretTaken,
}
