using System.Text.Json;

namespace Badges.Credentials.Verification.General;

/// <summary>
/// Contexts written out in the document as whole context documents, <c>{"@context": {…}}</c>: JSON-LD 1.1 does not know
/// them, all libraries read what is inside.
/// </summary>
internal static class InlineContexts
{
    /// <summary>The document with the context inside in the place of each.</summary>
    public static JsonElement Unwrap(JsonElement document)
    {
        if (!document.TryGetProperty("@context", out var contexts) || contexts.ValueKind is not JsonValueKind.Array
            || !contexts.EnumerateArray().Any(IsWrapped))
        {
            return document;
        }

        var inside = contexts.EnumerateArray()
            .Select(each => IsWrapped(each) ? each.GetProperty("@context").GetRawText() : each.GetRawText());
        return JsonMembers.WithFirst(
            document, "@context", JsonElement.Parse($"[{string.Join(',', inside)}]"), "@context");
    }

    private static bool IsWrapped(JsonElement context) =>
        context.ValueKind is JsonValueKind.Object && context.GetPropertyCount() == 1
        && context.TryGetProperty("@context", out _);
}
