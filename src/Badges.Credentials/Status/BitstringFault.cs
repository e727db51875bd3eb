namespace Badges.Credentials.Status;

/// <summary>Why an encoded list could not be read.</summary>
public enum BitstringFault
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>The text does not start with <c>u</c>, multibase's sign for base64url.</summary>
    NotMultibase,

    /// <summary>The rest is not base64url without padding.</summary>
    NotBase64Url,

    /// <summary>The bytes are not GZIP, or end early.</summary>
    NotGzip,

    /// <summary>More bytes come out than the caller allows.</summary>
    TooLong,
}
