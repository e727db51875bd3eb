namespace Badges.Credentials.Baking;

/// <summary>An element of an SVG that holds a credential.</summary>
/// <param name="Version">By the element's namespace and name.</param>
/// <param name="Verify">The attribute of that name: a JWS, or the address of a hosted assertion.</param>
/// <param name="Body">The text inside, trimmed; null when there is none.</param>
/// <param name="IsFirst">Whether it is the first element inside the root, where the standards want it.</param>
public sealed record BakedElement(BakedVersion Version, string? Verify, string? Body, bool IsFirst);
