using System.Net.Http.Json;
using System.Text.Json;
using Badges.Server.Features.BadgeClasses;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Testing;

/// <summary>The programme's badges in a test application, published and awarded as programs do it.</summary>
public static class TestAwards
{
    public const string Badge = "delissage-de-dechets-textiles";
    public const string OtherBadge = "travailler-en-equipe";

    private static readonly object[] Evidence =
        [new { name = "Séance au poste", narrative = "Un lot complet, puis un retour sur le travail." }];

    public static async Task PublishProgrammeAsync(this TestApp app, params string[] slugs)
    {
        var wanted = ImportBadgeClasses.ProgrammeBadges()
            .Where(text => slugs.Contains(ImportBadgeClasses.TryRead(text)?.Slug));
        var outcome = await app.Services.GetRequiredService<ImportBadgeClasses>()
            .RunAsync(wanted, CancellationToken.None);
        if (outcome.Imported.Count != slugs.Length)
        {
            throw new InvalidOperationException($"Not every badge was imported: {string.Join(", ", slugs)}.");
        }
    }

    /// <summary>
    /// Awards the badge as the structure's own program; the answer holds the addresses of every form.
    /// </summary>
    public static Task<JsonElement> AwardAsync(this TestApp app, string badge, string givenName = "Amina") =>
        app.PostAwardAsync(new
        {
            badgeClass = badge,
            recipient = new { givenName, familyName = "Exemple" },
            evidence = Evidence,
        });

    /// <summary>A badge that is tied to the person's e-mail address.</summary>
    public static Task<JsonElement> AwardToEmailAsync(this TestApp app, string badge, string email) =>
        app.PostAwardAsync(new
        {
            badgeClass = badge,
            recipient = new { givenName = "Amina", familyName = "Exemple", email },
            evidence = Evidence,
            identity = "email",
        });

    /// <summary>The receipt of a verification of what stands at an address, as JSON or as a page.</summary>
    public static async Task<byte[]> MakeReceiptAsync(this TestApp app, string? url, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/verifications/receipts")
        {
            Content = JsonContent.Create(new { url }),
        };
        request.Headers.Accept.ParseAdd(mediaType);
        using var answer = await app.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public static async Task RevokeAsync(this TestApp app, string id)
    {
        using var structure = app.ClientWithKey(app.StructureKey);
        using var answer = await structure.PostAsJsonAsync($"/api/v1/awards/{id}/revocation", new { reason = "error" });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> PostAwardAsync(this TestApp app, object award)
    {
        using var structure = app.ClientWithKey(app.StructureKey);
        using var answer = await structure.PostAsJsonAsync("/api/v1/awards", award);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
