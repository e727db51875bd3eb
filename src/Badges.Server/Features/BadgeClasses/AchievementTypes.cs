namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// The terms of Open Badges 3.0, section C.1, that open recognition may use: none that claims a diploma.
/// </summary>
public static class AchievementTypes
{
    public const string Default = "Competency";

    public static IReadOnlyList<string> All { get; } =
    [
        "Competency", "Achievement", "Assessment", "Assignment", "Award", "Badge", "CoCurricular", "CommunityService",
        "Course", "Fieldwork", "LearningProgram", "Membership", "MicroCredential",
    ];
}
