namespace Badges.Server.Web.Components;

/// <summary>The colour of an answer: green, amber, red, grey.</summary>
public enum VerdictTone
{
    Authentic,
    Unknown,
    False,
    Unverifiable,
}

/// <summary>All that the block of a verdict shows, already in the language of the person who looks.</summary>
public sealed record VerdictModel
{
    public required VerdictTone Tone { get; init; }

    /// <summary>The one sentence in large type.</summary>
    public required string Sentence { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>An address of ours or a data: address. Absent when the issuer is not known.</summary>
    public string? PictureUrl { get; init; }

    public string PictureAlt { get; init; } = "";

    /// <summary>Said when the picture that was handed in is not the issuer's.</summary>
    public string? PictureNote { get; init; }

    /// <summary>The person, when they chose to be named; otherwise a sentence that says that they are not.</summary>
    public string? Who { get; init; }

    public string? What { get; init; }
    public string? WhatUrl { get; init; }
    public string? FromWhom { get; init; }
    public string? FromWhomUrl { get; init; }

    /// <summary>Where the structure is.</summary>
    public IReadOnlyList<string> FromWhomDetails { get; init; } = [];

    /// <summary>How to ask the structure itself.</summary>
    public string? FromWhomPhone { get; init; }

    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>How it was observed, in one or two sentences.</summary>
    public string? HowObserved { get; init; }

    /// <summary>What to do now, in short paragraphs, right under the sentence.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    public IReadOnlyList<string> Criteria { get; init; } = [];
    public IReadOnlyList<VerdictEvidence> Evidence { get; init; } = [];

    /// <summary>What frameworks the badge refers to, each with what the badge says of it.</summary>
    public IReadOnlyList<VerdictAlignment> Alignments { get; init; } = [];

    /// <summary>What was measured, by name.</summary>
    public IReadOnlyList<KeyValue> Results { get; init; } = [];

    /// <summary>Evidence and alignments stand as a stranger wrote them: nobody here read what they lead to.</summary>
    public bool IsAsWritten { get; init; }

    /// <summary>« Est-ce bien cette personne ? »; null where there is nothing to ask about.</summary>
    public RecipientQuestionModel? Recipient { get; init; }

    public IReadOnlyList<VerdictCheck> Checks { get; init; } = [];

    /// <summary>Identifiers and formats, folded last.</summary>
    public IReadOnlyList<KeyValue> Technical { get; init; } = [];
}
