using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.DataModel;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Awards;

namespace Badges.Server.Features.CredentialApi;

/// <summary>Issues any credential that the data model allows, in the name of one of the API's own keys.</summary>
public sealed class IssueCredential(PublishedStatusLists lists, TimeProvider time)
{
    /// <summary>The credential in JSON: an object, or for a token of data model 1.1 a string.</summary>
    public (string? Credential, IssueRefusal? Refusal) Run(IssueCommand command)
    {
        if (FindFault(command.Credential) is { } fault)
        {
            return (null, fault);
        }

        var credential = PreparedCredential.Of(command.Credential, command.Issuer);
        AddStatuses(credential, command);
        var text = credential.ToJsonString(PreparedCredential.Plain);
        return command.Issuer.Cryptosuite is { } suite
            ? Sign(text, suite, command)
            : (Envelop(text, command.Issuer), null);
    }

    private static IssueRefusal? FindFault(JsonElement credential)
    {
        var faults = CredentialModel.FindFaults(credential);
        if (faults.Count > 0)
        {
            return new IssueRefusal("MALFORMED_VALUE_ERROR", "The credential is not what the data model asks for.",
                faults.GroupBy(fault => fault.Pointer)
                    .ToDictionary(group => group.Key, group => group.Select(fault => fault.Rule).ToArray()));
        }

        return RelatedResource.In(credential).FirstOrDefault(each => each.MatchesPublished() is false) is { } resource
            ? IssueRefusal.Of(
                "CRYPTOGRAPHIC_SECURITY_ERROR", "A digest is wrong.", "/relatedResource",
                $"{resource.Id} was published with another digest.")
            : null;
    }

    private void AddStatuses(JsonObject credential, IssueCommand command)
    {
        foreach (var purpose in command.StatusPurposes)
        {
            var (address, position) = lists.Take(command.Issuer, purpose);
            PreparedCredential.AddStatus(credential, purpose, address, position);
        }
    }

    private (string? Credential, IssueRefusal? Refusal) Sign(string text, Cryptosuite suite, IssueCommand command)
    {
        var options = new ProofOptions
        {
            VerificationMethod = command.Issuer.VerificationMethod,
            Created = time.GetUtcNow(),
            Id = command.ProofId,
            PreviousProofs = command.PreviousProofs,
        };
        try
        {
            var signed = DataIntegrity.Sign(text, suite, command.Issuer.Key, options, GeneralContexts.Documents);
            return (PreparedCredential.WithSingleProof(signed), null);
        }
        catch (ArgumentException exception)
        {
            return (null, IssueRefusal.Of(
                "PROOF_GENERATION_ERROR", "The credential cannot be signed without loss.", "", exception.Message));
        }
    }

    private static string Envelop(string text, CredentialIssuer issuer)
    {
        var token = GeneralJwt.Sign(text, issuer.Key, issuer.VerificationMethod);
        return GeneralJwt.IsPayload(JsonElement.Parse(text)) ? Envelope.Of(token) : $"\"{token}\"";
    }
}
