using System.Text.Json;

namespace Badges.Credentials.DataModel;

/// <summary>What the data model asks of a presentation, apart from its proofs and from the credentials in it.
/// Verifiable Credentials Data Model 2.0, section 4.13.</summary>
public static class PresentationModel
{
    /// <summary>In what the document is no presentation; empty when it is one.</summary>
    public static IReadOnlyList<DataModelFault> FindFaults(JsonElement presentation)
    {
        var faults = new ModelFaults();
        if (presentation.ValueKind is not JsonValueKind.Object)
        {
            faults.Add("", "A presentation is an object.");
            return faults.Found;
        }

        var version = ModelContexts.Check(presentation, faults);
        faults.CheckUrl(presentation, "", "id");
        faults.CheckType(presentation, "", "VerifiablePresentation");
        CheckHolder(presentation, faults);
        CheckCredentials(presentation, version, faults);
        faults.CheckTyped(presentation, "proof");
        faults.CheckTyped(presentation, "termsOfUse");
        return faults.Found;
    }

    private static void CheckHolder(JsonElement presentation, ModelFaults faults)
    {
        if (!presentation.TryGetProperty("holder", out var holder) || ModelUrl.Is(holder))
        {
            return;
        }

        if (holder.ValueKind is JsonValueKind.Object)
        {
            faults.CheckUrl(holder, "/holder", "id", isRequired: true);
        }
        else
        {
            faults.Add("/holder", "holder is a URL, or an object whose id is one.");
        }
    }

    /// <summary>Objects only; data model 1.1 knew tokens as strings.</summary>
    private static void CheckCredentials(JsonElement presentation, DataModelVersion? version, ModelFaults faults)
    {
        var hasTokens = version is DataModelVersion.V1
            && presentation.TryGetProperty("verifiableCredential", out var value)
            && (value.ValueKind is JsonValueKind.String
                || (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(
                    each => each.ValueKind is JsonValueKind.String or JsonValueKind.Object)));
        if (!hasTokens)
        {
            faults.CheckTyped(presentation, "verifiableCredential");
        }
    }
}
