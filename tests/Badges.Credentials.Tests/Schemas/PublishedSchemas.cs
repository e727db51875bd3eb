using System.Text.Json.Nodes;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Schemas;

/// <summary>
/// The schemas of Open Badges 3.0 as 1EdTech published them, changed by the few rules in which ours differ on purpose.
/// Under these rules ours must give the same answer to every document.
/// </summary>
internal static class PublishedSchemas
{
    private const string Absolute = @"^[A-Za-z][A-Za-z0-9+.-]*:\S+$";

    /// <summary>A published schema as it stands.</summary>
    public static JsonSchema AsPublished(string file) => JsonSchema.Load(Text(file));

    /// <summary>Every word of the vocabularies.</summary>
    public static IReadOnlyCollection<string> Words() => [.. Words(JsonNode.Parse(Text("achievementcredential.json")))];

    /// <summary>A document in its canonical form with every member that there is.</summary>
    public static JsonNode Everything(string name) =>
        new SchemaExample(Classes($"{name.ToLowerInvariant()}.json", name)).Of(name);

    /// <summary>The canonical form of a class, by our rules.</summary>
    public static JsonSchema Canonical(string name)
    {
        var classes = Classes($"{name.ToLowerInvariant()}.json", name);
        MakeIdentifiersAbsolute(classes);
        LetStatusGoWithoutId(classes);
        KnowEvidenceOfEndorsements(classes);
        RefuseNamesOfTheOtherModel(classes);
        return Load(classes, name);
    }

    /// <summary>The form of a class that verifiers accept, by our rules.</summary>
    public static JsonSchema Accepted(string name)
    {
        var classes = Classes("achievementcredential.json-ld.json", "AchievementCredential");
        RefuseLanguageMaps(classes);
        AskForTheWordOfTheClass(classes);
        AskForAListOfContexts(classes);
        MakeIdentifiersAbsolute(classes);
        RefuseNamesOfTheOtherModel(classes);
        AcceptDataModel1(classes);
        return Load(classes, name);
    }

    /// <summary>An identifier without a scheme names nothing to anybody else (Verifiable Credentials Data Model 2.0,
    /// section 4.4), and is dropped where a proof signs RDF. What is only shown or looked up later is left to those who
    /// look: the web address of a profile, the method of a proof.</summary>
    private static void MakeIdentifiersAbsolute(JsonObject classes)
    {
        var members = classes.SelectMany(each => Properties(each.Value!))
            .Where(member => member.Key is not ("url" or "verificationMethod")).Select(member => member.Value!);
        foreach (var schema in members.Concat(Branches(classes["ProfileRef"])))
        {
            if (schema["$comment"]?.ToString() is { } origin
                && (origin.StartsWith("Origin: URI ", StringComparison.Ordinal)
                    || origin.StartsWith("Origin: URL ", StringComparison.Ordinal)))
            {
                schema["pattern"] = Absolute;
            }
        }
    }

    /// <summary>Since document version 1.4 of the standard the id of a status is optional.</summary>
    private static void LetStatusGoWithoutId(JsonObject classes)
    {
        if (classes["CredentialStatus"] is { } status)
        {
            status["required"] = new JsonArray("type");
        }
    }

    /// <summary>The published form that accepts more, which is newer, gives endorsements evidence.</summary>
    private static void KnowEvidenceOfEndorsements(JsonObject classes)
    {
        if (classes["EndorsementCredential"] is { } endorsement)
        {
            var others = Classes("achievementcredential.json", "AchievementCredential");
            classes["Evidence"] ??= others["Evidence"]!.DeepClone();
            endorsement["properties"]!["evidence"] = JsonNode.Parse(
                """{"type": "array", "items": {"$ref": "#/$defs/Evidence"}}""");
        }
    }

