using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>A document that is not JSON-LD 1.1, or that safe mode refuses.</summary>
public sealed class JsonLdException : Exception
{
    private const int MaximumSubject = 200;

    /// <param name="code">One of <see cref="JsonLdErrorCodes"/>.</param>
    /// <param name="subject">The term, value or address at fault.</param>
    public JsonLdException(string code, string subject)
        : this(code, Shorten(subject), isShort: true)
    {
    }

    private JsonLdException(string code, string subject, bool isShort)
        : base($"{code}: {subject}")
    {
        Code = code;
        Subject = subject;
    }

    /// <summary>One of <see cref="JsonLdErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The term, value or address at fault; a long one is cut off after 200 characters.</summary>
    public string Subject { get; }

    /// <summary>An error at a value: a long one is called by what it is.</summary>
    internal static JsonLdException At(string code, JsonElement value) =>
        new(code, value.GetRawText() is { Length: <= MaximumSubject } text ? text : value.ValueKind.ToString());

    private static string Shorten(string subject)
    {
        if (subject.Length <= MaximumSubject)
        {
            return subject;
        }

        var end = char.IsHighSurrogate(subject[MaximumSubject - 1]) ? MaximumSubject - 1 : MaximumSubject;
        return string.Concat(subject.AsSpan(0, end), "…");
    }
}
