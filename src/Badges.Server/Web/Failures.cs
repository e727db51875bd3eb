using System.Text.Json;
using Badges.Server.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Web;

/// <summary>
/// Answers what no endpoint answered: an exception, or a status without a body. Kind pages for people, problems for
/// programs.
/// </summary>
public static class Failures
{
    public static IApplicationBuilder UseFailures(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerAsync,
            StatusCodeSelector = static exception => exception is BadHttpRequestException bad ? bad.StatusCode : 500,
            SuppressDiagnosticsCallback = static context => context.Exception is BadHttpRequestException,
        });
        return app.UseStatusCodePages(static context => AnswerAsync(context.HttpContext));
    }

    /// <summary>
    /// Right after routing: an address that does not exist, or not for this method or type, is answered at once.
    /// Further on, the policy that refuses whatever says nothing else would send it to the sign-in page.
    /// </summary>
    public static IApplicationBuilder UseRoutingRefusals(this IApplicationBuilder app) => app.Use(RefuseAsync);

    public static Task AnswerAsync(HttpContext context)
    {
        var viewer = Viewer.Of(context);
        var status = context.Response.StatusCode;
        IResult answer = Negotiation.WantsPage(context.Request)
            ? ErrorPage.Show(viewer, ErrorModel.Of(status, viewer.Language), status)
            : ProblemOf(context, status, viewer.Language);
        return answer.ExecuteAsync(context);
    }

    /// <summary>Names the field when the body of a request could not be read for one.</summary>
    private static ProblemHttpResult ProblemOf(HttpContext context, int status, Language language)
    {
        var text = StatusTexts.Of(status, language);
        return context.Features.Get<IExceptionHandlerFeature>()?.Error
            is BadHttpRequestException { InnerException: JsonException fault }
            ? Problems.Create(status, text.Code, text.Title, errors: JsonFaults.ByField(fault, language))
            : Problems.Create(status, text.Code, text.Title);
    }

    private static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            case { RequestDelegate: { } refusal }:
                return refusal(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
