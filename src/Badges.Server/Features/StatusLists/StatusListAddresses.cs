using Badges.Server.Settings;

namespace Badges.Server.Features.StatusLists;

public sealed class StatusListAddresses(BadgesOptions options)
{
    public string List(string publicId) => options.Address($"/status/{publicId}");
}
