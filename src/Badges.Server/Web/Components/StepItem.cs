namespace Badges.Server.Web.Components;

/// <summary>One of a few things that follow each other.</summary>
public sealed record StepItem(IconName Icon, string Title, string Text);
