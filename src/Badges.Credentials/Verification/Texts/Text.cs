using System.Globalization;

namespace Badges.Credentials.Verification.Texts;

/// <summary>The same text in both languages; <c>{0}</c> stands for what it speaks of.</summary>
internal sealed record Text(string French, string English)
{
    public string In(ReportLanguage language, IReadOnlyList<string> arguments)
    {
        var text = language is ReportLanguage.French ? French : English;
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        // What is missing leaves no trace.
        object[] values = [.. arguments, .. Enumerable.Repeat(string.Empty, Math.Max(0, 4 - arguments.Count))];
        return string.Format(CultureInfo.InvariantCulture, text, values).Trim();
    }
}
