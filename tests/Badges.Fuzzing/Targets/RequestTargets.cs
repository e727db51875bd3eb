using System.Net;
using System.Text;
using Badges.Credentials.Verification;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using Microsoft.AspNetCore.Http;
using static Badges.Fuzzing.PropertyException;

namespace Badges.Fuzzing.Targets;

/// <summary>What the server itself reads: requests, addresses, headers about keeping.</summary>
public static class RequestTargets
{
    private const string Boundary = "x";

    public static FuzzTarget Form { get; } = new("multipart", RunForm)
    {
        Seeds =
        [
            Bytes(Part("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png", "abc") + "--x--\r\n"),
            Bytes(Part("name=\"url\"", "https://a.example/") + Part("name=\"recipient\"", "b") + "--x--\r\n"),
        ],
        Words =
        [
            "--x\r\n", "--x--", "\r\n\r\n", "name=\"file\"", "filename*=utf-8''%00", "Content-Disposition:", "\0",
        ],
    };

    public static FuzzTarget Body { get; } = new("request", RunBody)
    {
        Seeds = [Bytes("{\"url\":\"https://a.example/\"}"), Bytes("{\"credential\":\"{}\",\"recipient\":\"a\"}")],
        Words = ["\"url\":", "\\ud800", "\"file\":"],
        IsJson = true,
    };

    public static FuzzTarget Address { get; } = new("address", RunAddress)
    {
        Seeds =
        [
            Bytes("https://badges.example.org:8443/a?b#c"), Bytes("https://127.0.0.1/"),
            Bytes("https://[::ffff:10.0.0.1]/"), Bytes("https://0x7f.1/"), Bytes("http://localhost./"),
            Bytes("https://é.example/"),
        ],
        Words =
        [
            "https://", "@", "%2e", "。", "0x", "[", "]", "::", "ffff:", "64:ff9b::",
            "localhost", ".", "\\", "%25", "xn--",
            "①", "2130706433", "017700000001",
        ],
    };

    /// <summary>Six header values, a line each.</summary>
    public static FuzzTarget Caching { get; } = new("caching", RunCaching)
    {
        Seeds =
        [
            Bytes("max-age=60, private=\"a\"\n10\nSun, 01 Feb 2026 08:59:30 GMT\n"
                + "Sun, 01 Feb 2026 09:00:30 GMT\nAccept\n200"),
            Bytes("s-maxage=99999999999\n\n\n0\n*\n302"),
        ],
        Words = ["max-age=", "s-maxage=", "no-store", ",", "=", "\"", "-1", "999999999999"],
    };

    /// <summary>A page of the web that may link a record.</summary>
    public static FuzzTarget Html { get; } = new("html", RunHtml)
    {
        Seeds =
        [
            Bytes("<!doctype html><html><head><base href=\"/a/\"><link rel=\"alternate\" type=\"application/json\" "
                + "href=\"b.json\"><title>x</title></head><body>y</body></html>"),
        ],
        Words =
        [
            "<link ", "<base href=\"", " rel=alternate", " type=\"application/vc+jwt\"", " href=\"javascript:a()\"",
            "<!--", "<template>", "<svg>", "<script>", "</head>", "//", "&#x0;",
        ],
    };

    private static void RunHtml(byte[] bytes)
    {
        var page = new FetchedDocument
        {
            Address = "https://a.example/page",
            Outcome = FetchOutcome.Fetched,
            Body = bytes,
            At = DateTimeOffset.UnixEpoch,
        };
        var record = PageLinks.FindRecord(page);
        Require(record is null || FetchedSubmission.IsAddress(record) || record.Length > 2048, "a link is an address");
    }

    private static void RunForm(byte[] bytes) => RunRequest(bytes, $"multipart/form-data; boundary={Boundary}");

    private static void RunBody(byte[] bytes) => RunRequest(bytes, "application/json");

    private static void RunRequest(byte[] bytes, string type)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = type;
        context.Request.Body = new MemoryStream(bytes);
        var request = VerificationRequest.ReadAsync(context.Request, CancellationToken.None).GetAwaiter().GetResult();
        Require(
            request.Fault is not null || request.Given == 1, "a request that is taken gives exactly one thing");
        Require((request.File?.Length ?? 0) <= MultipartFields.LargestField, "a file is no larger than is read");
    }

    private static void RunAddress(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        _ = FetchedSubmission.IsAddress(text);
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && FetchableAddress.Allows(address, allowLoopback: false))
        {
            Require(address.Scheme == Uri.UriSchemeHttps, "only https is fetched");
            Require(
                !IPAddress.TryParse(address.IdnHost, out var literal) || PublicNetwork.Contains(literal),
                "no address that is not public is fetched");
            Require(
                literal is not null || address.IdnHost.Contains('.', StringComparison.Ordinal),
                "no bare name is fetched");
        }
    }

    private static void RunCaching(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        string? Line(int index) => index < lines.Length && lines[index].Length > 0 ? lines[index] : null;
        var headers = new CacheHeaders
        {
            Status = int.TryParse(Line(5), out var status) ? status : 200,
            CacheControl = Line(0),
            Age = Line(1),
            Date = Line(2),
            Expires = Line(3),
            Vary = Line(4),
        };
        var fresh = Freshness.Of(headers, new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
        Require(fresh is null || fresh >= TimeSpan.Zero, "no time is negative");
    }

    private static string Part(string disposition, string content) =>
        $"--{Boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
