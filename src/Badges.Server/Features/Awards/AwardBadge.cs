using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Features.StatusLists;
using Badges.Server.Secrets;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>Awards one badge to one person: load, decide, build, sign, store.</summary>
public sealed class AwardBadge(
    AwardContextLoader loader,
    RequestStore requests,
    EnsureIssuer ensureIssuer,
    EnsureIssuerBadge ensureIssuerBadge,
    KeyRing keyRing,
    KeyWrapping wrapping,
    AllocateStatus statuses,
    NetworkProfile network,
    BadgesOptions options,
    SignAward sign,
    AwardStore awards,
    TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>The public id of the award, or the rule that said no.</summary>
    public async Task<Result<string, AwardRefusal>> RunAsync(
        AwardCommand command, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = time.GetUtcNow();
            if (await FindAnswerAsync(command, now, cancellationToken) is { } answered)
            {
                return answered;
            }

            var context = await loader.LoadAsync(command, cancellationToken);
            var decision = AwardRules.Decide(command, context, now);
            if (decision.Refusal is { } refusal)
            {
                return await RefuseAsync(command, refusal, now, cancellationToken);
            }

            var (outcome, publicId) = await SignAndStoreAsync(decision.Value, cancellationToken);
            switch (outcome)
            {
                case AwardStored.Stored:
                    return publicId;
                case AwardStored.AlreadyHolds:
                    return await RefuseAsync(command, AwardRefusal.AlreadyHolds, now, cancellationToken);
                default:
                    continue; // somebody else was faster with a position, a person, a key or this very request
            }
        }

        throw new InvalidOperationException("The award could not be stored: others were faster each time.");
    }

    private async Task<(AwardStored Outcome, string PublicId)> SignAndStoreAsync(
        Approved approved, CancellationToken cancellationToken)
    {
        var issuer = await ensureIssuer.RunAsync(approved.Organization, cancellationToken);
        var keys = await keyRing.FindAsync(issuer.Id, cancellationToken)
            ?? throw new InvalidOperationException("An issuer lost its keys between two steps.");
        var creator = await network.GetAsync(approved.Badge, cancellationToken);
        var achievement = AchievementDocuments.Build(
            new PublishedBadge(approved.Badge, approved.Version), creator, options);
        var badge = await ensureIssuerBadge.RunAsync(approved.Version, achievement, issuer, cancellationToken);
        var status = await statuses.NextAsync(issuer, cancellationToken);

        var material = AwardMaterial.Create(approved.At, approved.Command.Evidence.Count);
        var prepared = PreparedAward.Build(approved, material, issuer.Id, wrapping);
        var forms = sign.Run(prepared, issuer, keys, achievement, badge, status);
        return (await awards.TryInsertAsync(prepared, forms, status, cancellationToken), material.PublicId);
    }

    /// <summary>What was answered to the same request before; null when it is a new one.</summary>
    private async Task<Result<string, AwardRefusal>?> FindAnswerAsync(
        AwardCommand command, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (command.Mark is not { } mark
            || await requests.FindAsync(command.Caller, mark.Key, now, cancellationToken) is not { } earlier)
        {
            return null;
        }

        if (earlier.BodySha256 != mark.BodySha256)
        {
            return AwardRefusal.IdempotencyKeyReused;
        }

        return earlier.AwardPublicId is { } publicId
            ? publicId
            : Enum.Parse<AwardRefusal>(earlier.Refusal ?? nameof(AwardRefusal.BadgeNotFound));
    }

    /// <summary>
    /// The refusal; but when the same request was answered meanwhile, that answer: it may be the very one that now
    /// stands in the way.
    /// </summary>
    private async Task<Result<string, AwardRefusal>> RefuseAsync(
        AwardCommand command, AwardRefusal refusal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (command is { Mark: { } mark, Source: not AwardSource.Page }
            && await requests.TryKeepRefusalAsync(command.Caller, mark, refusal, now, cancellationToken))
        {
            return refusal;
        }

        return await FindAnswerAsync(command, now, cancellationToken) ?? refusal;
    }
}
