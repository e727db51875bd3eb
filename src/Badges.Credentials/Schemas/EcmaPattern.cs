using System.Text;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Schemas;

/// <summary>
/// A regular expression as JSON Schema writes it (ECMA-262, with its flag u), said in the dialect of .NET: there
/// <c>$</c> also stands before a last line break, <c>\d</c> and <c>\w</c> are wider, and a character beyond the basic
/// plane counts twice. JSON Schema 2019-09 (Core, section 6.4).
/// </summary>
internal static class EcmaPattern
{
    private const string Digit = "0-9";
    private const string Word = "a-zA-Z0-9_";
    private const string Space = @"\t\n\v\f\r\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    private const string LineEnd = @"\n\r\u2028\u2029";
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    /// <summary>Matches in time that grows with the text alone.</summary>
    /// <exception cref="FormatException">It is no such expression, or needs what has no such bound: a look around, a
    /// reference back.</exception>
    public static Regex ToRegex(string pattern)
    {
        try
        {
            return new(Translate(pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw NotKnown(pattern, fault);
        }
    }

    private static string Translate(string pattern)
    {
        var output = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    output.Append(Escape(pattern, ref at));
                    break;
                case '[':
                    output.Append(Class(pattern, ref at));
                    break;
                case '.':
                    output.Append(Except(LineEnd));
                    break;
                case '$':
                    output.Append(@"\z");
                    break;
                case '(' when at + 2 < pattern.Length && pattern[at + 1] == '?' && pattern[at + 2] != ':':
                    throw NotKnown(pattern);
                case var high when char.IsHighSurrogate(high) && at + 1 < pattern.Length:
                    output.Append("(?:").Append(high).Append(pattern[++at]).Append(')');
                    break;
                case var other:
                    output.Append(other);
                    break;
            }
        }

        return output.ToString();
    }

    /// <summary>An escape outside a class of characters.</summary>
    private static string Escape(string pattern, ref int at) => Next(pattern, ref at) switch
    {
        'd' => $"[{Digit}]",
        'D' => Except(Digit),
        'w' => $"[{Word}]",
        'W' => Except(Word),
        's' => $"[{Space}]",
        'S' => Except(Space),
        var other => Same(pattern, ref at, other),
    };

    private static string Class(string pattern, ref int at)
    {
        var isNegated = at + 1 < pattern.Length && pattern[at + 1] == '^';
        at += isNegated ? 1 : 0;
        var members = new StringBuilder();
        while (true)
        {
            switch (Next(pattern, ref at))
            {
                case ']':
                    return isNegated ? Except(members.ToString()) : members.Length == 0 ? "(?!)" : $"[{members}]";
                case '\\':
                    members.Append(Next(pattern, ref at) switch
                    {
                        'd' => Digit,
                        'w' => Word,
                        's' => Space,
                        'D' or 'W' or 'S' => throw NotKnown(pattern),
                        var other => Same(pattern, ref at, other),
                    });
                    break;
                case '[':
                    members.Append(@"\[");
                    break;
                case var half when char.IsSurrogate(half):
                    throw NotKnown(pattern);
                case var other:
                    members.Append(other);
                    break;
            }
        }
    }

    /// <summary>Escapes that both dialects write the same way.</summary>
    private static string Same(string pattern, ref int at, char escaped) => escaped switch
    {
        't' or 'n' or 'v' or 'f' or 'r' or '0' or 'c' or 'x' or 'p' or 'P' => $@"\{escaped}",
        'u' when at + 1 < pattern.Length && pattern[at + 1] != '{' => @"\u",
        _ when !char.IsAsciiLetterOrDigit(escaped) => $@"\{escaped}",
        _ => throw NotKnown(pattern),
    };

    /// <summary>One character that is none of these, also one of two code units.</summary>
    private static string Except(string members) => $@"(?:[^{members}\uD800-\uDFFF]|{Pair})";

    private static char Next(string pattern, ref int at) =>
        ++at < pattern.Length ? pattern[at] : throw NotKnown(pattern);

    private static FormatException NotKnown(string pattern, Exception? cause = null) =>
        new($"The pattern '{pattern}' is not known here.", cause);
}
