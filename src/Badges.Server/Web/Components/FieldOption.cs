namespace Badges.Server.Web.Components;

/// <summary>One possible answer of a choice, a radio group or a group of checkboxes.</summary>
public sealed record FieldOption(string Value, string Label, string? Help = null);
