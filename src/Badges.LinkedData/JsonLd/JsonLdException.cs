namespace Badges.LinkedData.JsonLd;

/// <summary>A document that is not JSON-LD 1.1, or that safe mode refuses.</summary>
/// <param name="code">One of <see cref="JsonLdErrorCodes"/>.</param>
/// <param name="subject">The term, value or address at fault.</param>
public sealed class JsonLdException(string code, string subject) : Exception($"{code}: {subject}")
{
    /// <summary>One of <see cref="JsonLdErrorCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The term, value or address at fault.</summary>
    public string Subject { get; } = subject;
}
