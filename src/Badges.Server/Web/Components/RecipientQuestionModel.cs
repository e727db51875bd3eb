namespace Badges.Server.Web.Components;

/// <summary>
/// What somebody is told who asks whether a badge is this person's. There is no « no » among the answers.
/// </summary>
public enum RecipientAnswer
{
    /// <summary>Nobody asked yet.</summary>
    None,

    Yes,
    CannotConfirm,

    /// <summary>What was typed is no e-mail address: it was not compared.</summary>
    NotAnAddress,

    /// <summary>Asked too often today: it was not compared.</summary>
    TooManyTries,
}

/// <summary>« Est-ce bien cette personne ? » under a verdict.</summary>
public sealed record RecipientQuestionModel
{
    public RecipientAnswer Answer { get; init; }

    /// <summary>Where the question is posted to; null where it cannot be asked here, and <see cref="AskAt"/> says
    /// where.</summary>
    public string? Action { get; init; }

    /// <summary>The page on which it can be asked.</summary>
    public string? AskAt { get; init; }

    /// <summary>There the badge has to be brought again: it has no page here.</summary>
    public bool IsAskedWithTheBadge { get; init; }

    /// <summary>What was typed, given back only when it was no address.</summary>
    public string? Typed { get; init; }
}
