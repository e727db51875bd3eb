namespace Badges.Fuzzing.Targets;

public static class AllTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        PictureTargets.Png, PictureTargets.Svg, JsonTargets.Json, JsonTargets.JsonLd, JsonTargets.NQuads,
        KeyTargets.Multibase, KeyTargets.DidDocuments, KeyTargets.Jwk, KeyTargets.Token, KeyTargets.Cbor,
        KeyTargets.StatusList, BadgeTarget.Badge, RequestTargets.Form, RequestTargets.Body, RequestTargets.Address,
        RequestTargets.Caching, RequestTargets.Html,
    ];
}
