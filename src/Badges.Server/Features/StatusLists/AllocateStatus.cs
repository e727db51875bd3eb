using System.Security.Cryptography;
using Badges.Credentials.Status;
using Badges.Server.Features.Issuers;
using Badges.Server.Storage;

namespace Badges.Server.Features.StatusLists;

/// <summary>
/// Finds a free position at random in the issuer's newest list. When several draws in a row are taken, the list is
/// about three quarters full and the next one is begun: no list is ever counted.
/// </summary>
public sealed class AllocateStatus(StatusListStore lists, StatusListAddresses addresses, TimeProvider time)
{
    private const int Draws = 8;

    public async Task<StatusPosition> NextAsync(Issuer issuer, CancellationToken cancellationToken)
    {
        var number = 1;
        while (true)
        {
            var list = await lists.FindNewestAsync(issuer.Id, StatusList.Revocation, cancellationToken);
            if (list is null || list.Number < number)
            {
                await lists.InsertAsync(Begin(issuer, number), cancellationToken);
                continue;
            }

            for (var draw = 0; draw < Draws; draw++)
            {
                var position = RandomNumberGenerator.GetInt32(list.Length);
                if (await lists.IsFreeAsync(list.Id, position, cancellationToken))
                {
                    return new StatusPosition(list.Id, position, addresses.List(list.PublicId));
                }
            }

            number = list.Number + 1;
        }
    }

    private StatusList Begin(Issuer issuer, int number) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        PublicId = PublicId.Create(),
        IssuerId = issuer.Id,
        Purpose = StatusList.Revocation,
        Number = number,
        Length = BitstringStatusList.MinimumLength,
        Generation = 1,
    };
}
