using Badges.Server.Features.BadgeClasses;
using Badges.Server.Web;

namespace Badges.Server.Tests.Features.BadgeClasses;

/// <summary>A complete badge, as somebody writes it and as it is stored.</summary>
public static class BadgeSamples
{
    public static readonly Guid NetworkId = Guid.Parse("019c0000-0000-7000-8000-000000000001");

    public static readonly BadgeRequest Request = new()
    {
        Slug = "preparer-une-planche",
        Audience = "parcours",
        Sector = "Maraîchage",
        AwardPolicy = "all",
        AchievementType = "Competency",
        Name = "Préparer une planche de culture",
        ShortName = "Planche de culture",
        Description = "Ce badge rend visible la préparation d'une planche, du désherbage au semis.",
        EmployerSentence = "Cette personne prépare une planche de culture seule.",
        PlainSentence = "Vous savez préparer une planche de culture.",
        ImageAlt = "Badge rond : une bêche dans la terre.",
        Criteria =
        [
            new() { Text = "Désherber la planche sans abîmer le sol.", Mandatory = true },
            new() { Text = "Tracer des rangs droits au cordeau.", Mandatory = false },
        ],
        Evidence =
        [
            new() { Kind = "observation", Mandatory = true, Description = "Une planche préparée devant l'encadrant." },
        ],
        Alignments =
        [
            new()
            {
                Relation = "vise",
                TargetName = "Maraîcher",
                TargetUrl = "https://example.org/maraicher",
                Framework = "Fiches métiers",
                Code = "A1414",
                ReadOn = "2026-01-15",
            },
        ],
        Picture = Recipe,
    };

    public static PictureRequest Recipe => new()
    {
        Shape = "circle",
        Palette = "forest",
        Icon = "M4 4h16v16h-16z",
        ShortTitle = "Planche de culture",
    };

    public static readonly Badge Badge = new()
    {
        Id = Guid.Parse("019c0000-0000-7000-8000-000000000002"),
        Slug = "preparer-une-planche",
        OwnerOrganizationId = NetworkId,
        Audience = BadgeAudience.Parcours,
        Sector = "Maraîchage",
        AwardPolicy = AwardPolicy.All,
        CreatedAt = TestApp.Now,
    };

    public static BadgeVersion Draft { get; } = BuildDraft.From(
        Definition(Request),
        BuildDraft.Empty(Guid.Parse("019c0000-0000-7000-8000-000000000003"), "7Yb2pQx4mN8cRt5vKw3jHa", Badge.Id, 1) with
        {
            ImageId = Guid.Parse("019c0000-0000-7000-8000-000000000004"),
        },
        NewIds());

    public static BadgeVersion Published { get; } = Draft with
    {
        State = VersionState.Published,
        PublishedAt = TestApp.Now,
        Tag = "Maraîchage",
    };

    public static BadgeDefinition Definition(BadgeRequest request) =>
        ReadDefinition.Run(request).Definition ?? throw new InvalidOperationException("The sample is not well formed.");

    public static BadgeVersion WithEnglish(BadgeVersion version, BadgeText english) => version with
    {
        Texts = new Dictionary<Language, BadgeText>(version.Texts) { [Language.English] = english },
    };

    /// <summary>Ids that count up.</summary>
    public static Func<Guid> NewIds()
    {
        var last = 0;
        return () => new Guid(++last, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
    }
}
