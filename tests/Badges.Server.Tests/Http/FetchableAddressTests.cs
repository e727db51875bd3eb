using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

public sealed class FetchableAddressTests
{
    [Theory]
    // Schemes
    [InlineData("http://example.org/badge")]
    [InlineData("ftp://example.org/badge")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/_stats")]
    [InlineData("ws://example.org/")]
    [InlineData("data:application/json,{}")]
    [InlineData("did:web:example.org")]
    [InlineData("urn:uuid:0b1e1a52-6cb5-4a4b-9d9b-7d4c8a3c2f11")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:someone@example.org")]
    // Credentials
    [InlineData("https://user@example.org/")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://@example.org/")]
    [InlineData("https://example.org:443@127.0.0.1/")]
    // Ports of other protocols
    [InlineData("https://example.org:0/")]
    [InlineData("https://example.org:22/")]
    [InlineData("https://example.org:25/")]
    [InlineData("https://example.org:6379/")]
    [InlineData("https://example.org:10250/")]
    // Literal addresses, in the spellings that a parser or a resolver takes for one
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0x7f.0x0.0x0.0x1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://00000177.0.0.1/")]
    [InlineData("https://0300.0250.1.1/")]
    [InlineData("https://0/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://2130706433./")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://１２７.0.0.1/")]
    [InlineData("https://①②⑦.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    // Numbers that only some parsers take for an address
    [InlineData("https://256.1.1.1/")]
    [InlineData("https://1.2.3.4.5/")]
    [InlineData("https://08.1.1.1/")]
    [InlineData("https://4294967296/")]
    [InlineData("https://example.0x7f/")]
    // Names of the machine and of the network around it
    [InlineData("https://localhost/")]
    [InlineData("https://localhost./")]
    [InlineData("https://LOCALHOST/")]
    [InlineData("https://ⓛocalhost/")]
    [InlineData("https://badges.localhost/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://printer.local./")]
    [InlineData("https://metadata.google.internal/computeMetadata/v1/")]
    [InlineData("https://router.home.arpa/")]
    [InlineData("https://nas.lan/")]
    [InlineData("https://intranet/")]
    [InlineData("https://database:8443/")]
    [InlineData("https://intranet./")]
    [InlineData("https://-a.example.org/")]
    public void Allows_AddressThatMayNeverBeFetched_IsFalse(string address) =>
        Assert.False(FetchableAddress.Allows(new Uri(address), allowLoopback: false));

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("https://example.org./")]
    [InlineData("https://EXAMPLE.org/badges/1.json?v=2#x")]
    [InlineData("https://example.org:443/")]
    [InlineData("https://example.org:8443/")]
    [InlineData("https://example.org/@someone")]
    [InlineData("https://example.org?a@b")]
    [InlineData("https://compétences.example.org/")]
    [InlineData("https://xn--comptences-d7a.example.org/")]
    [InlineData("https://foo_bar.example.org/")]
    [InlineData("https://localhost.example.org/")]
    [InlineData("https://mylocalhost.org/")]
    [InlineData("https://notlocal.internal.example.org/")]
    [InlineData("https://127.0.0.1.nip.io/")]
    [InlineData("https://inae-badges.example/")]
    [InlineData("https://93.184.216.34/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    public void Allows_PublicAddress_IsTrue(string address) =>
        Assert.True(FetchableAddress.Allows(new Uri(address), allowLoopback: false));

    [Theory]
    [InlineData("http://localhost:5080/", true)]
    [InlineData("http://localhost.:5080/", true)]
    [InlineData("http://badges.localhost:5080/", true)]
    [InlineData("http://127.0.0.1:5080/", true)]
    [InlineData("http://127.1:5080/", true)]
    [InlineData("http://[::1]:5080/", true)]
    [InlineData("http://[::ffff:127.0.0.1]:5080/", true)]
    [InlineData("https://localhost:5081/", true)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("http://localhost:6379/", false)]
    [InlineData("http://user@localhost:5080/", false)]
    [InlineData("http://0.0.0.0:5080/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("http://example.org/", false)]
    [InlineData("https://printer.local/", false)]
    public void Allows_LoopbackIsAllowed_AddsLoopbackOnly(string address, bool expected) =>
        Assert.Equal(expected, FetchableAddress.Allows(new Uri(address), allowLoopback: true));

    [Fact]
    public void Allows_RelativeOrVeryLongAddress_IsFalse()
    {
        var longest = "https://example.org/".PadRight(FetchableAddress.MaximumLength, 'a');

        Assert.True(FetchableAddress.Allows(new Uri(longest), allowLoopback: false));
        Assert.False(FetchableAddress.Allows(new Uri(longest + 'a'), allowLoopback: false));
        Assert.False(FetchableAddress.Allows(new Uri("badges/1.json", UriKind.Relative), allowLoopback: false));
    }

    [Fact]
    public void Allows_HostThatTheParserTakesButCannotEncode_DoesNotThrow()
    {
        foreach (var host in (string[])["xn--a-.org", "xn--999999999.org", new string('é', 70) + ".org", "a\u200d.org"])
        {
            if (Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var address))
            {
                _ = FetchableAddress.Allows(address, allowLoopback: false);
            }
        }
    }
}
