using System.Collections.ObjectModel;
using System.Text.Json;

namespace Badges.Server.Web;

/// <summary>Which field of a JSON body has a value of another type than expected, and what is expected.</summary>
public static class JsonFaults
{
    private const string Root = "$.";

    public static readonly IReadOnlyDictionary<string, string[]> None = ReadOnlyDictionary<string, string[]>.Empty;

    /// <summary>Empty when the text is no JSON object at all.</summary>
    public static IReadOnlyDictionary<string, string[]> ByField(JsonException fault, Language language) =>
        fault.Path is { } path && path.StartsWith(Root, StringComparison.Ordinal)
            ? new Dictionary<string, string[]> { [path[Root.Length..]] = [SentenceOf(fault, language)] }
            : None;

    /// <summary>The exception names the type that it wanted in its message only.</summary>
    private static string SentenceOf(JsonException fault, Language language)
    {
        var (french, english) = fault.Message switch
        {
            var message when Wants(message, nameof(DateOnly)) =>
                ("Une date qui existe, écrite AAAA-MM-JJ.", "A date that exists, written YYYY-MM-DD."),
            var message when Wants(message, nameof(Guid)) =>
                ("Un identifiant comme ceux des réponses de ce service.",
                    "An identifier like those in the answers of this service."),
            var message when Wants(message, nameof(Boolean)) =>
                ("true ou false, sans guillemets.", "true or false, without quotes."),
            var message when Wants(message, nameof(Int32)) =>
                ("Un nombre entier, sans guillemets.", "A whole number, without quotes."),
            var message when Wants(message, nameof(String)) =>
                ("Un texte, entre guillemets.", "A text, in quotes."),
            _ => ("Cette valeur n'a pas la forme attendue.", "This value does not have the form expected."),
        };
        return language == Language.English ? english : french;
    }

    private static bool Wants(string message, string type) =>
        message.Contains($"System.{type}]", StringComparison.Ordinal)
        || message.Contains($"System.{type}.", StringComparison.Ordinal);
}
