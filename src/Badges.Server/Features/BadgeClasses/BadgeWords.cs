using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>How the values of a badge are said on screen.</summary>
public static class BadgeWords
{
    public static string Of(BadgeAudience audience, Language language) => (audience, language) switch
    {
        (BadgeAudience.Permanent, Language.English) => "For staff of the organisations",
        (BadgeAudience.Permanent, _) => "Pour les permanents",
        (BadgeAudience.Parcours, Language.English) => "For people in work integration",
        (BadgeAudience.Parcours, _) => "Pour les salariés en parcours",
        (_, Language.English) => "For everybody",
        _ => "Pour tous",
    };

    public static string Of(EvidenceKind kind, Language language) => (kind, language) switch
    {
        (EvidenceKind.AfestSession, Language.English) => "Training at work (AFEST)",
        (EvidenceKind.AfestSession, _) => "Séance AFEST",
        (EvidenceKind.Observation, Language.English) => "Observation",
        (EvidenceKind.Observation, _) => "Observation",
        (EvidenceKind.Production, Language.English) => "Something made",
        (EvidenceKind.Production, _) => "Réalisation",
        (EvidenceKind.Reflection, Language.English) => "A look back",
        (EvidenceKind.Reflection, _) => "Retour sur ce qui a été fait",
        (_, Language.English) => "Document",
        _ => "Document",
    };

    public static string Of(AlignmentRelation relation, Language language) => (relation, language) switch
    {
        (AlignmentRelation.Vise, Language.English) => "Aims at",
        (AlignmentRelation.Vise, _) => "Vise",
        (_, Language.English) => "Close to",
        _ => "Proche de",
    };

    public static string Of(AwardPolicy policy, Language language) => (policy, language) switch
    {
        (AwardPolicy.All, Language.English) => "Every organisation of the network",
        (AwardPolicy.All, _) => "Toutes les structures du réseau",
        (AwardPolicy.Listed, Language.English) => "The organisations that INAÉ listed",
        (AwardPolicy.Listed, _) => "Les structures listées par INAÉ",
        (_, Language.English) => "INAÉ alone",
        _ => "INAÉ seulement",
    };

    public static string Validity(int? months, Language language) => (months, language) switch
    {
        (null, Language.English) => "Does not expire",
        (null, _) => "N'expire pas",
        ({ } number, Language.English) => $"{number} months",
        ({ } number, _) => $"{number} mois",
    };
}
