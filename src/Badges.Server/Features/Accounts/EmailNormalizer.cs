using Microsoft.AspNetCore.Identity;

namespace Badges.Server.Features.Accounts;

/// <summary>Identity asks for accounts by the same lower-case address as the rest of the service.</summary>
public sealed class EmailNormalizer : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) => email is null ? null : EmailAddress.Normalize(email);

    public string? NormalizeName(string? name) => NormalizeEmail(name);
}
