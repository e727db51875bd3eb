using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Proofs;

namespace Badges.Fuzzing.Submissions;

/// <summary>One thing to hand in, made when it is needed: some are large.</summary>
/// <param name="MayBeValid">Whether a genuine badge in it may be recognised. All others must never be valid.</param>
public sealed record Trick(string Name, Func<byte[]> Make, bool MayBeValid = false)
{
    /// <summary>Where the attacker's server stands, see <see cref="AttackersServer"/>.</summary>
    public const string Attacker = "https://attacker.example.org";

    public static Trick OfText(string name, Func<string> make, bool mayBeValid = false) =>
        new(name, () => Encoding.UTF8.GetBytes(make()), mayBeValid);

    /// <summary>The genuine badge, changed and then signed by its issuer, who is hostile here.</summary>
    public static Trick Signed(string name, Action<JsonObject> change, bool mayBeValid = true) =>
        OfText(name, () => FuzzBadges.Sign(Changed(FuzzBadges.Text, change), Cryptosuites.EddsaJcs2022), mayBeValid);

    /// <summary>The genuine badge, changed after it was signed.</summary>
    public static Trick Forged(string name, Action<JsonObject> change, bool mayBeValid = false) =>
        OfText(name, () => Changed(FuzzBadges.Jcs, change), mayBeValid);

    /// <summary>The genuine badge's text, after it was signed.</summary>
    public static Trick Spelt(string name, Func<string, string> change, bool mayBeValid = false) =>
        OfText(name, () => change(FuzzBadges.Jcs), mayBeValid);

    public static JsonArray Many(int count, Func<int, JsonNode?> make) => [.. Enumerable.Range(0, count).Select(make)];

    public static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Changed(string badge, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(badge)?.AsObject() ?? [];
        change(json);
        return json.ToJsonString(new() { MaxDepth = 2000 });
    }
}
