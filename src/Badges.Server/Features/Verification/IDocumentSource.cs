using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>Where the documents come from that a verification needs: our stores and the web, or an archive.</summary>
public interface IDocumentSource
{
    /// <summary>Looks for the document. What cannot be had is an answer too; only cancellation throws.</summary>
    /// <param name="address">Scheme, host and path, fragment cut.</param>
    /// <param name="wanted">What it is wanted for, which decides the forms that are asked for.</param>
    public Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>What a document is wanted for.</summary>
public enum WantedDocument
{
    /// <summary>The badge itself: a record, or a picture that carries one.</summary>
    Badge,

    /// <summary>What a badge depends on: identities, keys, lists.</summary>
    Dependency,

    /// <summary>The issuer's own picture of the badge, rather as PNG.</summary>
    PngPicture,

    /// <summary>The same, rather as SVG.</summary>
    SvgPicture,
}
