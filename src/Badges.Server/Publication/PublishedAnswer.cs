using Microsoft.Net.Http.Headers;

namespace Badges.Server.Publication;

/// <summary>Writes a published document: with its entity tag, readable from any web page, without a cookie.</summary>
public sealed class PublishedAnswer(PublishedDocument document) : IResult
{
    // A picture opened by itself may style itself and show its own pixels, and nothing else.
    private const string DocumentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

    public PublishedDocument Document => document;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        CookielessAnswers.Mark(httpContext);
        response.Headers.ETag = document.ETag;
        response.Headers.CacheControl = CacheControlOf(document.Freshness);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = DocumentPolicy;
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (document.Status == StatusCodes.Status200OK && IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = document.Status;
        response.ContentType = ContentTypeOf(document.ContentType);
        response.ContentLength = document.Body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(document.Body, httpContext.RequestAborted);
        }
    }

    private bool IsKnown(HttpRequest request) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Tag.Equals(document.ETag, StringComparison.Ordinal));

    private static string CacheControlOf(Freshness freshness) => freshness switch
    {
        Freshness.Immutable => "public, max-age=31536000, immutable",
        Freshness.Private => "private, no-store",
        Freshness.Brief => "public, max-age=300",
        _ => "no-cache",
    };

    private static string ContentTypeOf(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{mediaType}; charset=utf-8" : mediaType;
}
