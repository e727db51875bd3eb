namespace Badges.Server.Web.Pages;

/// <summary>One line of the table of periods.</summary>
public sealed record RetentionLine
{
    public required string WhatInFrench { get; init; }
    public required string WhatInEnglish { get; init; }
    public required string KeptInFrench { get; init; }
    public required string KeptInEnglish { get; init; }
}

/// <summary>What is kept and how long, as <c>/confidentialite</c> shows it.</summary>
public static class Retention
{
    public static IReadOnlyList<RetentionLine> Lines { get; } =
    [
        new()
        {
            WhatInFrench = "Ce que vous montrez pour vérifier un badge",
            WhatInEnglish = "What you show to check a badge",
            KeptInFrench = "Le temps de la réponse, en mémoire seulement",
            KeptInEnglish = "For the time of the answer, in memory only",
        },
        new()
        {
            WhatInFrench = "Le badge publié (sans nom)",
            WhatInEnglish = "The published badge (without a name)",
            KeptInFrench = "Tant que le service existe, pour qu'il reste vérifiable",
            KeptInEnglish = "As long as the service exists, so that it can still be checked",
        },
        new()
        {
            WhatInFrench = "Prénom, nom, adresse e-mail, référence de la personne",
            WhatInEnglish = "First name, family name, e-mail address, reference of the person",
            KeptInFrench = "Tant que la structure suit la personne ; effacés à sa demande",
            KeptInEnglish = "As long as the organisation supports the person; erased when they ask",
        },
        new()
        {
            WhatInFrench = "Preuves privées",
            WhatInEnglish = "Private evidence",
            KeptInFrench = "Avec le badge ; effacées à la demande de la personne",
            KeptInEnglish = "With the badge; erased when the person asks",
        },
        new()
        {
            WhatInFrench = "Comptes des professionnels",
            WhatInEnglish = "Accounts of staff",
            KeptInFrench = "Jusqu'à leur fermeture par la structure",
            KeptInEnglish = "Until the organisation closes them",
        },
        new()
        {
            WhatInFrench = "Journal des actions (des codes, ni nom ni texte)",
            WhatInEnglish = "Journal of actions (codes, no name and no text)",
            KeptInFrench = "Tant que le service existe",
            KeptInEnglish = "As long as the service exists",
        },
        new()
        {
            WhatInFrench = "Langue choisie, sur votre appareil",
            WhatInEnglish = "Language chosen, on your device",
            KeptInFrench = "Un an",
            KeptInEnglish = "One year",
        },
    ];
}
