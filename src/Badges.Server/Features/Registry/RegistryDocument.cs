using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Verification;
using Badges.Server.Calendar;
using Badges.Server.Storage;

namespace Badges.Server.Features.Registry;

/// <summary>
/// Our registry in the shape that the verifier of the Digital Credentials Consortium reads, a map from DID to
/// <c>name</c>, <c>url</c> and <c>location</c>, with the members beside them that a reader needs who judges a badge as
/// of its date. It is the same text in every process, all day long, unless something is recorded.
/// </summary>
public static class RegistryDocument
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document without its proof.</summary>
    /// <param name="did">Who signs it.</param>
    public static string Write(OwnRegistry registry, string did, Func<string, string> address, DateTimeOffset now) =>
        new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["name"] = registry.Name,
                ["url"] = address(RegistryPages.Path),
                ["issuer"] = did,
                ["created"] = Instant(registry.Structures.Min(each => each.Organization.CreatedAt)),
                ["updated"] = Instant(UpdatedAt(registry, now)),
            },
            ["registry"] = new JsonObject(
                Listed(registry, ParisCalendar.DayOf(now))
                    .Select(each => KeyValuePair.Create(each.Did, (JsonNode?)Entry(each, address)))),
        }.ToJsonString(Readable);

    /// <summary>Those that are or were recognised: one that will be is not yet.</summary>
    public static IEnumerable<RegisteredStructure> Listed(OwnRegistry registry, DateOnly today) =>
        registry.Structures.Where(each => each.Recognised.Any(period => period.From <= today));

    /// <summary>The last change on record, and no earlier than today: an old copy is known by it.</summary>
    public static DateTimeOffset UpdatedAt(OwnRegistry registry, DateTimeOffset now) => registry.Structures
        .SelectMany(each => each.Periods.Select(period => period.RecordedAt).Append(each.Organization.CreatedAt))
        .Append(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero))
        .Max();

    private static JsonObject Entry(RegisteredStructure structure, Func<string, string> address)
    {
        var organization = structure.Organization;
        var entry = new JsonObject
        {
            ["name"] = organization.Name,
            ["url"] = organization.Website ?? address($"/issuers/{organization.Slug}"),
        };
        Add(entry, "location", organization.Town is { } town ? $"{town}, France" : "France");
        Add(entry, "legalName", organization.LegalName);
        Add(entry, "kind", EnumText.Of(organization.Kind));
        Add(entry, "siret", organization.Siret);
        Add(entry, "town", organization.Town);
        Add(entry, "department", organization.Department);
        entry["recognised"] = new JsonArray([.. structure.Recognised.Select(Period)]);
        Add(entry, "closedOn", Day(organization.ClosedOn));
        entry["page"] = address($"/issuers/{organization.Slug}");
        entry["alsoKnownAs"] = new JsonArray([.. structure.OtherIds.Select(id => (JsonNode)JsonValue.Create(id))]);
        return entry;
    }

    private static JsonNode Period(RecognisedPeriod period)
    {
        var json = new JsonObject { ["from"] = Day(period.From) };
        Add(json, "to", Day(period.To));
        return json;
    }

    private static void Add(JsonObject to, string name, string? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
