namespace Badges.Credentials.Verification;

/// <summary>The checks of a verification report, by the names that the report gives them.</summary>
public static class CheckIds
{
    /// <summary>The record can be read.</summary>
    public const string Format = "format";

    /// <summary>Its words mean what they seem to mean.</summary>
    public const string Context = "context";

    /// <summary>It has what the standard asks for.</summary>
    public const string Schema = "schema";

    /// <summary>It says to whom it was awarded.</summary>
    public const string Subject = "subject";

    /// <summary>It says who issued it, and that can be found.</summary>
    public const string Issuer = "issuer";

    /// <summary>Nothing was changed since it was signed, or it is at its own address.</summary>
    public const string Proof = "proof";

    /// <summary>The key, or the address, belongs to the issuer.</summary>
    public const string Key = "key";

    /// <summary>A newer copy was looked for.</summary>
    public const string Refresh = "refresh";

    /// <summary>It was not withdrawn.</summary>
    public const string Status = "status";

    /// <summary>It is in force at this date.</summary>
    public const string Validity = "validity";

    /// <summary>The picture is the issuer's own.</summary>
    public const string Picture = "picture";

    /// <summary>It was awarded to the person asked about.</summary>
    public const string Recipient = "recipient";

    /// <summary>The evidence is what was signed for.</summary>
    public const string Evidence = "evidence";

    /// <summary>Endorsements are genuine.</summary>
    public const string Endorsements = "endorsements";

    /// <summary>The issuer is known.</summary>
    public const string Registry = "registry";

    /// <summary>All of them, in the order of the report.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Format, Context, Schema, Subject, Issuer, Proof, Key, Refresh, Status, Validity, Picture, Recipient, Evidence,
        Endorsements, Registry,
    ];

    /// <summary>The seven that decide whether the badge is genuine.</summary>
    public static IReadOnlyList<string> Decisive { get; } = [Format, Context, Schema, Subject, Issuer, Proof, Key];
}
