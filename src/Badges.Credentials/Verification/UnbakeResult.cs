using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Verification;

/// <summary>What a picture or a text carries: a badge's record, none, or something that cannot be read.</summary>
public sealed record UnbakeResult
{
    /// <summary>The record; null when there is none or it cannot be read.</summary>
    public string? Text { get; init; }

    /// <summary>The page around the record, when it came out of a PDF.</summary>
    internal PdfPage? Page { get; init; }

    /// <summary>Why it cannot be read: a code of the <c>format</c> check.</summary>
    public string? Code { get; init; }

    /// <summary>What the code speaks of.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether even the picture itself cannot be read.</summary>
    public bool IsPictureUnreadable { get; init; }

    /// <summary>What is to be said beside it, for instance that an Open Badges 2.0 copy stands next to the judged
    /// one.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Whether the picture or text is readable and carries no badge.</summary>
    public bool HasNoBadge => Text is null && Code is null;
}
