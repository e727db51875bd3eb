namespace Badges.Server.Web.Components;

/// <summary>An entry of a framework, and what the badge claims about it.</summary>
/// <param name="Claim">« Vise », « Proche de », or that the badge refers to it.</param>
public sealed record VerdictAlignment(string Claim, string Name, string? Url = null, string? Detail = null);
