using System.Text.Json;
using Badges.Server.Callers;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// Brings in badges written as files (samples/badge-classes) and publishes them. A badge that is there stays.
/// </summary>
public sealed class ImportBadgeClasses(BadgeStore badges, DefineBadge define, PublishVersion publish)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
    };

    /// <param name="texts">One JSON document for each badge, each with its slug.</param>
    public async Task<Outcome> RunAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var imported = new List<string>();
        var present = new List<string>();
        var refused = new List<Refused>();
        foreach (var text in texts)
        {
            var request = TryRead(text);
            if (request?.Slug is not { Length: > 0 } slug)
            {
                refused.Add(new Refused("", [new("slug", "Ce texte n'est pas un badge.", "This text is no badge.")]));
            }
            else if (await badges.FindPublishedAsync(slug, cancellationToken) is not null)
            {
                present.Add(slug);
            }
            else if (await ImportAsync(slug, request, cancellationToken) is { } refusal)
            {
                refused.Add(new Refused(slug, refusal.Faults));
            }
            else
            {
                imported.Add(slug);
            }
        }

        return new Outcome(imported, present, refused);
    }

    /// <summary>The programme's own badges, which the assembly carries.</summary>
    public static IEnumerable<string> ProgrammeBadges()
    {
        var assembly = typeof(ImportBadgeClasses).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
            .Where(name => name.StartsWith("badge-classes/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The resource {name} cannot be read.");
            using var reader = new StreamReader(stream);
            yield return reader.ReadToEnd();
        }
    }

    public static BadgeRequest? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<BadgeRequest>(text, Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<BadgeRefused?> ImportAsync(
        string slug, BadgeRequest request, CancellationToken cancellationToken)
    {
        var defined = await define.RunAsync(request, Caller.Anonymous, cancellationToken);
        if (defined.Refusal is { Reason: not BadgeRefusal.SlugTaken } refusal)
        {
            return refusal;
        }

        return (await publish.RunAsync(slug, Caller.Anonymous, cancellationToken)).Refusal;
    }

    /// <summary>The slugs of the badges that are new, those that were there, and those that are refused.</summary>
    public sealed record Outcome(
        IReadOnlyList<string> Imported, IReadOnlyList<string> Present, IReadOnlyList<Refused> Refusals);

    public sealed record Refused(string Slug, IReadOnlyList<FieldFault> Faults);
}
