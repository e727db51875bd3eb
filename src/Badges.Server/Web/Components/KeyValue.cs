namespace Badges.Server.Web.Components;

/// <summary>One line of a list of facts: what it is, its value, and where the value leads.</summary>
public sealed record KeyValue(string Label, string Value, string? Href = null);
