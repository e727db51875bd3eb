using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Badges.Server.Secrets;

/// <summary>
/// Reads what <see cref="SessionKeyEncryptor"/> wrote. The framework makes it from the type's name in the file, which
/// is why it takes the services and why its name must stay.
/// </summary>
public sealed class SessionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public const string Element = "wrapped";
    public const string IdAttribute = "id";
    public const string SecretAttribute = "secret";

    private readonly KeyWrapping _wrapping = services.GetRequiredService<KeyWrapping>();

    /// <exception cref="CryptographicException">Another secret wrapped the key, or it was altered.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var wrapped = Convert.FromBase64String(encryptedElement.Value);
        var plain = Guid.TryParse((string?)encryptedElement.Attribute(IdAttribute), out var id)
            ? _wrapping.TryUnwrap(wrapped, id)
            : null;
        return plain is not null
            ? XElement.Parse(Encoding.UTF8.GetString(plain))
            : throw new CryptographicException(
                "This session key was written under another Badges:KeyProtectionSecret "
                + $"({(string?)encryptedElement.Attribute(SecretAttribute)}), or altered.");
    }
}
