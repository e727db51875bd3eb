using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.Verification;

/// <summary>A page whose text is at hand, or is kept once it is written.</summary>
public sealed class WrittenPage : IResult
{
    private const string Html = "text/html; charset=utf-8";

    private readonly byte[]? _html;
    private readonly RazorComponentResult? _page;
    private readonly Action<byte[]>? _keep;

    public WrittenPage(byte[] html) => _html = html;

    public WrittenPage(RazorComponentResult page, Action<byte[]> keep) => (_page, _keep) = (page, keep);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = _html ?? await WriteAsync(httpContext);
        httpContext.Response.ContentType = Html;
        httpContext.Response.ContentLength = html.Length;
        await httpContext.Response.Body.WriteAsync(html, httpContext.RequestAborted);
    }

    /// <summary>Lets the page write itself into memory.</summary>
    private async Task<byte[]> WriteAsync(HttpContext context)
    {
        using var text = new MemoryStream();
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        try
        {
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(text));
            await _page!.ExecuteAsync(context);
        }
        finally
        {
            context.Features.Set(body);
        }

        var html = text.ToArray();
        if (_page.StatusCode is null or StatusCodes.Status200OK)
        {
            _keep!(html);
        }

        return html;
    }
}
