using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Badges.Imaging.Rendering;

/// <summary>All that a badge's picture is drawn from, besides the badge's name.</summary>
public sealed record BadgeRecipe
{
    /// <summary>The most characters of a short title.</summary>
    public const int MaximumShortTitle = 24;

    /// <summary>The most characters of an icon's path data.</summary>
    public const int MaximumIconPath = 6000;

    private static readonly JsonSerializerOptions Json = new()
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The outline.</summary>
    public required BadgeShape Shape { get; init; }

    /// <summary>The colours.</summary>
    public required BadgePalette Palette { get; init; }

    /// <summary>The icon: path data of SVG in a grid of 24 × 24, filled by the nonzero rule, enlarged to its place.</summary>
    [JsonPropertyName("icon")]
    public required string IconPath { get; init; }

    /// <summary>What the ribbon says, or null for the badge's name.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Reads <c>{"shape","palette","icon","shortTitle"}</c>; null when it is anything else.</summary>
    public static BadgeRecipe? TryParse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<BadgeRecipe>(json, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The recipe as <see cref="TryParse"/> reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
