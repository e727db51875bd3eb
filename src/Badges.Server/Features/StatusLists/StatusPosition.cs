using Badges.Credentials.OpenBadges3;

namespace Badges.Server.Features.StatusLists;

/// <summary>A free position of a list, chosen at random. It is taken once the award is stored with it.</summary>
public sealed record StatusPosition(Guid ListId, int Position, string ListAddress)
{
    public BitstringStatusListEntry Entry => BitstringStatusListEntry.At(ListAddress, Position);
}
