using Badges.Server.Publication;

namespace Badges.Server.Features.Verification;

/// <summary>More files under our own address, of a part that the verification does not know.</summary>
public interface IOwnFiles
{
    /// <summary>The file at a path of ours; null when it is none of these.</summary>
    public Task<PublishedDocument?> FindAsync(string path, CancellationToken cancellationToken);
}
