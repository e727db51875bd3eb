using static Badges.Server.Http.GuardedOutcome;
using static Badges.Server.Tests.Http.Attack;

namespace Badges.Server.Tests.Http;

/// <summary>Every attack on the client by what it is. In addresses, the first column is what it would reach.</summary>
public static class AttackTable
{
    private const string Json = "HTTP/1.1 200 OK\nContent-Type: application/json\n";
    private const string EarlyHints = "HTTP/1.1 103 Early Hints\nLink: </a.css>; rel=preload\n\n";

    public static IReadOnlyDictionary<string, Attack> Rows { get; } = new Dictionary<string, Attack>
    {
        // Addresses as they are written: forbidden, no name asked for, nobody connected to
        ["http"] = Written("http://attacker.example.org/"),
        ["file"] = Written("file:///etc/passwd"),
        ["gopher"] = Written("gopher://attacker.example.org/_stats"),
        ["another protocol's port"] = Written("https://attacker.example.org:6379/"),
        ["user"] = Written("https://user@attacker.example.org/"),
        ["password"] = Written("https://user:secret@attacker.example.org/"),
        ["empty user"] = Written("https://@attacker.example.org/"),
        ["user that looks like a site"] = Written("https://attacker.example.org:443@127.0.0.1/"),
        ["loopback"] = Written("https://127.0.0.1/"),
        ["loopback, far end"] = Written("https://127.255.255.254/"),
        ["loopback, short"] = Written("https://127.1/"),
        ["loopback, decimal"] = Written("https://2130706433/"),
        ["loopback, hexadecimal"] = Written("https://0x7f000001/"),
        ["loopback, hexadecimal parts"] = Written("https://0x7f.0x0.0x0.0x1/"),
        ["loopback, octal"] = Written("https://0177.0.0.1/"),
        ["loopback, long octal"] = Written("https://00000000177.0.0.1/"),
        ["loopback, mixed"] = Written("https://0x7f.0.1/"),
        ["loopback, full stop at the end"] = Written("https://127.0.0.1./"),
        ["loopback, ideographic full stops"] = Written("https://127。0。0。1/"),
        ["loopback, halfwidth full stops"] = Written("https://127｡0｡0｡1/"),
        ["loopback, fullwidth digits"] = Written("https://１２７.0.0.1/"),
        ["loopback, circled digits"] = Written("https://①②⑦.⓪.⓪.①/"),
        ["loopback, percent-encoded digits"] = Written("https://%31%32%37.0.0.1/"),
        ["loopback, percent-encoded stops"] = Written("https://127%2E0%2E0%2E1/"),
        ["this host"] = Written("https://0.0.0.0/"),
        ["this host, short"] = Written("https://0/"),
        ["private 10"] = Written("https://10.0.0.1/"),
        ["private 172.16"] = Written("https://172.31.255.255/"),
        ["private 192.168"] = Written("https://192.168.1.1/"),
        ["private, octal"] = Written("https://0300.0250.1.1/"),
        ["carrier-grade"] = Written("https://100.64.0.1/"),
        ["link-local, cloud metadata"] = Written("https://169.254.169.254/latest/meta-data/"),
        ["cloud metadata, decimal"] = Written("https://2852039166/"),
        ["protocol assignments"] = Written("https://192.0.0.192/"),
        ["documentation 1"] = Written("https://192.0.2.1/"),
        ["documentation 2"] = Written("https://198.51.100.1/"),
        ["documentation 3"] = Written("https://203.0.113.1/"),
        ["benchmarking"] = Written("https://198.19.255.255/"),
        ["6to4 relay"] = Written("https://192.88.99.1/"),
        ["multicast"] = Written("https://224.0.0.251/"),
        ["reserved"] = Written("https://240.0.0.1/"),
        ["broadcast"] = Written("https://255.255.255.255/"),
        ["number above all addresses"] = Written("https://4294967296/"),
        ["five parts"] = Written("https://1.2.3.4.5/"),
        ["not octal"] = Written("https://08.1.1.1/"),
        ["IPv6 loopback"] = Written("https://[::1]/"),
        ["IPv6 loopback, long"] = Written("https://[0:0:0:0:0:0:0:1]/"),
        ["IPv6 unspecified"] = Written("https://[::]/"),
        ["IPv4-mapped"] = Written("https://[::ffff:127.0.0.1]/"),
        ["IPv4-mapped, hexadecimal"] = Written("https://[::ffff:a9fe:a9fe]/"),
        ["IPv4-compatible"] = Written("https://[::127.0.0.1]/"),
        ["IPv4-translated"] = Written("https://[::ffff:0:127.0.0.1]/"),
        ["NAT64"] = Written("https://[64:ff9b::10.0.0.1]/"),
        ["NAT64, local use"] = Written("https://[64:ff9b:1::93.184.216.34]/"),
        ["6to4"] = Written("https://[2002:7f00:1::1]/"),
        ["Teredo"] = Written("https://[2001:0:5ef5:79fd::1]/"),
        ["IPv6 benchmarking"] = Written("https://[2001:2::1]/"),
        ["ORCHID"] = Written("https://[2001:20::1]/"),
        ["IPv6 documentation"] = Written("https://[2001:db8::1]/"),
        ["IPv6 documentation, new"] = Written("https://[3fff::1]/"),
        ["discard only"] = Written("https://[100::1]/"),
        ["segment routing"] = Written("https://[5f00::1]/"),
        ["unique local"] = Written("https://[fd00:ec2::254]/"),
        ["IPv6 link-local"] = Written("https://[fe80::1]/"),
        ["IPv6 zone"] = Written("https://[fe80::1%25eth0]/"),
        ["public IPv6 with a zone"] = Written("https://[2606:4700:4700::1111%251]/"),
        ["site-local"] = Written("https://[fec0::1]/"),
        ["IPv6 multicast"] = Written("https://[ff02::1]/"),
        ["localhost"] = Written("https://localhost/"),
        ["localhost, full stop at the end"] = Written("https://LOCALHOST./"),
        ["localhost, circled letter"] = Written("https://ⓛocalhost/"),
        ["localhost, below"] = Written("https://a.localhost/"),
        ["localhost, ideographic full stop"] = Written("https://a。localhost/"),
        ["localhost, percent-encoded"] = Written("https://%6cocalhost/"),
        ["bare name"] = Written("https://database/"),
        ["name of the local network"] = Written("https://printer.local/"),
        ["name of a cloud's metadata"] = Written("https://metadata.google.internal/computeMetadata/v1/"),

        // Names that lead elsewhere, from the name server or between two questions
        ["public name"] = Named(PlayedNetwork.PublicAddress, Fetched, 1),
        ["name of loopback"] = Named("127.0.0.1", NotPublic, 0),
        ["name of this host"] = Named("0.0.0.0", NotPublic, 0),
        ["name of a private address"] = Named("10.1.2.3", NotPublic, 0),
        ["name of a carrier-grade address"] = Named("100.100.100.200", NotPublic, 0),
        ["name of cloud metadata"] = Named("169.254.169.254", NotPublic, 0),
        ["name of a documentation address"] = Named("203.0.113.7", NotPublic, 0),
        ["name of a multicast address"] = Named("239.255.255.250", NotPublic, 0),
        ["name of IPv6 loopback"] = Named("::1", NotPublic, 0),
        ["name of an IPv4-mapped address"] = Named("::ffff:127.0.0.1", NotPublic, 0),
        ["name of a NAT64 address"] = Named("64:ff9b::7f00:1", NotPublic, 0),
        ["name of a 6to4 address"] = Named("2002:a00:1::", NotPublic, 0),
        ["name of a Teredo address"] = Named("2001:0:5ef5:79fd::1", NotPublic, 0),
        ["name of a unique local address"] = Named("fd12:3456:789a::1", NotPublic, 0),
        ["name of a site-local address"] = Named("fec0::1", NotPublic, 0),
        ["name of a link-local address"] = Named("fe80::1%1", NotPublic, 0),
        ["good address, then a bad one"] = Named("93.184.216.34,10.0.0.1", NotPublic, 0),
        ["bad address, then a good one"] = Named("::1,93.184.216.34", NotPublic, 0),
        ["no address"] = Named("", Unreachable, 0),
        ["rebound after the check"] = Named("93.184.216.34 then 127.0.0.1", Fetched, 1),

        // Redirects, from a public site
        ["redirect, once"] = Serving(Redirects(1), Fetched) with { Connections = 2 },
        ["redirect, thrice"] = Serving(Redirects(3), Fetched) with { Connections = 4 },
        ["redirect, four times"] = Serving(Redirects(4), TooManyRedirects) with { Connections = 4 },
        ["redirect to itself"] = Redirecting("/", TooManyRedirects, 4),
        ["redirect to a private address"] = Redirecting("https://10.0.0.1/", RedirectForbidden),
        ["redirect to loopback"] = Redirecting("https://127.0.0.1/", RedirectForbidden),
        ["redirect to localhost"] = Redirecting("http://localhost:5080/", RedirectForbidden),
        ["redirect to IPv6 loopback"] = Redirecting("https://[::1]/", RedirectForbidden),
        ["redirect to cloud metadata"] = Redirecting("http://169.254.169.254/", RedirectForbidden),
        ["redirect without scheme to a private address"] = Redirecting("//192.168.0.1/", RedirectForbidden),
        ["redirect with backslashes"] = Redirecting("\\\\10.0.0.1\\x", RedirectForbidden),
        ["redirect to http"] = Redirecting("http://attacker.example.org/", RedirectForbidden),
        ["redirect to file"] = Redirecting("file:///etc/passwd", RedirectForbidden),
        ["redirect to data"] = Redirecting("data:application/json,{}", RedirectForbidden),
        ["redirect with a password"] = Redirecting("https://a:b@attacker.example.org/", RedirectForbidden),
        ["redirect to a database"] = Redirecting("https://attacker.example.org:5432/", RedirectForbidden),
        ["redirect 307 with a body"] = Answering(
            "HTTP/1.1 307 Again\nLocation: https://10.0.0.1/\nContent-Length: 4\n\nabcd", RedirectForbidden),
        ["redirect 308"] = Redirecting("https://10.0.0.1/", RedirectForbidden, status: 308),
        ["redirect without address"] = Answering("HTTP/1.1 302 Found\nContent-Length: 0\n\n", Broken),
        ["redirect without host"] = Redirecting("https:///path", Broken),
        ["redirect to two places"] = Answering(
            "HTTP/1.1 302 Found\nLocation: /a\nLocation: https://10.0.0.1/\nContent-Length: 0\n\n", Broken),
        ["redirect to a name that is rebound"] = Named("93.184.216.34 then 10.0.0.1", NotPublic, 1) with
        {
            Serve = Saying("HTTP/1.1 302 Found\nLocation: /next\nContent-Length: 0\n\n"),
        },

        // Slow, endless, compressed
        ["silence"] = Serving((_, _, token) => Task.Delay(-1, token), TooSlow),
        ["slow status line"] = Serving(Endless("", "H", isSlow: true), TooSlow),
        ["slow headers"] = Serving(Endless("HTTP/1.1 200 OK\n", "A: 1\n", isSlow: true), TooSlow),
        ["slow body"] = Serving(Endless(Json + "\n", " ", isSlow: true), TooSlow),
        ["slow body with a length"] = Serving(Endless(Json + "Content-Length: 1000\n\n", " ", isSlow: true), TooSlow),
        ["slow chunks"] = Serving(Endless(Json + "Transfer-Encoding: chunked\n\n", "1\n \n", isSlow: true), TooSlow),
        ["slow 1xx"] = Serving(Endless("", EarlyHints, isSlow: true), TooSlow),
        ["1xx without end"] = Serving(Endless("", EarlyHints, isSlow: false), TooLarge),
        ["headers without end"] = Serving(Endless("HTTP/1.1 200 OK\n", "A: 1\n", isSlow: false), TooLarge),
        ["status line without end"] = Serving(Endless("HTTP/1.1 200 ", "OK", isSlow: false), TooLarge),
        ["body without end"] = Serving(Endless(Json + "\n", " ", isSlow: false), TooLarge),
        ["chunks without end"] = Serving(
            Endless(Json + "Transfer-Encoding: chunked\n\n", "1\n \n", isSlow: false), TooLarge),
        ["chunk extensions without end"] = Serving(
            Endless(Json + "Transfer-Encoding: chunked\n\n1;", "a=b;", isSlow: false), Broken),
        ["trailers without end"] = Serving(
            Endless(Json + "Transfer-Encoding: chunked\n\n0\n", "A: 1\n", isSlow: false), TooLarge),
        ["error page without end"] = Serving(Endless("HTTP/1.1 404 No\n\n", " ", isSlow: false), TooLarge),
        ["length above the limit"] = Answering(Json + "Content-Length: 99999999999999\n\n{}", TooLarge),
        ["gzip bomb"] = Serving(Bomb(64_000_000, "gzip"), TooLarge),
        ["brotli bomb"] = Serving(Bomb(64_000_000, "br"), TooLarge),
        ["nested bomb"] = Serving(Bomb(64_000_000, "gzip", "gzip"), Broken),
        ["nested bomb of two kinds"] = Serving(Bomb(64_000_000, "br", "gzip"), Broken),
        ["thousand encodings"] = Answering(
            $"{Json}Content-Encoding: {string.Join(", ", Enumerable.Repeat("gzip", 1000))}\n\nx", Broken),
        ["compressed for the transfer"] = Answering(
            Json + "Transfer-Encoding: gzip, chunked\n\n2\n{}\n0\n\n", Fetched),

        // Answers that lie, or are no HTTP
        ["length too long"] = Answering(Json + "Content-Length: 10\n\n{}", Broken),
        ["gzip that is none"] = Answering(Json + "Content-Encoding: gzip\nContent-Length: 2\n\n{}", Broken),
        ["encoding that was not asked for"] = Answering(
            Json + "Content-Encoding: zstd\nContent-Length: 2\n\n{}", Broken),
        ["wrong type"] = Answering("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 2\n\n{}", BadType),
        ["no type"] = Answering("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", BadType),
        ["two types"] = Answering(
            "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Type: application/json\nContent-Length: 2\n\n{}",
            BadType),
        ["HTTP/0.9"] = Answering("{\"a\":1}", Broken),
        ["another protocol"] = Answering("SSH-2.0-OpenSSH_9.2p1\n", Broken),
        ["nothing"] = Answering("", Broken),
        ["cut in the headers"] = Answering("HTTP/1.1 200 OK\nContent-Ty", Broken),
        ["cut in a chunk"] = Answering(Json + "Transfer-Encoding: chunked\n\nff\n{}", Broken),
        ["negative chunk"] = Answering(Json + "Transfer-Encoding: chunked\n\n-2\n{}", Broken),
        ["chunk above all numbers"] = Answering(Json + "Transfer-Encoding: chunked\n\nffffffffffffffffff\n{}", Broken),
        ["NUL in a header"] = Answering(Json + "A: \0\nContent-Length: 2\n\n{}", Fetched),
        ["cookies, alternatives, refresh"] = Answering(
            Json + "Set-Cookie: a=b\nAlt-Svc: h3=\"10.0.0.1:443\"\nRefresh: 0;url=https://10.0.0.1/\n"
                + "Link: <https://10.0.0.1/>; rel=alternate\nContent-Length: 2\n\n{}", Fetched),

        // Certificates and connections
        ["certificate of another name"] = Certified(TestCertificates.OtherName),
        ["certificate that has ended"] = Certified(TestCertificates.Expired),
        ["certificate that has not begun"] = Certified(TestCertificates.NotYet),
        ["certificate for clients"] = Certified(TestCertificates.ForClients),
        ["certificate that vouches for itself"] = Certified(TestCertificates.SelfSigned),
        ["connection dropped"] = Serving((_, _, _) => throw new IOException("dropped"), Broken),
    };

    /// <summary>Sends on to a longer path, so many times; then answers.</summary>
    private static Func<string, Stream, CancellationToken, Task> Redirects(int count) =>
        (path, stream, cancellationToken) => Saying(path.Length <= count
            ? $"HTTP/1.1 302 Found\nLocation: {path}a\nContent-Length: 0\n\n"
            : Json + "Content-Length: 2\n\n{}")(path, stream, cancellationToken);
}
