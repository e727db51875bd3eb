namespace Badges.Credentials.Verification;

/// <summary>
/// Why a check failed or did not run, and what is said beside an outcome. The values are part of the public contract:
/// they keep their meaning. What each says to a person stands in <see cref="Texts.ReportTexts"/>.
/// </summary>
public static class CheckCodes
{
    // What was handed in
    public const string Empty = "empty";
    public const string TooLarge = "tooLarge";
    public const string UnknownPicture = "unknownPicture";
    public const string PictureUnreadable = "pictureUnreadable";
    public const string NotABadge = "notABadge";
    public const string NotUtf8 = "notUtf8";
    public const string NotJson = "notJson";
    public const string NotAToken = "notAToken";
    public const string TooDeep = "tooDeep";
    public const string DuplicateMember = "duplicateMember";
    public const string BrokenCharacter = "brokenCharacter";
    public const string NumberOutOfRange = "numberOutOfRange";
    public const string TwoRecords = "twoRecords";
    public const string CompressedRecord = "compressedRecord";
    public const string WrongChunk = "wrongChunk";
    public const string RecordUnreadable = "recordUnreadable";
    public const string NoAddress = "noAddress";
    public const string NothingRead = "nothingRead";
    public const string OldFormat = "oldFormat";
    public const string OldFormatNotChecked = "oldFormatNotChecked";
    public const string BakedInOldWay = "bakedInOldWay";
    public const string OlderCopyBeside = "olderCopyBeside";
    public const string CopyDiffers = "copyDiffers";

    // Documents that a check needs
    public const string AddressNotAllowed = "addressNotAllowed";
    public const string AddressForbidden = "addressForbidden";
    public const string DocumentNotFetched = "documentNotFetched";
    public const string DocumentNotFound = "documentNotFound";
    public const string DocumentUnreachable = "documentUnreachable";
    public const string DocumentTooLarge = "documentTooLarge";
    public const string DocumentUnreadable = "documentUnreadable";
    public const string IdDiffers = "idDiffers";
    public const string WasMoved = "wasMoved";
    public const string WithdrawnAtAddress = "withdrawnAtAddress";

    // context, schema, subject, issuer
    public const string ContextMissing = "contextMissing";
    public const string ContextInline = "contextInline";
    public const string ContextUnknown = "contextUnknown";
    public const string ContextOwn = "contextOwn";
    public const string MemberDisguised = "memberDisguised";
    public const string MemberUndefined = "memberUndefined";
    public const string SchemaViolated = "schemaViolated";
    public const string NoBadgeClass = "noBadgeClass";
    public const string NoRecipient = "noRecipient";
    public const string HashedOrNot = "hashedOrNot";
    public const string NoIssuer = "noIssuer";
    public const string IssuerNotResolvable = "issuerNotResolvable";
    public const string IssuerUnnamed = "issuerUnnamed";

    // proof
    public const string NoProof = "noProof";
    public const string SignatureWrong = "signatureWrong";
    public const string AlgorithmNotAllowed = "algorithmNotAllowed";
    public const string AlgorithmOfOtherKey = "algorithmOfOtherKey";
    public const string HeaderNotAllowed = "headerNotAllowed";
    public const string ClaimContradicts = "claimContradicts";
    public const string ClaimMissing = "claimMissing";
    public const string NoKeyNamed = "noKeyNamed";
    public const string KeyNotUsable = "keyNotUsable";
    public const string KeyNotInDocument = "keyNotInDocument";
    public const string DidMethodUnknown = "didMethodUnknown";
    public const string ProofSuiteUnknown = "proofSuiteUnknown";
    public const string ProofSuiteNotSupported = "proofSuiteNotSupported";
    public const string ProofPurposeWrong = "proofPurposeWrong";
    public const string ProofDateWrong = "proofDateWrong";
    public const string ProofExpired = "proofExpired";
    public const string ProofUnreadable = "proofUnreadable";
    public const string TooIntricate = "tooIntricate";
    public const string OtherProofNotRead = "otherProofNotRead";

    // key
    public const string NoKey = "noKey";
    public const string KeyNotIssuers = "keyNotIssuers";
    public const string OtherController = "otherController";
    public const string KeyWithdrawn = "keyWithdrawn";
    public const string OutsideIssuerScope = "outsideIssuerScope";
    public const string ScopeIsWholeHost = "scopeIsWholeHost";

