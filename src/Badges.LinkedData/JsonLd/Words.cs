using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Looks up the words of a document without making strings of those that are terms.</summary>
internal static class Words
{
    private const int MaximumLength = 128;

    /// <summary>Whether a member has the name.</summary>
    /// <exception cref="JsonLdException">The member's name is not Unicode.</exception>
    public static bool Is(JsonProperty member, ReadOnlySpan<byte> name)
    {
        var word = JsonMarshal.GetRawUtf8PropertyName(member);
        return word.SequenceEqual(name)
            || (word.Contains((byte)'\\') && JsonText.NameOf(member) == Encoding.UTF8.GetString(name));
    }

    /// <summary>The value of a member of a map; of two with the name that of the last.</summary>
    /// <exception cref="JsonLdException">A name is not Unicode.</exception>
    public static JsonElement? Find(JsonElement map, ReadOnlySpan<byte> name)
    {
        JsonElement? found = null;
        foreach (var member in map.EnumerateObject())
        {
            if (Is(member, name))
            {
                found = member.Value;
            }
        }

        return found;
    }

    /// <summary>What the name of a member means, and the name.</summary>
    /// <exception cref="JsonLdException">The name is not Unicode.</exception>
    public static TermDefinition? Find(ActiveContext active, JsonProperty member, out string name)
    {
        if (FindPlain(active, JsonMarshal.GetRawUtf8PropertyName(member)) is { } definition)
        {
            name = definition.Term;
            return definition;
        }

        name = JsonText.NameOf(member);
        return active.Find(name);
    }

    /// <summary>What a string means as a term.</summary>
    /// <exception cref="JsonLdException">The string is not Unicode.</exception>
    public static TermDefinition? Find(ActiveContext active, JsonElement text) =>
        FindPlain(active, JsonMarshal.GetRawUtf8Value(text)[1..^1]) ?? active.Find(JsonText.Of(text));

    private static TermDefinition? FindPlain(ActiveContext active, ReadOnlySpan<byte> word)
    {
        if (word.Length > MaximumLength || word.Contains((byte)'\\'))
        {
            return null;
        }

        Span<char> buffer = stackalloc char[MaximumLength];
        return Ascii.ToUtf16(word, buffer, out var length) is System.Buffers.OperationStatus.Done
            ? active.Find(buffer[..length])
            : null;
    }
}
