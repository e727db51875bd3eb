using System.Text;
using Badges.Credentials.Verification;
using Badges.Server.Features.Awards;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What the public page of an award is made of. It is kept in memory while nothing is written to the database: an award
/// that is taken back or withdrawn is read again at the next view. The record is kept as it was taken apart, so that
/// its canonical form and its signature, which never change, are not worked out at each view.
/// </summary>
public sealed class ShownAwards(
    AwardStore awards, SignedFormStore forms, OwnAwardStore ownAwards, Database database, TimeProvider time)
{
    private const long MostBytesKept = 64 * 1024 * 1024;

    /// <summary>About how much longer a record is once it is taken apart.</summary>
    private const int Spread = 32;

    private readonly Kept<(string PublicId, Language Language), ShownAward> _shown =
        new(database, time, MostBytesKept, static shown => Spread * shown.Record.Length);

    /// <summary>The award, one that is gone too; null when there is none, or nothing of it that can be
    /// shown.</summary>
    public ValueTask<ShownAward?> FindAsync(
        string publicId, Language language, CancellationToken cancellationToken) =>
        _shown.GetAsync(
            (publicId, language), static (find, token) => find.Awards.ReadAsync(find.PublicId, find.Language, token),
            (Awards: this, PublicId: publicId, Language: language), cancellationToken);

    private async Task<ShownAward?> ReadAsync(
        string publicId, Language language, CancellationToken cancellationToken)
    {
        if (await awards.FindAsync(publicId, cancellationToken) is not { } award)
        {
            return null;
        }

        if (award.IsGone)
        {
            return new ShownAward();
        }

        return (await forms.FindAsync(award.Id, FormKind.Ob3Embedded, cancellationToken)
                ?? await forms.FindAsync(award.Id, FormKind.Ob3Jwt, cancellationToken)) is { } form
            && await ownAwards.DescribeAsync(award, language, cancellationToken) is { } own
                ? new ShownAward
                {
                    Own = own,
                    Record = form.Text,
                    Badge = SubmittedBadge.Read(Encoding.UTF8.GetBytes(form.Text)),
                }
                : null;
    }
}

/// <summary>An award as it is shown.</summary>
public sealed class ShownAward
{
    /// <summary>Null when it is gone.</summary>
    public OwnAward? Own { get; init; }

    /// <summary>The exact text that was signed.</summary>
    public string Record { get; init; } = "";

    /// <summary>The record, taken apart.</summary>
    public SubmittedBadge? Badge { get; init; }

    /// <summary>The addresses that its last verification asked for.</summary>
    public IReadOnlyCollection<string> Asked { get; set; } = [];

    /// <summary>The page that was made of it last.</summary>
    public LastPage Page { get; } = new();
}
