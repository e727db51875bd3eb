namespace Badges.Credentials.Schemas;

/// <summary>
/// The schemas of our own, kept in <c>schemas/</c> of the repository and embedded: strict where the standard is, and
/// tolerant of one value standing for a list of one. Open Badges 3.0, appendix A and B; Open Badges 2.0, data classes.
/// </summary>
public static class OpenBadgeSchemas
{
    private static readonly Lazy<JsonSchema> Achievement = Lazily("ob-v3p0", "achievementcredential");
    private static readonly Lazy<JsonSchema> Endorsement = Lazily("ob-v3p0", "endorsementcredential");
    private static readonly Lazy<JsonSchema> Profile3 = Lazily("ob-v3p0", "profile");
    private static readonly Lazy<JsonSchema> Assertion2 = Lazily("ob-v2p0", "assertion");
    private static readonly Lazy<JsonSchema> BadgeClass2 = Lazily("ob-v2p0", "badgeclass");
    private static readonly Lazy<JsonSchema> Profile2 = Lazily("ob-v2p0", "profile");
    private static readonly Lazy<JsonSchema> Key2 = Lazily("ob-v2p0", "cryptographickey");
    private static readonly Lazy<JsonSchema> RevocationList2 = Lazily("ob-v2p0", "revocationlist");

    /// <summary>Open Badges 3.0 AchievementCredential, under the data model 2.0 or 1.1.</summary>
    public static JsonSchema AchievementCredential => Achievement.Value;

    /// <summary>Open Badges 3.0 EndorsementCredential.</summary>
    public static JsonSchema EndorsementCredential => Endorsement.Value;

    /// <summary>Open Badges 3.0 Profile.</summary>
    public static JsonSchema Profile => Profile3.Value;

    /// <summary>Open Badges 2.0 Assertion.</summary>
    public static JsonSchema Assertion => Assertion2.Value;

    /// <summary>Open Badges 2.0 BadgeClass.</summary>
    public static JsonSchema BadgeClass => BadgeClass2.Value;

    /// <summary>Open Badges 2.0 Profile of an issuer.</summary>
    public static JsonSchema IssuerProfile => Profile2.Value;

    /// <summary>Open Badges 2.0 CryptographicKey.</summary>
    public static JsonSchema CryptographicKey => Key2.Value;

    /// <summary>Open Badges 2.0 RevocationList.</summary>
    public static JsonSchema RevocationList => RevocationList2.Value;

    private static Lazy<JsonSchema> Lazily(string folder, string name) => new(() =>
        JsonSchema.Load(Text(folder, $"{name}.schema.json")!, file => Text(folder, file)));

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
