using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>What somebody typed or sent to take a badge back, and what is wrong with it.</summary>
public sealed record RevocationInput
{
    public const int LongestNote = 1000;

    /// <summary>Null when it is none of the list.</summary>
    public RevocationReason? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>By the fields of the API: <c>reason</c>, <c>note</c>.</summary>
    public required IReadOnlyDictionary<string, string[]> Errors { get; init; }

    /// <param name="codes">The reasons that may be sent, for who has no list to choose from.</param>
    public static RevocationInput Read(string? reason, string? note, Language language, string codes = "")
    {
        var checks = new AwardInputChecks(language);
        var known = EnumText.TryParse<RevocationReason>(reason);
        if (known is null)
        {
            checks.Add("reason", codes.Length == 0 ? "Choisissez une raison." : $"Une de ces raisons : {codes}",
                codes.Length == 0 ? "Choose a reason." : $"One of: {codes}");
        }

        checks.Text("note", note, LongestNote);
        return new RevocationInput { Reason = known, Note = AwardInputChecks.Trim(note), Errors = checks.Errors };
    }
}
