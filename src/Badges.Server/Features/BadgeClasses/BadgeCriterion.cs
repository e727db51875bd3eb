using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>One thing that can be observed: verb first.</summary>
public sealed record BadgeCriterion
{
    public required Guid Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required bool IsMandatory { get; init; }
    public required IReadOnlyDictionary<Language, string> Texts { get; init; }

    public string French => Texts[Language.French];

    public string In(Language language) => Texts.TryGetValue(language, out var text) ? text : French;
}
