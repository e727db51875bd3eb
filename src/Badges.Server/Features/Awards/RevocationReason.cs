namespace Badges.Server.Features.Awards;

/// <summary>Why a badge was taken back. The list is closed: what is published cannot say anything about a person.</summary>
public enum RevocationReason
{
    Error,
    Duplicate,
    CriteriaNotMet,
    Replaced,
    KeyCompromised,
    Other,
}

/// <summary>The reasons in words.</summary>
public static class RevocationReasons
{
    /// <summary>What is published, and shown in French.</summary>
    public static string French(RevocationReason reason) => reason switch
    {
        RevocationReason.Error => "Remis par erreur",
        RevocationReason.Duplicate => "Remis deux fois",
        RevocationReason.CriteriaNotMet => "Critères non remplis",
        RevocationReason.Replaced => "Remplacé par un autre badge",
        RevocationReason.KeyCompromised => "Clé de la structure compromise",
        _ => "Autre raison",
    };

    public static string English(RevocationReason reason) => reason switch
    {
        RevocationReason.Error => "Awarded by mistake",
        RevocationReason.Duplicate => "Awarded twice",
        RevocationReason.CriteriaNotMet => "Criteria not met",
        RevocationReason.Replaced => "Replaced by another badge",
        RevocationReason.KeyCompromised => "The organisation's key was compromised",
        _ => "Another reason",
    };
}
