using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Badges.Testing;

/// <summary>Certificates of a root that the client under test trusts, right and wrong.</summary>
public static class TestCertificates
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    public static X509Certificate2 Root { get; } = CreateRoot();

    public static X509Certificate2 Right { get; } = Create([PlayedNetwork.Site, "*.example.org"]);

    public static X509Certificate2 OtherName { get; } = Create(["somebody-else.example.net"]);

    public static X509Certificate2 Expired { get; } = Create([PlayedNetwork.Site], from: -10, to: -1);

    public static X509Certificate2 NotYet { get; } = Create([PlayedNetwork.Site], from: 1, to: 10);

    public static X509Certificate2 ForClients { get; } = Create([PlayedNetwork.Site], use: ClientUse);

    public static X509Certificate2 SelfSigned { get; } = Create([PlayedNetwork.Site], isSelfSigned: true);

    private static X509Certificate2 CreateRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Root of these tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-30), now.AddDays(30));
    }

    private static X509Certificate2 Create(
        string[] names, int from = -1, int to = 1, string use = ServerUse, bool isSelfSigned = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        Array.ForEach(names, alternatives.AddDnsName);
        alternatives.AddIpAddress(IPAddress.Parse(PlayedNetwork.PublicAddress));
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));

        var (start, end) = (DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to));
        using var whole = isSelfSigned ? request.CreateSelfSigned(start, end) : Signed(request, key, start, end);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    private static X509Certificate2 Signed(
        CertificateRequest request, ECDsa key, DateTimeOffset start, DateTimeOffset end)
    {
        using var bare = request.Create(Root, start, end, RandomNumberGenerator.GetBytes(8));
        return bare.CopyWithPrivateKey(key);
    }
}
