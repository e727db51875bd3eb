using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Badges.Server.Secrets;

/// <summary>
/// Encrypts the keys that sign sessions and form tokens, before they are written to the data directory: whoever reads
/// a copy of it must not be able to make a session.
/// </summary>
public sealed class SessionKeyEncryptor(KeyWrapping wrapping) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var id = Guid.NewGuid();
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(
            new XElement(
                SessionKeyDecryptor.Element,
                new XAttribute(SessionKeyDecryptor.IdAttribute, id),
                new XAttribute(SessionKeyDecryptor.SecretAttribute, wrapping.Id),
                Convert.ToBase64String(wrapping.Wrap(plain, id))),
            typeof(SessionKeyDecryptor));
    }
}
