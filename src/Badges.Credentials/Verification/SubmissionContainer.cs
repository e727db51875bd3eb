namespace Badges.Credentials.Verification;

/// <summary>In what a badge was handed in.</summary>
public enum SubmissionContainer
{
    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>An SVG picture.</summary>
    Svg,

    /// <summary>A JSON text.</summary>
    Json,

    /// <summary>A token in three parts.</summary>
    Jwt,

    /// <summary>An address of the web.</summary>
    Url,

    /// <summary>A page of the web: never handed in, but found behind an address.</summary>
    Html,

    /// <summary>A PDF file, which can carry a receipt.</summary>
    Pdf,
}
