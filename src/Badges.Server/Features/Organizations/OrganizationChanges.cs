namespace Badges.Server.Features.Organizations;

/// <summary>
/// Counts the changes that this process makes to structures and to their recognition, so that what is kept in memory of
/// them is read anew. Whoever stores such a change tells it here, after its transaction.
/// </summary>
public sealed class OrganizationChanges
{
    private long _number;

    public long Number => Interlocked.Read(ref _number);

    public void Tell() => Interlocked.Increment(ref _number);
}
