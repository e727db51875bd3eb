namespace Badges.Server.Features.Verification;

/// <summary>A page that was withdrawn says nothing of what it was.</summary>
public sealed record GoneModel;
