using System.Text.Json;
using Badges.Credentials.Contexts;

namespace Badges.Credentials.DataModel;

/// <summary>The contexts of a document. Data Model 2.0, section 4.3; 1.1, section 4.1.</summary>
internal static class ModelContexts
{
    /// <summary>Judges them, and tells the version that they begin with; null when they begin with none.</summary>
    public static DataModelVersion? Check(JsonElement document, ModelFaults faults)
    {
        const string Pointer = "/@context";
        document.TryGetProperty("@context", out var value);
        List<JsonElement> contexts = value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray()],
            JsonValueKind.String => [value],
            _ => [],
        };
        if (contexts.Skip(1).Any(context => context.ValueKind is not JsonValueKind.Object && !ModelUrl.Is(context)))
        {
            faults.Add(Pointer, "Every context is a URL or an object.");
        }

        DataModelVersion? version = contexts is [var first, ..] ? JsonStrings.TryGet(first) switch
        {
            KnownContexts.DataModel2 => DataModelVersion.V2,
            KnownContexts.DataModel1 => DataModelVersion.V1,
            _ => null,
        } : null;
        if (version is null)
        {
            faults.Add(Pointer, $"The first context is {KnownContexts.DataModel2} or {KnownContexts.DataModel1}.");
        }

        return version;
    }
}

/// <summary>The versions of the data model.</summary>
internal enum DataModelVersion
{
    /// <summary>Verifiable Credentials Data Model 1.1.</summary>
    V1,

    /// <summary>Verifiable Credentials Data Model 2.0.</summary>
    V2,
}