    // refresh, status, validity
    public const string NoRefreshService = "noRefreshService";
    public const string RefreshNotTried = "refreshNotTried";
    public const string RefreshTypeUnknown = "refreshTypeUnknown";
    public const string RefreshedSame = "refreshedSame";
    public const string RefreshedJudged = "refreshedJudged";
    public const string RefreshedOlder = "refreshedOlder";
    public const string RefreshedUnreadable = "refreshedUnreadable";
    public const string RefreshedOther = "refreshedOther";
    public const string RefreshedNotGenuine = "refreshedNotGenuine";
    public const string RefreshedNotChecked = "refreshedNotChecked";
    public const string NoStatus = "noStatus";
    public const string Revoked = "revoked";
    public const string Suspended = "suspended";
    public const string Withdrawn = "withdrawn";
    public const string StatusTypeUnknown = "statusTypeUnknown";
    public const string StatusEntryUnreadable = "statusEntryUnreadable";
    public const string OtherPurpose = "otherPurpose";
    public const string PurposeUnknown = "purposeUnknown";
    public const string NewerAnnounced = "newerAnnounced";
    public const string StatusMessage = "statusMessage";
    public const string ListUnsigned = "listUnsigned";
    public const string ListUnsignedButOwn = "listUnsignedButOwn";
    public const string ListUnsignedButNamed = "listUnsignedButNamed";
    public const string ListNotVerified = "listNotVerified";
    public const string ListForged = "listForged";
    public const string ListOfOtherIssuer = "listOfOtherIssuer";
    public const string ListOfOtherAddress = "listOfOtherAddress";
    public const string ListElsewhere = "listElsewhere";
    public const string ListUnreadable = "listUnreadable";
    public const string ListTooLarge = "listTooLarge";
    public const string ListExpired = "listExpired";
    public const string ListShort = "listShort";
    public const string PurposeDiffers = "purposeDiffers";
    public const string IndexOutOfRange = "indexOutOfRange";
    public const string Expired = "expired";
    public const string NotYetValid = "notYetValid";
    public const string DateUnreadable = "dateUnreadable";

    // picture, recipient, evidence, endorsements, registry
    public const string NoPicture = "noPicture";
    public const string PictureNotCompared = "pictureNotCompared";
    public const string PictureNotNamed = "pictureNotNamed";
    public const string PictureOfOtherKind = "pictureOfOtherKind";
    public const string PictureDiffers = "pictureDiffers";
    public const string NobodyAsked = "nobodyAsked";
    public const string OtherRecipient = "otherRecipient";
    public const string RecipientNotComparable = "recipientNotComparable";
    public const string NoEvidence = "noEvidence";
    public const string EvidenceNotRead = "evidenceNotRead";
    public const string NoEndorsement = "noEndorsement";
    public const string EndorsementsNotRead = "endorsementsNotRead";
    public const string EndorsementNotGenuine = "endorsementNotGenuine";
    public const string EndorsementNotChecked = "endorsementNotChecked";
    public const string EndorsesSomethingElse = "endorsesSomethingElse";
    public const string EndorsedBy = "endorsedBy";
    public const string EndorsedByItself = "endorsedByItself";
    public const string RegistryNotAsked = "registryNotAsked";
    public const string IssuerUnknown = "issuerUnknown";
    public const string IssuerImitates = "issuerImitates";
    public const string NameImitated = "nameImitated";
    public const string IssuerListed = "issuerListed";
    public const string IssuerRecognisedSince = "issuerRecognisedSince";
    public const string IssuerRecognisedUntil = "issuerRecognisedUntil";
    public const string IssuerClosed = "issuerClosed";
    public const string IssuerRecognitionEnded = "issuerRecognitionEnded";
    public const string IssuerRecognisedLater = "issuerRecognisedLater";
    public const string IssuerRecognisedBefore = "issuerRecognisedBefore";
    public const string IssuerNeverRecognised = "issuerNeverRecognised";
    public const string IssueDateUnknown = "issueDateUnknown";
    public const string RegistriesAsked = "registriesAsked";
    public const string RegistryCopyOld = "registryCopyOld";

    // a receipt in the place of a badge
    public const string NotOfReceipt = "notOfReceipt";
    public const string ReceiptOfItsDay = "receiptOfItsDay";
    public const string ReceiptMalformed = "receiptMalformed";
    public const string PageChanged = "pageChanged";
}
