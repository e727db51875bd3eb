namespace Badges.Server.Web.Components;

/// <summary>What is wrong with one field of a form; a null field means the form as a whole.</summary>
public sealed record FieldError(string? Field, string Message);
