using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Badges.Server.Settings;

/// <summary>
/// A certificate for this machine alone, made at start: interoperability suites call over https, and check no
/// certificate. Whoever is asked for one with <c>Kestrel:Certificates</c> uses that.
/// </summary>
public static class DevelopmentCertificate
{
    /// <summary>In Development, with the credential API, every https address has a certificate.</summary>
    public static void UseDevelopmentCertificate(this WebApplicationBuilder builder, BadgesOptions options)
    {
        if (!options.IsCredentialApiEnabled || !builder.Environment.IsDevelopment()
            || builder.Configuration.GetSection("Kestrel:Certificates").Exists())
        {
            return;
        }

        var certificate = new Lazy<X509Certificate2>(() => Create(TimeProvider.System.GetUtcNow()));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(
            https => https.ServerCertificate ??= certificate.Value));
    }

    public static X509Certificate2 Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
    }
}
