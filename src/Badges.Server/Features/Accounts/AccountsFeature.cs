using Badges.Server.Callers;
using Badges.Server.Secrets;
using Badges.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace Badges.Server.Features.Accounts;

public static class AccountsFeature
{
    private const string CookieOrKey = "CookieOrKey";

    public static IServiceCollection AddAccounts(this IServiceCollection services, BadgesOptions options)
    {
        services.AddDataProtection()
            .SetApplicationName("badges")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataDirectory, "sessions")));
        services.AddOptions<KeyManagementOptions>().Configure<KeyWrapping>(
            (keys, wrapping) => keys.XmlEncryptor = new SessionKeyEncryptor(wrapping));
        services.AddSingleton<AccountStore>();
        services.AddSingleton<CreateAccount>();
        services.AddSingleton<CreateApiKey>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, EmailNormalizer>();
        services.AddIdentityCore<Account>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                identity.Password.RequiredLength = CreateAccount.ShortestPassword;
            })
            .AddUserStore<IdentityUserStore>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaimsFactory>()
            .AddDefaultTokenProviders();

        services.AddAuthentication(CookieOrKey)
            .AddPolicyScheme(CookieOrKey, CookieOrKey, policy => policy.ForwardDefaultSelector = context =>
                ApiKeyAuthentication.IsUsedBy(context.Request)
                    ? ApiKeyAuthentication.SchemeName
                    : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = "badges.session";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SecurePolicy = options.IsHttps
                    ? CookieSecurePolicy.Always
                    : CookieSecurePolicy.SameAsRequest;
                cookie.LoginPath = SignInPages.Path;
                cookie.ReturnUrlParameter = SignInPages.ReturnParameter;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = true;
                cookie.Events.OnValidatePrincipal = AccountClaimsFactory.RenewAsync;
                cookie.Events.OnRedirectToLogin = AnswerApi(StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
            });
        services.AddAuthorization(Access.Configure);
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes) => SignInPages.Map(routes);

    private static Func<RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task>
        AnswerApi(int status) => context =>
        {
            if (context.Request.Path.StartsWithSegments("/api"))
            {
                context.Response.StatusCode = status;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };

    private static Func<RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task>
        Answer(int status) => context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
}
