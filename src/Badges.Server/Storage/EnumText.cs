namespace Badges.Server.Storage;

/// <summary>An enum's value as it is stored and sent: its name, beginning in lower case. Read back by name.</summary>
public static class EnumText
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static TEnum? TryParse<TEnum>(string? text)
        where TEnum : struct, Enum =>
        text is not null && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Of(value) == text
            ? value
            : null;
}
