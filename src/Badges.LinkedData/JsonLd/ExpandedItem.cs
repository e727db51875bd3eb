using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>An object in expanded form: a <see cref="NodeObject"/>, the mere <see cref="Name"/> of a node, a
/// <see cref="ValueObject"/> or a <see cref="ListObject"/>. JSON-LD 1.1, section 9.</summary>
internal abstract class ExpandedItem
{
}

/// <summary>A value with its type, or its language and direction. JSON-LD 1.1, section 9.5.</summary>
internal sealed class ValueObject : ExpandedItem
{
    /// <summary>What <c>@value</c> holds.</summary>
    public JsonElement Value { get; init; }

    /// <summary>The same when it is a string, unless it stands for itself as JSON.</summary>
    public string? Text { get; init; }

    /// <summary>An IRI, or <c>@json</c>.</summary>
    public string? Type { get; init; }

    public string? Language { get; init; }

    public string? Direction { get; init; }
}

/// <summary>An ordered list. JSON-LD 1.1, section 9.7.</summary>
internal sealed class ListObject(ExpandedItem[] items) : ExpandedItem
{
    public ExpandedItem[] Items => items;
}
