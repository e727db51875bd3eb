using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What the form shows: what was typed or stored, and what is wrong with it.</summary>
public sealed record BadgeFormModel
{
    /// <summary>As many as a badge may have: what a program wrote is never lost in the form.</summary>
    public const int Rows = ReadDefinition.MostRules;

    public required BadgeRequest Typed { get; init; }
    public string? ValidMonths { get; init; }

    /// <summary>Null for a new badge.</summary>
    public string? Slug { get; init; }

    public required IReadOnlyList<FieldError> Errors { get; init; }

    public bool IsNew => Slug is null;

    public static BadgeFormModel New() => new()
    {
        Typed = new BadgeRequest
        {
            Audience = "parcours",
            AwardPolicy = "all",
            AchievementType = AchievementTypes.Default,
        },
        Errors = [],
    };

    public static BadgeFormModel Of(Badge badge, BadgeVersion draft, IEnumerable<string> awarders) => new()
    {
        Typed = WriteRequest.Of(badge, draft) with { Awarders = [.. awarders] },
        ValidMonths = draft.ValidMonths is { } months ? $"{months}" : null,
        Slug = badge.Slug,
        Errors = [],
    };

    public static BadgeFormModel Of(BadgeForm form, string? slug, IReadOnlyList<FieldFault> faults) => new()
    {
        Typed = form.Typed,
        ValidMonths = form.ValidMonths,
        Slug = slug,
        Errors = ErrorsOf(faults),
    };

    /// <summary>Signed-in pages are French only.</summary>
    public static IReadOnlyList<FieldError> ErrorsOf(IEnumerable<FieldFault> faults) =>
        [.. faults.Select(fault => new FieldError(fault.Field, fault.In(Language.French)))];

    /// <summary>Rows beyond the first ones stay folded until one of them is used or wrong.</summary>
    public bool IsUsed(string name, int count, int beyond) =>
        count > beyond || Enumerable.Range(beyond, BadgeDefinition.MostCriteria).Any(index =>
            Errors.Any(error => error.Field?.StartsWith($"{name}[{index}]", StringComparison.Ordinal) == true));

    public CriterionRequest Criterion(int index) =>
        At(Typed.Criteria, index) ?? new CriterionRequest { Mandatory = true };

    public EvidenceRequest EvidenceAt(int index) => At(Typed.Evidence, index) ?? new EvidenceRequest();

    public AlignmentRequest Alignment(int index) => At(Typed.Alignments, index) ?? new AlignmentRequest();

    private static T? At<T>(IReadOnlyList<T?>? list, int index)
        where T : class => list is not null && index < list.Count ? list[index] : null;
}
