namespace Badges.Credentials.Verification.Texts;

/// <summary>What the codes say that speak of the record itself, its proof and its key.</summary>
internal static class ProofTexts
{
    public static readonly Dictionary<string, Text> All = new(StringComparer.Ordinal)
    {
        [CheckCodes.ContextMissing] = new(
            "Le vocabulaire du standard n’est pas annoncé où il doit l’être : {0}",
            "The standard’s vocabulary is not announced where it must be: {0}"),
        [CheckCodes.ContextInline] = new(
            "Le badge redéfinit lui-même le sens de ses mots : c’est refusé.",
            "The badge redefines the meaning of its own words: that is refused."),
        [CheckCodes.ContextUnknown] = new(
            "Ce vocabulaire n’est pas connu ici : {0}",
            "This vocabulary is not known here: {0}"),
        [CheckCodes.ContextOwn] = new(
            "Vocabulaire supplémentaire, qui n’a pas été lu : {0}",
            "Additional vocabulary, not read: {0}"),
        [CheckCodes.MemberDisguised] = new(
            "Un élément se cache sous un autre nom : {0}",
            "A member hides under another name: {0}"),
        [CheckCodes.MemberUndefined] = new(
            "Aucun vocabulaire annoncé ne définit cet élément, que la signature ne couvre donc pas : {0}",
            "No vocabulary that is announced defines this member, so that it is not signed: {0}"),
        [CheckCodes.SchemaViolated] = new(
            "Ces éléments manquent ou ne sont pas comme le standard les demande : {0}",
            "These members are missing or not as the standard asks: {0}"),
        [CheckCodes.NoBadgeClass] = new(
            "La description du badge manque.",
            "The description of the badge is missing."),
        [CheckCodes.NoRecipient] = new(
            "Le badge ne dit pas à qui il a été remis.",
            "The badge does not say to whom it was awarded."),
        [CheckCodes.HashedOrNot] = new(
            "L’identité de la personne n’est pas écrite comme le badge l’annonce.",
            "The recipient’s identity is not written as the badge announces."),
        [CheckCodes.NoIssuer] = new(
            "La structure qui a remis le badge n’est pas connue.",
            "Who issued the badge is not known."),
        [CheckCodes.IssuerNotResolvable] = new(
            "Cet identifiant ne permet pas de retrouver la structure : {0}",
            "The issuer cannot be found by this identifier: {0}"),
        [CheckCodes.IssuerUnnamed] = new(
            "Le badge ne donne pas le nom de la structure.",
            "The badge does not give the issuer’s name."),

        [CheckCodes.NoProof] = new("Le badge ne porte aucune signature.", "The badge carries no signature."),
        [CheckCodes.SignatureWrong] = new(
            "La signature n’est pas bonne : le badge a été modifié, ou signé par une autre clé.",
            "The signature is wrong: the badge was changed, or signed with another key."),
        [CheckCodes.AlgorithmNotAllowed] = new(
            "Cette façon de signer n’est pas acceptée : {0}",
            "This way of signing is not accepted: {0}"),
        [CheckCodes.AlgorithmNotSupported] = new(
            "Cette façon de signer n’est pas encore contrôlée ici : {0}",
            "This way of signing is not checked here yet: {0}"),
        [CheckCodes.AlgorithmOfOtherKey] = new(
            "La signature dit {0}, la clé est faite pour {1}.",
            "The signature says {0}, the key is made for {1}."),
        [CheckCodes.HeaderNotAllowed] = new(
            "L’en-tête du jeton contient ce qui ne doit pas y être : {0}",
            "The token’s header holds what must not be there: {0}"),
        [CheckCodes.ClaimContradicts] = new(
            "Le jeton contredit le badge qu’il contient : {0}",
            "The token contradicts the badge in it: {0}"),
        [CheckCodes.ClaimMissing] = new(
            "Le jeton ne répète pas cet élément, que le standard demande : {0}",
            "The token does not repeat this member, which the standard asks for: {0}"),
        [CheckCodes.NoKeyNamed] = new(
            "La signature ne dit pas avec quelle clé la contrôler.",
            "The signature does not say which key it is checked with."),
        [CheckCodes.KeyNotUsable] = new(
            "La clé nommée n’est pas utilisable : mal formée, trop faible, ou d’un type inconnu.",
            "The key named cannot be used: malformed, too weak, or of an unknown type."),
        [CheckCodes.KeyWithdrawn] = new(
            "La structure n’emploie plus cette clé : son document dit qu’elle a été retirée, ou qu’elle a expiré.",
            "The issuer no longer uses this key: its document says that it was withdrawn, or that it expired."),
        [CheckCodes.KeyNotInDocument] = new(
            "La clé nommée n’est pas dans le document où elle devrait être.",
            "The key named is not in the document where it should be."),
        [CheckCodes.DidMethodUnknown] = new(
            "Cette sorte d’identifiant de clé n’est pas connue.",
            "This kind of key identifier is not known."),
        [CheckCodes.ProofSuiteUnknown] = new(
            "Cette sorte de signature n’existe pas : {0}",
            "There is no such kind of signature: {0}"),
        [CheckCodes.ProofSuiteNotSupported] = new(
            "Cette sorte de signature n’est pas encore contrôlée ici : {0}",
            "This kind of signature is not checked here yet: {0}"),
        [CheckCodes.ProofPurposeWrong] = new(
            "La signature n’est pas faite pour affirmer quelque chose.",
            "The signature is not made for asserting anything."),
        [CheckCodes.ProofDateWrong] = new(
            "La date de la signature n’est pas une date.",
            "The date of the signature is no date."),
        [CheckCodes.ProofExpired] = new(
            "La signature n’était faite que jusqu’au {0}.",
            "The signature was made until {0} only."),
        [CheckCodes.ProofUnreadable] = new(
            "La signature ne peut pas être lue : {0}",
            "The signature cannot be read: {0}"),
        [CheckCodes.TooIntricate] = new(
            "Le badge est construit de façon trop compliquée pour être contrôlé.",
            "The badge is built in too intricate a way to be checked."),
        [CheckCodes.OtherProofNotRead] = new(
            "Le badge porte aussi une signature d’une sorte qui n’est pas contrôlée ici : {0}",
            "The badge also carries a signature of a kind that is not checked here: {0}"),

        [CheckCodes.NoKey] = new(
            "La clé n’a pas été trouvée : on ne peut pas savoir à qui elle est.",
            "The key was not found: whose it is cannot be told."),
        [CheckCodes.KeyNotIssuers] = new(
            "La clé n’est pas à la structure que le badge nomme : {0}",
            "The key does not belong to the issuer that the badge names: {0}"),
        [CheckCodes.OtherController] = new(
            "Le document de la clé nomme un autre propriétaire : {0}",
            "The key’s document names another owner: {0}"),
        [CheckCodes.OutsideIssuerScope] = new(
            "Cette adresse n’est pas de celles où la structure publie ses badges : {0}",
            "This address is not among those where the issuer publishes badges: {0}"),
        [CheckCodes.ScopeIsWholeHost] = new(
            "La structure partage peut-être ce site avec d’autres : {0}",
            "The issuer may share this site with others: {0}"),
    };
}
