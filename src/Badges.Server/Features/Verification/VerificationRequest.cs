using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What came in to be checked, from a form or from a program. It is read into memory only: nobody's badge is ever
/// written to the disk.
/// </summary>
public sealed record VerificationRequest
{
    /// <summary>More than this is not even read to its end. Up to it, who sends too much still hears so.</summary>
    public const long LargestBody = 32 * 1024 * 1024;

    public byte[]? File { get; init; }
    public string? Url { get; init; }
    public string? Credential { get; init; }
    public string? Recipient { get; init; }
    public VerificationRequestFault? Fault { get; init; }

    /// <summary>How many of file, address and text were given: it has to be one.</summary>
    public int Given => (File is null ? 0 : 1) + (Url is null ? 0 : 1) + (Credential is null ? 0 : 1);

    public VerificationQuestion Question => new()
    {
        Address = Url,
        Bytes = File ?? Encoding.UTF8.GetBytes(Credential ?? ""),
        Recipient = Recipient,
    };

    /// <summary>Of a program: a form with a file, or JSON.</summary>
    public static async Task<VerificationRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        AllowLargeBody(request.HttpContext);
        if (request.HasJsonContentType())
        {
            return Checked(await ReadJsonAsync(request, cancellationToken));
        }

        return MultipartFields.Accepts(request)
            ? Checked(await ReadMultipartAsync(request, cancellationToken))
            : Refused(VerificationRequestFault.OtherType);
    }

    /// <summary>Of a page: a form with or without files. A field that was left empty was not given.</summary>
    public static async Task<VerificationRequest> ReadFormAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        AllowLargeBody(request.HttpContext);
        if (MultipartFields.Accepts(request))
        {
            return Checked(await ReadMultipartAsync(request, cancellationToken));
        }

        if (!request.HasFormContentType)
        {
            return Refused(VerificationRequestFault.OtherType);
        }

        var form = await request.ReadFormAsync(cancellationToken);
        return Checked(new VerificationRequest
        {
            Url = NotBlank(form["url"]),
            Credential = NotBlank(form["credential"]),
            Recipient = NotBlank(form["recipient"]),
        });
    }

    private static void AllowLargeBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }
    }

    private static async Task<VerificationRequest> ReadMultipartAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (await MultipartFields.ReadAsync(request, cancellationToken) is not { } fields)
        {
            return Refused(VerificationRequestFault.Malformed);
        }

        return fields.IsTooLarge
            ? Refused(VerificationRequestFault.TooLarge)
            : new VerificationRequest
            {
                File = fields.Find("file"),
                Url = NotBlank(fields.FindText("url")),
                Credential = NotBlank(fields.FindText("credential")),
                Recipient = NotBlank(fields.FindText("recipient")),
            };
    }

    private static async Task<VerificationRequest> ReadJsonAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (!await MultipartFields.CopyAsync(request.Body, body, MultipartFields.LargestField, cancellationToken))
        {
            return Refused(VerificationRequestFault.TooLarge);
        }

        try
        {
            using var json = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new VerificationRequest
                {
                    Url = Text(json.RootElement, "url"),
                    Credential = Text(json.RootElement, "credential"),
                    Recipient = Text(json.RootElement, "recipient"),
                }
                : Refused(VerificationRequestFault.Malformed);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Refused(VerificationRequestFault.Malformed); // not JSON, or a text with half a character
        }
    }

    private static string? Text(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null
            ? NotBlank(value.GetString())
            : null;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static VerificationRequest Checked(VerificationRequest request) =>
        request.Fault is null && request.Given != 1
            ? request with { Fault = VerificationRequestFault.NotExactlyOne }
            : request;

    private static VerificationRequest Refused(VerificationRequestFault fault) => new() { Fault = fault };
}

/// <summary>Why a request cannot be answered with a report.</summary>
public enum VerificationRequestFault
{
    /// <summary>None, or more than one, of file, address and text.</summary>
    NotExactlyOne,

    /// <summary>The form or the JSON is not well formed.</summary>
    Malformed,

    TooLarge,

    /// <summary>Neither a form nor JSON.</summary>
    OtherType,
}
