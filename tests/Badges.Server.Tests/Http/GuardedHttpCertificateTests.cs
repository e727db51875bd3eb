using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

public sealed class GuardedHttpCertificateTests
{
    private const string Answer = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}";

    [Fact]
    public async Task GetAsync_CertificateIsNotTrusted_IsUnreachableAndSendsNothing()
    {
        using var certificate = CreateCertificate(issuerAddress: "http://127.0.0.1:9/issuer.cer");
        await using var server = Serving(certificate);

        var response = await GuardedClient.GetAsync(server.Address());

        Assert.Equal(GuardedOutcome.Unreachable, response.Outcome);
        Assert.Equal(1, server.Connections);
        Assert.All(server.Requests, Assert.Empty);
    }

    [Fact]
    public async Task GetAsync_CertificateNamesAnAddressOfItsIssuer_NothingIsDownloadedFromThere()
    {
        await using var inner = HostileServer.Saying("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n");
        using var certificate = CreateCertificate(inner.Address("/issuer.cer").AbsoluteUri);
        await using var server = Serving(certificate);

        await GuardedClient.GetAsync(server.Address());

        Assert.Equal(1, server.Connections);
        Assert.Equal(0, inner.Connections);
    }

    private static HostileServer Serving(X509Certificate2 certificate) =>
        new(
            async (_, stream, cancellationToken) => await stream.WriteAsync(
                Encoding.ASCII.GetBytes(Answer.ReplaceLineEndings("\r\n")), cancellationToken),
            certificate);

    private static X509Certificate2 CreateCertificate(string issuerAddress)
    {
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = new X500DistinguishedName("CN=Nobody");
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerAddress]));

        var now = DateTimeOffset.UtcNow;
        using var unusable = request.Create(
            issuer,
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            now.AddDays(-1),
            now.AddDays(1),
            RandomNumberGenerator.GetBytes(8));
        using var usable = unusable.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(usable.Export(X509ContentType.Pfx), null);
    }
}
