using System.Text;
using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Documents that stand for the web: what is not among them does not exist. Runs the loop of asking for what
/// is missing, looking it up, and asking again.</summary>
internal sealed class ArchivedWeb
{
    public static readonly DateTimeOffset Now = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, FetchedDocument> _documents = [];

    /// <summary>The addresses that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Whether documents of this machine may be asked for.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>Loads a folder whose index.json maps addresses to files, or to a status and a file.</summary>
    public static ArchivedWeb Load(string folder)
    {
        var web = new ArchivedWeb();
        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        foreach (var entry in index.RootElement.EnumerateObject())
        {
            var isFile = entry.Value.ValueKind is JsonValueKind.String;
            var file = isFile ? entry.Value.GetString()! : entry.Value.GetProperty("file").GetString()!;
            web.Add(
                entry.Name, File.ReadAllBytes(Path.Combine(folder, file)),
                isFile ? 200 : entry.Value.GetProperty("status").GetInt32());
        }

        return web;
    }

    public ArchivedWeb Add(string address, string body, int status = 200, string? redirectedTo = null) =>
        Add(address, Encoding.UTF8.GetBytes(body), status, redirectedTo);

    public ArchivedWeb Add(string address, byte[] body, int status = 200, string? redirectedTo = null) =>
        Add(new FetchedDocument
        {
            Address = address,
            Outcome = FetchOutcome.Fetched,
            Status = status,
            Body = body,
            At = Now,
            RedirectedTo = redirectedTo,
        });

    public ArchivedWeb AddFailure(string address, FetchOutcome outcome) =>
        Add(new FetchedDocument { Address = address, Outcome = outcome, At = Now });

    public ArchivedWeb Remove(string address)
    {
        _documents.Remove(address);
        return this;
    }

    public FetchedDocument Find(string address) => _documents[address];

    /// <summary>Fetches what a record depends on.</summary>
    public ResolvedCredential Resolve(ParsedCredential parsed, string? recipient = null)
    {
        var documents = new Dictionary<string, FetchedDocument>();
        for (var round = 0; round < 10; round++)
        {
            var missing = Dependencies.Missing(parsed, documents, AllowLoopback);
            if (missing.Count == 0)
            {
                break;
            }

            foreach (var address in missing.Select(each => each.Address))
            {
                Asked.Add(address);
                documents.Add(address, _documents.GetValueOrDefault(address)
                    ?? new FetchedDocument { Address = address, Outcome = FetchOutcome.NotFound, At = Now });
            }
        }

        return new ResolvedCredential(parsed, documents, recipient) { AllowLoopback = AllowLoopback };
    }

    /// <summary>The whole way from bytes to a report; null when they carry no badge.</summary>
    public VerificationReport? Verify(
        ReadOnlyMemory<byte> bytes, string? recipient = null, Trust trust = Trust.Known, DateTimeOffset? at = null)
    {
        var now = at ?? Now;
        var submitted = SubmittedBadge.Read(bytes);
        var origin = new ReportOrigin(submitted.Container);
        if (submitted.Address is { } address)
        {
            var document = _documents[address];
            submitted = SubmittedBadge.Read(document.Body);
            origin = origin with { Fetched = submitted.Container };
        }

        if (submitted.Code is { } code)
        {
            return VerificationReport.Unreadable(origin, code, submitted.Arguments, now);
        }

        if (submitted.Credential is not { } parsed)
        {
            return null;
        }

        var resolved = Resolve(parsed, recipient);
        return VerificationReport.Create(origin, Checks.Run(resolved, now), _ => trust);
    }

    public VerificationReport Verify(
        string text, string? recipient = null, Trust trust = Trust.Known, DateTimeOffset? at = null) =>
        Verify(Encoding.UTF8.GetBytes(text), recipient, trust, at)
            ?? throw new InvalidOperationException("No badge in it.");

    private ArchivedWeb Add(FetchedDocument document)
    {
        _documents[document.Address] = document;
        return this;
    }
}
