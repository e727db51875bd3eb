using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>
/// A JSON Schema 2019-09, limited to the keywords that Open Badges schemas assert. A keyword it does not know is an
/// error when the schema is loaded, never a rule that is silently not applied; <c>format</c> is asserted.
/// </summary>
public sealed class JsonSchema
{
    private readonly SchemaRule _root;

    private JsonSchema(SchemaRule root) => _root = root;

    /// <summary>Reads a schema.</summary>
    /// <param name="json">The schema.</param>
    /// <param name="siblings">The text of another file that a <c>$ref</c> names, or null when there is none.</param>
    /// <exception cref="FormatException">It is not a schema made of the known keywords, or a reference leads nowhere or
    /// round in a circle.</exception>
    public static JsonSchema Load(string json, Func<string, string?>? siblings = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(new SchemaCompiler(siblings ?? (_ => null)).Compile(json));
    }

    /// <summary>All that the schema does not allow in the document; empty when it is as it should be. Where none of
    /// several forms fits, the faults are those of the form that it comes nearest to.</summary>
    public IReadOnlyList<SchemaViolation> Validate(JsonElement document)
    {
        if (Accepts(document))
        {
            return [];
        }

        var root = SchemaPlace.Root();
        _root(document, root);
        return root.Found;
    }

    /// <summary>Whether the schema allows the document.</summary>
    public bool Accepts(JsonElement document) => _root(document, null);
}
