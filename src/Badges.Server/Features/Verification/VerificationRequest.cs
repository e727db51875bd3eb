using System.Text;
using System.Text.Json;
using Badges.Credentials.Verification;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What came in to be checked, from a form or from a program. It is read into memory only: nobody's badge is ever
/// written to the disk.
/// </summary>
public sealed record VerificationRequest
{
    /// <summary>More than this is not even read to its end. Up to it, who sends too much still hears so.</summary>
    public const long LargestBody = 32 * 1024 * 1024;

    /// <summary>A member that stands there twice would be read otherwise by another reader.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public ReadOnlyMemory<byte>? File { get; init; }
    public string? Url { get; init; }
    public string? Credential { get; init; }
    public string? Recipient { get; init; }
    public VerificationRequestFault? Fault { get; init; }

    /// <summary>Whether one of the fields was given twice.</summary>
    public bool HasRepeated { get; init; }

    /// <summary>How many of file, address and text were given: it has to be one.</summary>
    public int Given => (File is null ? 0 : 1) + (Url is null ? 0 : 1) + (Credential is null ? 0 : 1);

    public VerificationQuestion QuestionAt(string? address) => new()
    {
        Address = address,
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

        return IsPlainForm(request)
            ? Checked(await ReadPlainFormAsync(request, cancellationToken))
            : Refused(VerificationRequestFault.OtherType);
    }

    /// <summary>A form without files. One with files and no boundary between its parts cannot be read at all.</summary>
    private static bool IsPlainForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static async Task<VerificationRequest> ReadPlainFormAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return new VerificationRequest
            {
                Url = NotBlank(form["url"].FirstOrDefault()),
                Credential = NotBlank(form["credential"].FirstOrDefault()),
                Recipient = NotBlank(form["recipient"].FirstOrDefault()),
                HasRepeated = form.Any(field => field.Value.Count > 1),
            };
        }
        catch (InvalidDataException)
        {
            // The framework stops at a field that is longer than any badge, and at a thousand fields.
            return Refused(request.ContentLength > Submission.MaximumTextBytes
                ? VerificationRequestFault.TooLarge
                : VerificationRequestFault.Malformed);
        }
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
                HasRepeated = fields.HasRepeated,
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
            using var json = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length), Strict);
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
        request.Fault is null && (request.Given != 1 || request.HasRepeated)
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

    /// <summary>On the page: it is asked whether it is this person, by something that is no e-mail address.</summary>
    RecipientIsNoAddress,
}
