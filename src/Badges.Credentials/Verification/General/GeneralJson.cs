using System.Text.Json;

namespace Badges.Credentials.Verification.General;

/// <summary>JSON as it comes in, read as strictly as badges are.</summary>
public static class GeneralJson
{
    /// <summary>The value, or null when it is not JSON that everybody reads the same way (RFC 7493).</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> utf8) => StrictJson.TryParse(utf8, out _);
}
