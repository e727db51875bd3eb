namespace Badges.Credentials.Verification.Documents;

/// <summary>
/// The documents that are at hand. What is asked for and is not there is remembered: what the checks would ask for is
/// exactly what has to be fetched.
/// </summary>
internal sealed class DocumentSet(IReadOnlyDictionary<string, FetchedDocument> documents, bool allowLoopback)
{
    private readonly Dictionary<string, DocumentRead> _read = [];
    private readonly Dictionary<string, DocumentRead> _pictures = [];
    private readonly List<MissingDocument> _missing = [];

    /// <summary>What was asked for in vain, in the order of asking.</summary>
    public IReadOnlyList<MissingDocument> Missing => _missing;

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
            read = Find(name, isDidWeb, DocumentKind.Record);
            _read.Add(name, read);
        }

        return read;
    }

    /// <summary>The picture at an address: it is read when its bytes are there, whatever they are.</summary>
    /// <param name="address">The address as the credential writes it.</param>
    /// <param name="kind">The form that is preferred.</param>
    public DocumentRead GetPicture(string address, DocumentKind kind)
    {
        var name = WebAddress.WithoutFragment(address);
        if (!_pictures.TryGetValue(name, out var read))
        {
            read = Find(name, isDidWeb: false, kind);
            _pictures.Add(name, read);
        }

        return read;
    }

    private DocumentRead Find(string address, bool isDidWeb, DocumentKind kind)
    {
        var secured = WebAddress.Secured(address);
        if (documents.TryGetValue(address, out var document)
            || (secured is not null && documents.TryGetValue(secured, out document)))
        {
            return Open(address, document, kind);
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
                return Open(address, document, kind);
            }
        }

        _missing.Add(new(wanted, kind));
        return new(address, DocumentState.Missing);
    }

    private static DocumentRead Open(string address, FetchedDocument document, DocumentKind kind)
    {
        if (!document.IsThere)
        {
            return new(address, DocumentState.Unavailable) { Document = document };
        }

        if (kind is not DocumentKind.Record)
        {
            return new(address, DocumentState.Read) { Document = document };
        }

        return DocumentContent.Of(document).Json is { } json
            ? new(address, DocumentState.Read) { Document = document, Json = json }
            : new(address, DocumentState.Unreadable) { Document = document };
    }
}