    /// <summary>No context of Open Badges makes a map of languages out of a member: such an object says
    /// nothing.</summary>
    private static void RefuseLanguageMaps(JsonNode? node)
    {
        foreach (var map in Branches(node).Where(branch => branch["propertyNames"] is not null).ToList())
        {
            node!["oneOf"]!.AsArray().Remove(map);
        }

        foreach (var child in node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        })
        {
            RefuseLanguageMaps(child);
        }
    }

    /// <summary>A type that stands alone is the word of the class; the published form lets it be any word, and a
    /// credential, which needs two words, have one. 1EdTech's own validator refuses that too.</summary>
    private static void AskForTheWordOfTheClass(JsonObject classes)
    {
        foreach (var type in classes.SelectMany(each => Properties(each.Value!)).Where(member => member.Key == "type"))
        {
            if (Branches(type.Value).ToList() is [var alone, var list])
            {
                type.Value!["oneOf"]!.AsArray().Remove(alone);
                if (list["contains"]?["enum"] is { } words)
                {
                    type.Value["oneOf"]!.AsArray().Add(new JsonObject { ["enum"] = words.DeepClone() });
                }
            }
        }
    }

    /// <summary>A credential names both contexts, in their order; the address of the context has an alias.</summary>
    private static void AskForAListOfContexts(JsonObject classes)
    {
        foreach (var contexts in classes.SelectMany(each => Properties(each.Value!))
            .Where(member => member.Key == "@context"))
        {
            contexts.Value!["oneOf"]!.AsArray().RemoveAt(0);
            var items = contexts.Value["oneOf"]![0]!["items"]!;
            items[1] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    items[1]!.DeepClone(),
                    new JsonObject { ["const"] = "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld" }),
            };
        }
    }

    /// <summary>The dates of data model 1.1 mean nothing under 2.0.</summary>
    private static void RefuseNamesOfTheOtherModel(JsonObject classes)
    {
        foreach (var credential in Credentials(classes))
        {
            credential["properties"]!["issuanceDate"] = false;
            credential["properties"]!["expirationDate"] = false;
        }
    }

    /// <summary>Badges of Open Badges 3.0 and 3.0.1 were issued under data model 1.1; verifiers must read
    /// them.</summary>
    private static void AcceptDataModel1(JsonObject classes)
    {
        foreach (var (name, model2) in classes.Where(each => Credentials(classes).Contains(each.Value)).ToList())
        {
            var model1 = model2!.DeepClone();
            var properties = model1["properties"]!;
            properties["@context"]!["oneOf"]![0]!["items"]![0] =
                new JsonObject { ["const"] = "https://www.w3.org/2018/credentials/v1" };
            properties["issuanceDate"] = properties["validFrom"]!.DeepClone();
            properties["expirationDate"] = properties["validUntil"]!.DeepClone();
            properties["validFrom"] = false;
            properties["validUntil"] = false;
            var required = model1["required"]!.AsArray();
            required[required.IndexOf(required.First(each => each!.ToString() == "validFrom"))] = "issuanceDate";
            classes[name] = new JsonObject { ["anyOf"] = new JsonArray(model2.DeepClone(), model1) };
        }
    }

    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "enum", Value: JsonArray words }
            ? words.Select(word => word!.ToString())
            : Words(member.Value)),
        JsonArray items => items.SelectMany(Words),
        _ => [],
    };

    private static IEnumerable<JsonNode> Credentials(JsonObject classes) => classes.Select(each => each.Value!)
        .Where(each => each["required"]?.AsArray().Any(name => name!.ToString() == "validFrom") is true);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode schema) =>
        schema["properties"]?.AsObject() ?? [];

    private static IEnumerable<JsonNode> Branches(JsonNode? schema) => schema is JsonObject
        ? ((schema["oneOf"] ?? schema["anyOf"]) as JsonArray ?? []).Select(branch => branch!)
        : [];

    /// <summary>The classes of a published schema by name, the one of the root as well.</summary>
    private static JsonObject Classes(string file, string root)
    {
        var schema = JsonNode.Parse(Text(file))!.AsObject();
        var classes = schema["$defs"]!.DeepClone().AsObject();
        schema.Remove("$defs");
        schema.Remove("$id");
        classes[root] = schema;
        return classes;
    }

    private static JsonSchema Load(JsonObject classes, string name) => JsonSchema.Load(
        new JsonObject { ["$ref"] = $"#/$defs/{name}", ["$defs"] = classes.DeepClone() }.ToJsonString());

    private static string Text(string file) => File.ReadAllText(Path.Combine(SharedData.Vectors!, "schemas", file));
}
