namespace Badges.Credentials.Schemas;

/// <summary>
/// The schemas of our own, kept in <c>schemas/</c> of the repository and embedded. Those of Open Badges 3.0 come in two
/// forms: what issuers write, and what verifiers accept, where one value may stand for a list of one and the data model
/// may be 1.1. Open Badges 3.0, appendix A and B; Open Badges 2.0, data classes.
/// </summary>
public static class OpenBadgeSchemas
{
    private static readonly Lazy<JsonSchema> Achievement = Lazily("ob-v3p0", "achievementcredential.schema.json");
    private static readonly Lazy<JsonSchema> Endorsement = Lazily("ob-v3p0", "endorsementcredential.schema.json");
    private static readonly Lazy<JsonSchema> Profile3 = Lazily("ob-v3p0", "profile.schema.json");
    private static readonly Lazy<JsonSchema> WrittenAchievement = Canonical("AchievementCredential");
    private static readonly Lazy<JsonSchema> WrittenEndorsement = Canonical("EndorsementCredential");
    private static readonly Lazy<JsonSchema> WrittenProfile = Canonical("Profile");
    private static readonly Lazy<JsonSchema> Assertion2 = Lazily("ob-v2p0", "assertion.schema.json");
    private static readonly Lazy<JsonSchema> BadgeClass2 = Lazily("ob-v2p0", "badgeclass.schema.json");
    private static readonly Lazy<JsonSchema> Profile2 = Lazily("ob-v2p0", "profile.schema.json");
    private static readonly Lazy<JsonSchema> Endorsement2 = Lazily("ob-v2p0", "endorsement.schema.json");
    private static readonly Lazy<JsonSchema> Key2 = Lazily("ob-v2p0", "cryptographickey.schema.json");
    private static readonly Lazy<JsonSchema> RevocationList2 = Lazily("ob-v2p0", "revocationlist.schema.json");

    /// <summary>Open Badges 3.0 AchievementCredential, as verifiers accept it.</summary>
    public static JsonSchema AchievementCredential => Achievement.Value;

    /// <summary>Open Badges 3.0 EndorsementCredential, as verifiers accept it.</summary>
    public static JsonSchema EndorsementCredential => Endorsement.Value;

    /// <summary>Open Badges 3.0 Profile, as verifiers accept it.</summary>
    public static JsonSchema Profile => Profile3.Value;

    /// <summary>Open Badges 3.0 AchievementCredential, as issuers write it.</summary>
    public static JsonSchema CanonicalAchievementCredential => WrittenAchievement.Value;

    /// <summary>Open Badges 3.0 EndorsementCredential, as issuers write it.</summary>
    public static JsonSchema CanonicalEndorsementCredential => WrittenEndorsement.Value;

    /// <summary>Open Badges 3.0 Profile, as issuers write it.</summary>
    public static JsonSchema CanonicalProfile => WrittenProfile.Value;

    /// <summary>Open Badges 2.0 Assertion.</summary>
    public static JsonSchema Assertion => Assertion2.Value;

    /// <summary>Open Badges 2.0 BadgeClass.</summary>
    public static JsonSchema BadgeClass => BadgeClass2.Value;

    /// <summary>Open Badges 2.0 Profile of an issuer.</summary>
    public static JsonSchema IssuerProfile => Profile2.Value;

    /// <summary>Open Badges 2.0 Endorsement.</summary>
    public static JsonSchema HostedEndorsement => Endorsement2.Value;

    /// <summary>Open Badges 2.0 CryptographicKey.</summary>
    public static JsonSchema CryptographicKey => Key2.Value;

    /// <summary>Open Badges 2.0 RevocationList.</summary>
    public static JsonSchema RevocationList => RevocationList2.Value;

    private static Lazy<JsonSchema> Canonical(string name) =>
        Lazily("ob-v3p0", $"canonical.schema.json#/$defs/{name}");

    private static Lazy<JsonSchema> Lazily(string folder, string reference) => new(() =>
        JsonSchema.Load($$"""{"$ref": "{{reference}}"}""", file => Text(folder, file)));

    private static string? Text(string folder, string file)
    {
        using var stream = typeof(OpenBadgeSchemas).Assembly.GetManifestResourceStream($"{folder}/{file}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
