namespace Badges.Server.Features.Awards;

/// <summary>What is signed about evidence and criteria. A private item says that it exists, and commits to its content.</summary>
public static class EvidenceTexts
{
    public const string PrivateName = "preuve conservée par la structure";

    public static string PrivateNarrative(AwardEvidence evidence) => $"SHA-256 : {evidence.Sha256}";

    /// <summary>The criteria that were observed, as a list in Markdown.</summary>
    public static string Observed(Approved approved) =>
        "Ce qui a été observé :\n" + string.Join('\n', approved.Criteria.Select(criterion => $"- {criterion.French}"));
}
