namespace Badges.Server.Web.Components;

/// <summary>Something that shows what the person did. A private one says only that the structure keeps it.</summary>
public sealed record VerdictEvidence(string Title, string? Text = null, string? Url = null);
