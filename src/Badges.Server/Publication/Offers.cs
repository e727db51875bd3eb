namespace Badges.Server.Publication;

/// <summary>The forms that the published addresses offer, the default first.</summary>
public static class Offers
{
    public const string Json = "application/json";
    public const string LinkedData = "application/ld+json";
    public const string CredentialJson = "application/vc+ld+json";
    public const string CredentialJwt = "application/vc+jwt";
    public const string Text = "text/plain";

    /// <summary>Achievements, profiles, Open Badges 2.0: never a page.</summary>
    public static IReadOnlyList<Offer> LinkedDataOnly { get; } = [Offer.Of(LinkedData), Offer.Of(Json)];

    /// <summary>The same, with a page for people.</summary>
    public static IReadOnlyList<Offer> LinkedDataOrPage { get; } = [.. LinkedDataOnly, Offer.Page];

    /// <summary>A list or an answer of our own, with a page for people.</summary>
    public static IReadOnlyList<Offer> JsonOrPage { get; } = [Offer.Of(Json), Offer.Page];

    /// <summary>Status lists: the credential, or its compact JWS for those who name text or a JWT.</summary>
    public static IReadOnlyList<Offer> CredentialOnly { get; } =
    [
        Offer.Of(CredentialJson),
        Offer.Of("application/vc"),
        Offer.Of(LinkedData),
        Offer.Of(Json),
        Offer.Of(Text),
        new() { MediaType = CredentialJwt, IsOnlyForThoseWhoNameIt = true },
    ];

    /// <summary>Credentials: the same, with the public page.</summary>
    public static IReadOnlyList<Offer> CredentialOrPage { get; } = [.. CredentialOnly, Offer.Page];

    /// <summary>The controller document of a DID.</summary>
    public static IReadOnlyList<Offer> Did { get; } =
        [Offer.Of("application/did+json"), Offer.Of("application/did+ld+json"), Offer.Of(LinkedData), Offer.Of(Json)];

    public static IReadOnlyList<Offer> Jwk { get; } = [Offer.Of("application/jwk+json"), Offer.Of(Json)];

    public static IReadOnlyList<Offer> JwkSet { get; } = [Offer.Of("application/jwk-set+json"), Offer.Of(Json)];
}
