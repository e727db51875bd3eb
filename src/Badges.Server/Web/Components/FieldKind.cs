namespace Badges.Server.Web.Components;

/// <summary>What a field asks for.</summary>
public enum FieldKind
{
    Text,
    Email,
    Password,
    Telephone,
    Address,
    Number,
    Date,
    LongText,
    Choice,
    Radio,
    Checkbox,
    Checkboxes,
    File,
}
