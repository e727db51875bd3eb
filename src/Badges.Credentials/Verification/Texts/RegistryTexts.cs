namespace Badges.Credentials.Verification.Texts;

/// <summary>What the codes say that speak of registries: which one, what it calls the issuer, and from when to
/// when.</summary>
internal static class RegistryTexts
{
    public static readonly Dictionary<string, Text> All = new(StringComparer.Ordinal)
    {
        [CheckCodes.RegistryNotAsked] = new(
            "Le registre des structures n’a pas été consulté.", "The registry of issuers was not asked."),
        [CheckCodes.IssuerUnknown] = new("Nous ne connaissons pas cette structure.", "We do not know this issuer."),
        [CheckCodes.IssuerImitates] = new(
            "Le nom de cette structure imite celui d’une structure connue.",
            "The name of this issuer imitates one that we know."),
        [CheckCodes.NameImitated] = new(
            "Le nom imité : « {1} », du registre « {0} ».", "The name imitated: “{1}”, of the registry “{0}”."),
        [CheckCodes.IssuerListed] = new(
            "Registre « {0} » : « {1} ». Ce registre ne dit pas depuis quand.",
            "Registry “{0}”: “{1}”. This registry does not say since when."),
        [CheckCodes.IssuerRecognisedSince] = new(
            "Registre « {0} » : « {1} », reconnue depuis le {2}.",
            "Registry “{0}”: “{1}”, recognised since {2}."),
        [CheckCodes.IssuerRecognisedUntil] = new(
            "Registre « {0} » : « {1} », reconnue du {2} au {3}.",
            "Registry “{0}”: “{1}”, recognised from {2} to {3}."),
        [CheckCodes.IssuerClosed] = new(
            "Elle a fermé depuis, le {0}. Ses badges restent vérifiables.",
            "It has closed since, on {0}. Its badges can still be checked."),
        [CheckCodes.IssuerRecognitionEnded] = new(
            "Cette reconnaissance a pris fin depuis.", "This recognition has ended since."),
        [CheckCodes.IssuerRecognisedLater] = new(
            "Registre « {0} » : « {1} » n’est reconnue que depuis le {2}, après la date de ce badge.",
            "Registry “{0}”: “{1}” is recognised only since {2}, after the date of this badge."),
        [CheckCodes.IssuerRecognisedBefore] = new(
            "Registre « {0} » : « {1} » a été reconnue du {2} au {3}, avant la date de ce badge.",
            "Registry “{0}”: “{1}” was recognised from {2} to {3}, before the date of this badge."),
        [CheckCodes.IssuerNeverRecognised] = new(
            "Registre « {0} » : « {1} » y est nommée, sans avoir été reconnue.",
            "Registry “{0}”: “{1}” is named there, and was never recognised."),
        [CheckCodes.IssueDateUnknown] = new(
            "Registre « {0} » : « {1} ». Mais ce badge ne dit pas quand il a été remis.",
            "Registry “{0}”: “{1}”. But this badge does not say when it was issued."),
        [CheckCodes.RegistriesAsked] = new("Registres consultés : {0}.", "Registries asked: {0}."),
        [CheckCodes.RegistryCopyOld] = new(
            "Notre copie de ce registre date du {0} : depuis, elle n’a pas pu être renouvelée.",
            "Our copy of this registry is of {0}: since then it could not be renewed."),
    };
}
