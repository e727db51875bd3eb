using System.Text.Json;
using Badges.Credentials.DataModel;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.General;

/// <summary>What is found of one document, while it is looked at.</summary>
internal sealed class Findings
{
    public List<GeneralProblem> Errors { get; } = [];

    public List<GeneralProblem> Warnings { get; } = [];

    /// <summary>Takes what the data model finds; true when it finds nothing.</summary>
    public bool Take(IReadOnlyList<DataModelFault> faults)
    {
        Errors.AddRange(
            faults.Select(fault => GeneralProblem.Malformed($"{fault.Pointer} {fault.Rule}".TrimStart())));
        return faults.Count == 0;
    }

    /// <summary>Claims of a token that say otherwise than the credential in it.</summary>
    public void Contradiction(JsonElement claims, VerifiableCredential credential)
    {
        if (TokenClaims.FindContradiction(claims, credential) is { } claim)
        {
            Errors.Add(GeneralProblem.Malformed($"The claim {claim} of the token contradicts the credential."));
        }
    }

    public GeneralAnswer ToAnswer() => new() { Errors = Errors, Warnings = Warnings };
}
