namespace Badges.Server.Features.Accounts;

/// <summary>How an e-mail address is compared: without blanks around it, in lower case.</summary>
public static class EmailAddress
{
    public static string Normalize(string email) => email.Trim().ToLowerInvariant();

    /// <summary>One @ with something on both sides and a dot behind it: what a typing error most often lacks.</summary>
    public static bool IsPlausible(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && email.IndexOf('@', at + 1) < 0 && email.Length <= 254
            && email.LastIndexOf('.') > at + 1 && !email.EndsWith('.') && !email.Any(char.IsWhiteSpace);
    }
}
