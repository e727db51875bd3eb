using System.Text.Json;

namespace Badges.Credentials.Proofs;

/// <summary>The kinds of embedded proofs that are verified here.</summary>
public static class Cryptosuites
{
    /// <summary>Data Integrity EdDSA Cryptosuites 1.0, section 3.2.</summary>
    public static Cryptosuite EddsaRdfc2022 { get; } = new()
    {
        Name = "eddsa-rdfc-2022",
        Canonicalization = Canonicalization.Rdfc,
        Algorithms = [JwsAlgorithms.EdDsa],
    };

    /// <summary>Data Integrity EdDSA Cryptosuites 1.0, section 3.3.</summary>
    public static Cryptosuite EddsaJcs2022 { get; } = new()
    {
        Name = "eddsa-jcs-2022",
        Canonicalization = Canonicalization.Jcs,
        Algorithms = [JwsAlgorithms.EdDsa],
    };

    /// <summary>Data Integrity ECDSA Cryptosuites 1.0, section 3.2.</summary>
    public static Cryptosuite EcdsaRdfc2019 { get; } = new()
    {
        Name = "ecdsa-rdfc-2019",
        Canonicalization = Canonicalization.Rdfc,
        Algorithms = [JwsAlgorithms.Es256, JwsAlgorithms.Es384],
    };

    /// <summary>Data Integrity ECDSA Cryptosuites 1.0, section 3.3.</summary>
    public static Cryptosuite EcdsaJcs2019 { get; } = new()
    {
        Name = "ecdsa-jcs-2019",
        Canonicalization = Canonicalization.Jcs,
        Algorithms = [JwsAlgorithms.Es256, JwsAlgorithms.Es384],
    };

    /// <summary>Data Integrity ECDSA Cryptosuites 1.0, section 3.6: base and derived proofs are verified.</summary>
    public static Cryptosuite EcdsaSd2023 { get; } = new()
    {
        Name = "ecdsa-sd-2023",
        Canonicalization = Canonicalization.Rdfc,
        Algorithms = [JwsAlgorithms.Es256],
        IsVerifiedOnly = true,
    };

    /// <summary>The name of <see cref="EddsaRdfc2022"/> before it was one.</summary>
    public static Cryptosuite Eddsa2022 { get; } = EddsaRdfc2022 with { Name = "eddsa-2022", IsVerifiedOnly = true };

    /// <summary>Data Integrity EdDSA Cryptosuites 1.0, appendix on Ed25519Signature2020.</summary>
    public static Cryptosuite Ed25519Signature2020 { get; } = EddsaRdfc2022 with
    {
        Name = "Ed25519Signature2020",
        Type = "Ed25519Signature2020",
        IsVerifiedOnly = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Cryptosuite> All { get; } =
    [
        EddsaRdfc2022, EddsaJcs2022, EcdsaRdfc2019, EcdsaJcs2019, EcdsaSd2023, Eddsa2022, Ed25519Signature2020,
    ];

    /// <summary>The suite of a proof, or null when it is none of these.</summary>
    public static Cryptosuite? Find(JsonElement proof)
    {
        if (proof.ValueKind is not JsonValueKind.Object || JsonStrings.TryGet(proof, "type") is not { } type)
        {
            return null;
        }

        var name = type == EddsaRdfc2022.Type ? JsonStrings.TryGet(proof, "cryptosuite") : type;
        return All.FirstOrDefault(suite => suite.Type == type && suite.Name == name);
    }
}
