using System.Text.Json;

namespace Badges.Credentials.DataModel;

/// <summary>What the data model asks of a credential, before and apart from any proof. Verifiable Credentials Data
/// Model 2.0, sections 4 and 5; under the context of 1.1, that version's.</summary>
public static class CredentialModel
{
    /// <summary>In what the document is no credential; empty when it is one.</summary>
    public static IReadOnlyList<DataModelFault> FindFaults(JsonElement credential)
    {
        var faults = new ModelFaults();
        if (credential.ValueKind is not JsonValueKind.Object)
        {
            faults.Add("", "A credential is an object.");
            return faults.Found;
        }

        var version = ModelContexts.Check(credential, faults);
        faults.CheckUrl(credential, "", "id");
        faults.CheckType(credential, "", "VerifiableCredential");
        faults.CheckText(credential, "", "name");
        faults.CheckText(credential, "", "description");
        CheckIssuer(credential, faults);
        CheckSubjects(credential, faults);
        CheckPeriod(credential, version, faults);
        CheckParts(credential, version, faults);
        RelatedResource.Check(credential, faults);
        faults.CheckTyped(credential, "proof");
        return faults.Found;
    }

    private static void CheckIssuer(JsonElement credential, ModelFaults faults)
    {
        const string Pointer = "/issuer";
        credential.TryGetProperty("issuer", out var issuer);
        if (issuer.ValueKind is not JsonValueKind.Object)
        {
            if (!ModelUrl.Is(issuer))
            {
                faults.Add(Pointer, "issuer is a URL, or an object whose id is one.");
            }

            return;
        }

        faults.CheckUrl(issuer, Pointer, "id", isRequired: true);
        faults.CheckText(issuer, Pointer, "name");
        faults.CheckText(issuer, Pointer, "description");
    }

    private static void CheckSubjects(JsonElement credential, ModelFaults faults)
    {
        if (!credential.TryGetProperty("credentialSubject", out _))
        {
            faults.Add("/credentialSubject", "credentialSubject is required.");
        }

        foreach (var (subject, pointer) in faults.Objects(credential, "", "credentialSubject"))
        {
            faults.CheckUrl(subject, pointer, "id");
            if (subject.GetPropertyCount() == 0)
            {
                faults.Add(pointer, "A subject has one claim or more.");
            }
        }
    }

    private static void CheckPeriod(JsonElement credential, DataModelVersion? version, ModelFaults faults)
    {
        var isFirst = version is DataModelVersion.V1;
        var (start, end) = isFirst ? ("issuanceDate", "expirationDate") : ("validFrom", "validUntil");
        var from = faults.CheckInstant(credential, "", start, isRequired: isFirst);
        var until = faults.CheckInstant(credential, "", end);
        if (until < from)
        {
            faults.Add($"/{end}", $"{end} is not before {start}.");
        }
    }

    /// <summary>The members whose objects have a type, and for some an id (sections 4.5, 4.10, 4.11 and 5.4 to
    /// 5.6).</summary>
    private static void CheckParts(JsonElement credential, DataModelVersion? version, ModelFaults faults)
    {
        var isFirst = version is DataModelVersion.V1;
        (string Member, bool NeedsId)[] parts =
        [
            ("credentialStatus", isFirst), ("credentialSchema", true), ("refreshService", isFirst),
            ("termsOfUse", false), ("evidence", false),
        ];
        foreach (var (member, needsId) in parts)
        {
            foreach (var (part, pointer) in faults.Objects(credential, "", member))
            {
                faults.CheckType(part, pointer);
                faults.CheckUrl(part, pointer, "id", needsId);
                if (member == "credentialStatus")
                {
                    StatusEntryModel.Check(part, pointer, faults);
                }
            }
        }
    }
}
