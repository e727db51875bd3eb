using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Texts;

namespace Badges.Credentials.Verification;

/// <summary>One line of a verification report. Its title and its detail are written in the reader's language
/// later.</summary>
public sealed record Check
{
    /// <summary>Which check: one of <see cref="CheckIds"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What came of it.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>Why it failed or did not run; stable, one of <see cref="CheckCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>What the code speaks of: a member, an address, a date.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The address of the document that was looked at.</summary>
    public string? Source { get; init; }

    /// <summary>When that document was fetched; null when no document was needed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What is to be said beside it.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Whether it is a receipt that was checked, and no badge.</summary>
    public bool IsOfReceipt { get; init; }

    /// <summary>What the check is about, in a few words.</summary>
    public string Title(ReportLanguage language) =>
        (IsOfReceipt ? ReceiptTexts.Title(Id, language) : null) ?? ReportTexts.Title(Id, language);

    /// <summary>What came of it, in one or two sentences.</summary>
    public string Detail(ReportLanguage language) => ReportTexts.Detail(this, language);

    internal bool HasFailed => Outcome is CheckOutcome.Failed;

    internal static Check Passed(string id) => new() { Id = id, Outcome = CheckOutcome.Passed };

    internal static Check Failed(string id, string code, params string[] arguments) =>
        new() { Id = id, Outcome = CheckOutcome.Failed, Code = code, Arguments = arguments };

    internal static Check NotRun(string id, string code, params string[] arguments) =>
        new() { Id = id, Outcome = CheckOutcome.NotRun, Code = code, Arguments = arguments };

    internal static Check NotApplicable(string id, string code) =>
        new() { Id = id, Outcome = CheckOutcome.NotApplicable, Code = code };

    /// <summary>The check that needed a document and did not get it.</summary>
    internal static Check Without(string id, DocumentRead read) => new Check
    {
        Id = id,
        Outcome = read.State is DocumentState.NotAllowed ? CheckOutcome.Failed : CheckOutcome.NotRun,
        Code = read.Code,
        Arguments = [read.Address],
    }.From(read);

    /// <summary>The same, with the document that was looked at.</summary>
    internal Check From(DocumentRead? read) =>
        read is null ? this : this with { Source = read.Address, At = read.Document?.At };

    /// <summary>The same, with something said beside it.</summary>
    internal Check Saying(string code, params string[] arguments) =>
        this with { Remarks = [.. Remarks, new Remark(code, arguments)] };
}
