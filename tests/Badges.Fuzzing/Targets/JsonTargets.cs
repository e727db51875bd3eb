using System.Security.Cryptography;
using System.Text;
using Badges.Credentials;
using Badges.Credentials.Contexts;
using Badges.Credentials.Verification;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.Jcs;
using Badges.LinkedData.JsonLd;
using Badges.LinkedData.Rdf;
using static Badges.Fuzzing.PropertyException;

namespace Badges.Fuzzing.Targets;

/// <summary>JSON, and the statements that JSON-LD makes.</summary>
public static class JsonTargets
{
    private const string Nested =
        """
        {"@context":{"@version":1.1,"ex":"https://example.org/","@vocab":"ex:v/",
          "knows":{"@id":"ex:knows","@type":"@id",
          "@container":"@set"},"in":{"@id":"ex:in","@container":["@graph","@id"]},"label":{"@id":"ex:l",
          "@container":"@language"},"n":"@nest","part":{"@reverse":"ex:part"},
          "list":{"@id":"ex:list","@container":"@list"},
          "T":{"@id":"ex:T","@context":{"inner":"ex:inner"}},"j":{"@id":"ex:j","@type":"@json"}},
         "@id":"ex:a","@type":"T","inner":1.5,"knows":["ex:b",{"@id":"_:x"}],"in":{"ex:g":{"a":1}},
         "label":{"fr":"é","en":"e"},"n":{"a":true},"part":{"@id":"_:x"},
         "list":[1,[2],{"@value":"x","@type":"ex:d"}],"j":{"b":[1,null]},
         "@included":[{"@id":"_:y","a":{"@id":"_:x"}}]}
        """;

    public static FuzzTarget Json { get; } = new("json", RunJson)
    {
        Seeds =
        [
            Bytes(FuzzBadges.Jcs), Bytes("""{"a":[1,-0.0,1e21,"\u00e9\ud83d\ude00",null,true,{"":{}}]}"""), Bytes("[]"),
        ],
        Words =
        [
            "\\ud800", "\\udc00", "1e308", "1e-400", "\"a\":1,", "[[[[[[[[", "\uFEFF", "\\u0000", "0.1",
            "9007199254740993",
        ],
        IsJson = true,
    };

    public static FuzzTarget JsonLd { get; } = new("jsonld", RunJsonLd)
    {
        Seeds = [Bytes(FuzzBadges.Rdfc), Bytes(FuzzBadges.Text), Bytes(Nested)],
        Words = ["@context", "@graph", "@reverse", "@nest", "@included", "_:b", "https://", "\\ud800", ":", "@"],
        IsJson = true,
        MostTime = TimeSpan.FromSeconds(2),
        MostAllocated = 256 * 1024 * 1024,
    };

    public static FuzzTarget NQuads { get; } = new("nquads", RunNQuads)
    {
        Seeds =
        [
            Bytes("_:a <https://e.example/p> \"x\\u00e9\\n\"@fr .\n"
                + "_:a <https://e.example/q> _:b <https://e.example/g> .\n"),
            Bytes("<urn:a> <urn:b> \"1\"^^<urn:c> .\n_:b <urn:p> _:a .\n_:a <urn:p> _:b .\n"),
        ],
        Words = ["_:c14n0", "^^<", "\\U0001F600", "\\uD800", "\"\"", "@en-", " .\n", "<", ">"],
        MostTime = TimeSpan.FromSeconds(2),
        MostAllocated = 256 * 1024 * 1024,
    };

    private static void RunJson(byte[] bytes)
    {
        var strict = StrictJson.TryParse(bytes, out var code);
        Require(strict is null == code.Length > 0, "what is refused has a code");
        var canonical = JsonCanonicalization.TryCanonicalize(bytes);
        if (strict is { } value)
        {
            var text = Bytes(value.GetRawText());
            Require(IJson.TryParse(text) is not null, "what is strict is I-JSON");
            var again = JsonCanonicalization.TryCanonicalize(text);
            Require(again is not null, "what is strict is canonicalised");
            Require(StrictJson.TryParse(again!, out _) is not null, "what is canonical is strict");
        }

        if (canonical is not null)
        {
            Require(
                JsonCanonicalization.TryCanonicalize(canonical).AsSpan().SequenceEqual(canonical),
                "what is canonical stays as it is");
        }
    }

    private static void RunJsonLd(byte[] bytes)
    {
        if (IJson.TryParse(bytes) is not { } document)
        {
            return;
        }

        foreach (var options in new[] { JsonLdOptions.Safe, JsonLdOptions.Default })
        {
            try
            {
                var dataset = JsonLdToRdf.Deserialize(document, BundledContexts.Documents, options);
                CanonicalizeTwice(dataset, options.IsSafe);
            }
            catch (JsonLdException)
            {
                // As documented.
            }
        }
    }

    private static void RunNQuads(byte[] bytes)
    {
        if (NQuadsReader.TryRead(Encoding.UTF8.GetString(bytes), out var fault) is { } dataset)
        {
            CanonicalizeTwice(dataset, isSafe: true);
            return;
        }

        Require(fault is not null, "what is not read has a fault");
    }

    private static void CanonicalizeTwice(RdfDataset dataset, bool isSafe)
    {
        try
        {
            var canonical = Rdfc10.Canonicalize(dataset, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);
            if (isSafe)
            {
                var text = canonical.ToString();
                var read = NQuadsReader.TryRead(text, out var fault);
                Require(read is not null, $"canonical N-Quads are read: {fault}");
                var again = Rdfc10.Canonicalize(read!, HashAlgorithmName.SHA256, CanonicalizationBudget.Default);
                Require(
                    again.ToString() == text,
                    "what is canonical stays as it is");
            }
        }
        catch (CanonicalizationBudgetException)
        {
            // As documented.
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
