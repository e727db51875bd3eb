namespace Badges.Credentials.Verification;

/// <summary>The language of a report's titles, details and sentence.</summary>
public enum ReportLanguage
{
    /// <summary>French.</summary>
    French,

    /// <summary>English.</summary>
    English,
}
