using Badges.Server.Callers;
using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Badges.Server.Features.Accounts;

/// <summary>Signing in and out.</summary>
public static class SignInPages
{
    public const string Path = "/connexion";
    public const string ReturnParameter = "retour";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(Path, SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn)
            .ExcludeFromDescription();
        routes.MapPost("/deconnexion", SignOutAsync).RequireAuthorization(Access.SignedIn).ExcludeFromDescription();
    }

    private static RazorComponentResult Show(Viewer viewer, [FromQuery(Name = ReturnParameter)] string? returnTo) =>
        SignInPage.Show(viewer, new SignInModel { ReturnTo = returnTo });

    private static async Task<IResult> SignInAsync(
        [FromForm] SignInForm? form, Viewer viewer, UserManager<Account> accounts, SignInManager<Account> signIn,
        IPasswordHasher<Account> hasher)
    {
        form ??= new SignInForm(); // no field was posted
        var account = await accounts.FindByEmailAsync(form.Email ?? "");
        var mayTry = account is { DisabledAt: null, PasswordHash: not null }
            && !await accounts.IsLockedOutAsync(account);
        var outcome = account is not null && mayTry
            ? await signIn.CheckPasswordSignInAsync(account, form.Password ?? "", lockoutOnFailure: true)
            : RefuseAfterTheSameWork(hasher, form.Password ?? "");
        if (account is null || !outcome.Succeeded)
        {
            return SignInPage.Show(
                viewer,
                new SignInModel { Email = form.Email, ReturnTo = form.ReturnTo, Error = Explain(viewer) },
                StatusCodes.Status422UnprocessableEntity);
        }

        await signIn.SignInAsync(account, isPersistent: true);
        return TypedResults.LocalRedirect(LocalPath.OrHome(form.ReturnTo, "/remises"));
    }

    private static async Task<RedirectHttpResult> SignOutAsync(
        IFormCollection _, SignInManager<Account> signIn)
    {
        await signIn.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.LocalRedirect("/");
    }

    /// <summary>
    /// Whoever measures the time learns nothing about which addresses have an account, nor which are locked.
    /// </summary>
    private static SignInResult RefuseAfterTheSameWork(IPasswordHasher<Account> hasher, string password)
    {
        hasher.HashPassword(Nobody, password);
        return SignInResult.Failed;
    }

    /// <summary>One sentence for all refusals: a sentence about locked accounts would tell that there is one.</summary>
    private static string Explain(Viewer viewer) => viewer.Pick(
        "L'adresse ou le mot de passe n'est pas le bon. Après cinq essais, attendez cinq minutes.",
        "The address or the password is not right. After five tries, wait five minutes.");

    private static readonly Account Nobody = new()
    {
        Id = Guid.Empty,
        EmailNormalized = "",
        DisplayName = "",
        SecurityStamp = "",
        Locale = "fr",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}

/// <summary>What the browser posts.</summary>
public sealed record SignInForm
{
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? ReturnTo { get; init; }
}

/// <summary>What the page shows.</summary>
public sealed record SignInModel
{
    public string? Email { get; init; }
    public string? ReturnTo { get; init; }
    public string? Error { get; init; }
}
