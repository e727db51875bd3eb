using System.Text.Json;
using Badges.Credentials.Dids;

namespace Badges.Credentials.Verification.Documents;

/// <summary>How far a document that was asked for could be read.</summary>
internal enum DocumentState
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>Nobody has looked for it yet.</summary>
    Missing,

    /// <summary>The address may never be fetched.</summary>
    NotAllowed,

    /// <summary>It was looked for, and is not there or did not come.</summary>
    Unavailable,

    /// <summary>It came, and is not JSON that can be read.</summary>
    Unreadable,
}

/// <summary>A document as a check sees it.</summary>
internal sealed record DocumentRead(string Address, DocumentState State)
{
    /// <summary>What was fetched, if anything.</summary>
    public FetchedDocument? Document { get; init; }

    /// <summary>The document as JSON; undefined unless <see cref="State"/> is read, and for a picture.</summary>
    public JsonElement Json { get; init; }

    /// <summary>The document when it was read.</summary>
    public JsonElement? Read => State is DocumentState.Read ? Json : null;

    /// <summary>The document as the one that says which keys speak for a subject, when it is an object.</summary>
    public ControllerDocument? Controller(string id) =>
        State is DocumentState.Read && Document is not null ? DocumentContent.Of(Document).Controller(id) : null;

    /// <summary>Whether trying again later cannot help.</summary>
    public bool IsAbsent => Document?.IsAbsent ?? false;

    /// <summary>The code of a check that needed the document and did not get it.</summary>
    public string Code => State switch
    {
        DocumentState.NotAllowed => CheckCodes.AddressNotAllowed,
        DocumentState.Unreadable => CheckCodes.DocumentUnreadable,
        DocumentState.Missing => CheckCodes.DocumentNotFetched,
        _ => Document switch
        {
            { IsAbsent: true } => CheckCodes.DocumentNotFound,
            { Outcome: FetchOutcome.TooLarge } => CheckCodes.DocumentTooLarge,
            { Outcome: FetchOutcome.Forbidden } => CheckCodes.AddressForbidden,
            _ => CheckCodes.DocumentUnreachable,
        },
    };
}
