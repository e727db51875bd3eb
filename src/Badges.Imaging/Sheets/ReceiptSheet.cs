namespace Badges.Imaging.Sheets;

/// <summary>All that the page of a receipt shows, already in the reader's language.</summary>
public sealed record ReceiptSheet
{
    /// <summary>The service that made it.</summary>
    public required string Service { get; init; }

    /// <summary>What it is.</summary>
    public required string Heading { get; init; }

    /// <summary>When it was made, under the heading.</summary>
    public required string MadeAt { get; init; }

    /// <summary>The same instant, for the file's own date.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The colour of the answer and its drawing.</summary>
    public required SheetTone Tone { get; init; }

    /// <summary>The answer.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the answer is about.</summary>
    public required IReadOnlyList<SheetFact> Facts { get; init; }

    /// <summary>The heading over the checks.</summary>
    public required string ChecksHeading { get; init; }

    /// <summary>The checks that were made.</summary>
    public required IReadOnlyList<SheetCheck> Checks { get; init; }

    /// <summary>Two paragraphs with their headings, side by side.</summary>
    public required IReadOnlyList<SheetNote> Notes { get; init; }

    /// <summary>The one sentence that nobody may miss.</summary>
    public required string Warning { get; init; }

    /// <summary>Where to go on: one or two addresses, each as a QR code and as a link.</summary>
    public required IReadOnlyList<SheetLink> Links { get; init; }

    /// <summary>The last line.</summary>
    public required string Footer { get; init; }
}

/// <summary>The colour of an answer, always with a drawing and words beside it.</summary>
public enum SheetTone
{
    /// <summary>Genuine, from somebody known.</summary>
    Green,

    /// <summary>Unchanged, from somebody unknown.</summary>
    Amber,

    /// <summary>False, withdrawn or expired.</summary>
    Red,

    /// <summary>Not to be told.</summary>
    Grey,
}

/// <summary>The mark before a check.</summary>
public enum SheetMark
{
    /// <summary>Passed.</summary>
    Check,

    /// <summary>Failed.</summary>
    Cross,

    /// <summary>Could not be run.</summary>
    Question,
}

/// <summary>A label and what it stands for.</summary>
public sealed record SheetFact(string Label, string Value);

/// <summary>A check and what came of it, in words.</summary>
public sealed record SheetCheck(SheetMark Mark, string Title, string Outcome);

/// <summary>A paragraph under a heading.</summary>
public sealed record SheetNote(string Heading, string Text);

/// <summary>An address and what is found there.</summary>
public sealed record SheetLink(string Caption, string Address);
