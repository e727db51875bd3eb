using System.Text.Json;

namespace Badges.Credentials.Verification.General;

/// <summary>A document of any kind that the data model knows, and what is asked about it.</summary>
public sealed record GeneralQuestion
{
    /// <summary>The document: an object, or a token as a string.</summary>
    public required JsonElement Document { get; init; }

    /// <summary>Whether it is to be a presentation, as against a credential.</summary>
    public bool IsPresentation { get; init; }

    /// <summary>What is asked beside form and proof, which always are.</summary>
    public GeneralChecks Checks { get; init; } = GeneralChecks.All;

    /// <summary>What the one who asked for a proof chose; null when any is taken.</summary>
    public string? Challenge { get; init; }

    /// <summary>Where the proof was to be used; null when anywhere will do.</summary>
    public string? Domain { get; init; }
}

/// <summary>What may be asked beside form and proof.</summary>
[Flags]
public enum GeneralChecks
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>Nothing says that the keys are not the issuer's.</summary>
    Issuer = 1,

    /// <summary>Its status lists do not take it back.</summary>
    Status = 2,

    /// <summary>It is in force now.</summary>
    Period = 4,

    /// <summary>One of the keys is known to be the issuer's: an issuer who cannot be asked will not do.</summary>
    KnownIssuer = 8,

    /// <summary>The first three: the issuer of a document may be a name that leads nowhere, as in W3C's own
    /// examples.</summary>
    All = Issuer | Status | Period,
}
