using System.Security.Claims;
using Badges.Server.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace Badges.Server.Web;

/// <summary>
/// What every page needs to know of the person who looks at it. Bound by minimal APIs in page handlers.
/// </summary>
public sealed record Viewer
{
    public const string EncadrantRole = "encadrant";
    public const string ReferentRole = "referent";
    public const string AdministratorRole = "administrator";

    public Language Language { get; init; }
    public string? DisplayName { get; init; }
    public bool IsSignedIn { get; init; }
    public bool MayAward { get; init; }
    public bool IsReferent { get; init; }
    public bool IsAdministrator { get; init; }

    /// <summary>The path and query of the request, to come back to after the language was changed.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The public address of this service, without a slash at its end.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>
    /// Makes the hidden field against forged posts. It sets a cookie: only a page with a form asks for it.
    /// </summary>
    public Func<AntiforgeryField>? IssueAntiforgeryField { get; init; }

    public static ValueTask<Viewer> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Viewer Of(HttpContext context)
    {
        var user = context.User;
        var isSignedIn = user.Identity?.IsAuthenticated == true;
        return new Viewer
        {
            Language = Languages.Of(context.Request),
            DisplayName = isSignedIn ? user.FindFirstValue(ClaimTypes.Name) : null,
            IsSignedIn = isSignedIn,
            MayAward = user.IsInRole(EncadrantRole) || user.IsInRole(ReferentRole) || user.IsInRole(AdministratorRole),
            IsReferent = user.IsInRole(ReferentRole),
            IsAdministrator = user.IsInRole(AdministratorRole),
            Path = context.Request.PathBase + context.Request.Path + context.Request.QueryString,
            PublicUrl = context.RequestServices.GetRequiredService<BadgesOptions>().Address(""),
            IssueAntiforgeryField = () => AntiforgeryField.For(context),
        };
    }

    /// <summary>The text in the language of the person who looks.</summary>
    public string Pick(string fr, string en) => Language == Language.English ? en : Typography.French(fr);

    /// <summary>
    /// A text that came in the language of the person who looks, set as that language sets its marks.
    /// </summary>
    public string Set(string text) => Language == Language.English ? text : Typography.French(text);
}

/// <summary>The hidden field that proves that a post comes from one of our own forms.</summary>
public sealed record AntiforgeryField(string Name, string Value)
{
    public static AntiforgeryField For(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new AntiforgeryField(tokens.FormFieldName, tokens.RequestToken ?? "");
    }
}
