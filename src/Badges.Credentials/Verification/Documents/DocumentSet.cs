namespace Badges.Credentials.Verification.Documents;

/// <summary>
/// The documents that are at hand. What is asked for and is not there is remembered: what the checks would ask for is
/// exactly what has to be fetched.
/// </summary>
internal sealed class DocumentSet(IReadOnlyDictionary<string, FetchedDocument> documents, bool allowLoopback)
{
    private readonly Dictionary<string, DocumentRead> _read = [];
    private readonly List<string> _missing = [];

    /// <summary>The addresses that were asked for in vain, in the order of asking.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>
    /// The document at an address, fragment aside. An <c>http:</c> address is an identifier: it is looked up as
    /// written, and asked for under https.
    /// </summary>
    /// <param name="address">The address as the credential writes it.</param>
    /// <param name="isDidWeb">Whether it was made from a did:web, which says nothing of the scheme on this
    /// machine.</param>
    public DocumentRead Get(string address, bool isDidWeb = false)
    {
        var name = WebAddress.WithoutFragment(address);
        if (!_read.TryGetValue(name, out var read))
        {
            read = Find(name, isDidWeb);
            _read.Add(name, read);
        }

        return read;
    }

    private DocumentRead Find(string address, bool isDidWeb)
    {
        var secured = WebAddress.Secured(address);
        if (documents.TryGetValue(address, out var document)
            || (secured is not null && documents.TryGetValue(secured, out document)))
        {
            return Open(address, document);
        }

        if (WebAddress.TryRead(address, allowLoopback) is not { } uri)
        {
            return new(address, DocumentState.NotAllowed);
        }

        var wanted = secured ?? address;
        if (allowLoopback && WebAddress.IsLoopback(uri))
        {
            wanted = isDidWeb ? WebAddress.Unsecured(address) : address;
            if (documents.TryGetValue(wanted, out document))
            {
                return Open(address, document);
            }
        }

        _missing.Add(wanted);
        return new(address, DocumentState.Missing);
    }

    private static DocumentRead Open(string address, FetchedDocument document)
    {
        if (!document.IsThere)
        {
            return new(address, DocumentState.Unavailable) { Document = document };
        }

        return DocumentContent.Of(document).Json is { } json
            ? new(address, DocumentState.Read) { Document = document, Json = json }
            : new(address, DocumentState.Unreadable) { Document = document };
    }
}
