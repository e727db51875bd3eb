using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.StatusLists;

/// <summary>One status entry, read as far as possible.</summary>
internal sealed record StatusEntryRead(StatusReading Reading)
{
    /// <summary>Why it could not be read.</summary>
    public string? Code { get; init; }

    /// <summary>What the code speaks of.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The list that was looked at.</summary>
    public DocumentRead? Source { get; init; }

    /// <summary>What is to be said beside it.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public static StatusEntryRead Unknown(string code, DocumentRead? source, params string[] arguments) =>
        new(StatusReading.Unknown) { Code = code, Source = source, Arguments = arguments };

    public static StatusEntryRead Unread(DocumentRead source) => Unknown(source.Code, source, source.Address);

    public Check ToCheck()
    {
        var check = Reading switch
        {
            StatusReading.Revoked => Check.Failed(CheckIds.Status, CheckCodes.Revoked, [.. Arguments]),
            StatusReading.Suspended => Check.Failed(CheckIds.Status, CheckCodes.Suspended),
            StatusReading.Unknown =>
                Check.NotRun(CheckIds.Status, Code ?? CheckCodes.StatusTypeUnknown, [.. Arguments]),
            StatusReading.Irrelevant => Check.NotApplicable(CheckIds.Status, CheckCodes.NoStatus),
            _ => Check.Passed(CheckIds.Status),
        };
        return check with { Source = Source?.Address, At = Source?.Document?.At, Remarks = Remarks };
    }
}
