using Badges.Server.Storage;

namespace Badges.Server.Features.Accounts;

/// <summary>Makes a program's key. The secret is given once and kept only as a hash.</summary>
public sealed class CreateApiKey(Database database, TimeProvider time)
{
    public async Task<string> RunAsync(string name, Guid? organizationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var secret = ApiKey.CreateSecret();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            Name = name,
            Prefix = secret[..(ApiKey.Marker.Length + 6)],
            KeyHash = ApiKey.HashOf(secret),
            CreatedAt = now,
        };
        await database.WriteAsync(
            async session =>
            {
                await AccountStore.InsertApiKeyAsync(session, key, cancellationToken);
                await AuditLog.AppendAsync(
                    session,
                    new AuditEntry
                    {
                        At = now,
                        ActorKind = "system",
                        Action = "api-key.created",
                        SubjectKind = "api-key",
                        SubjectId = key.Id,
                        OrganizationId = organizationId,
                    },
                    cancellationToken);
            },
            cancellationToken);
        return secret;
    }
}
