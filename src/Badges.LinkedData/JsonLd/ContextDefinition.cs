using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>One context definition, applied to a context that is being made. Context Processing, steps 5.5 to 5.13.
/// JSON-LD 1.1 API, section 4.1.</summary>
internal sealed class ContextDefinition(
    ContextProcessing processing, ActiveContext result, ContextProcessing.Settings settings)
{
    private readonly bool _isVersion10 = processing.IsVersion10;

    /// <summary>Applies it.</summary>
    /// <returns>The context that was given.</returns>
    public ActiveContext Apply(JsonElement context)
    {
        var members = JsonText.Map(context);
        if (members.TryGetValue("@version", out var version))
        {
            CheckVersion(version); // 5.5
        }

        if (members.TryGetValue("@import", out var import))
        {
            members = Import(import, members); // 5.6
        }

        if (settings.RemoteContexts.Count == 0 && members.TryGetValue("@base", out var documentBase))
        {
            result.Base = ReadBase(documentBase); // 5.7
        }

        if (members.TryGetValue("@vocab", out var vocab))
        {
            result.Vocab = ReadVocab(vocab); // 5.8
        }

        if (members.TryGetValue("@language", out var language))
        {
            result.Language = ReadLanguage(language); // 5.9
        }

        if (members.TryGetValue("@direction", out var direction))
        {
            result.Direction = Is11(direction) ? TermEntries.ReadDirection(direction) : null; // 5.10
        }

        if (members.TryGetValue("@propagate", out var propagate) && Is11(propagate)
            && JsonText.TryBoolean(propagate) is null)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidPropagateValue, propagate); // 5.11
        }

        var isProtected = members.TryGetValue("@protected", out var protection)
            && (JsonText.TryBoolean(protection)
                ?? throw JsonLdException.At(JsonLdErrorCodes.InvalidProtectedValue, protection));
        new TermCreation(processing, result, members, isProtected, settings).DefineAll(); // 5.12, 5.13
        return result;
    }

    private void CheckVersion(JsonElement version)
    {
        if (version.ValueKind is not JsonValueKind.Number || version.GetDouble() is not 1.1)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidVersionValue, version); // 5.5.1
        }

        if (_isVersion10)
        {
            throw JsonLdException.At(JsonLdErrorCodes.ProcessingModeConflict, version); // 5.5.2
        }
    }

    private Dictionary<string, JsonElement> Import(JsonElement import, Dictionary<string, JsonElement> members)
    {
        if (Is11(import) && import.ValueKind is not JsonValueKind.String)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidImportValue, import); // 5.6.2
        }

        var context = processing.Load(JsonText.Of(import), settings, out var address); // 5.6.3 to 5.6.5
        if (context.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidRemoteContext, address); // 5.6.6
        }

        if (Words.Find(context, "@import"u8) is not null)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidContextEntry, address); // 5.6.7
        }

        var merged = JsonText.Map(context);
        foreach (var (name, value) in members)
        {
            merged[name] = value; // 5.6.8
        }

        return merged;
    }

    private string? ReadBase(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null; // 5.7.2
        }

        var text = JsonText.Of(value, JsonLdErrorCodes.InvalidBaseIri);
        return IriReference.IsAbsolute(text) ? text // 5.7.3
            : result.Base is { } root ? processing.Iris.Resolve(root, text) // 5.7.4
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidBaseIri, value); // 5.7.5
    }

    private string? ReadVocab(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null; // 5.8.2
        }

        var text = JsonText.Of(value, JsonLdErrorCodes.InvalidVocabMapping);
        var isName = IriReference.IsAbsolute(text) || text.StartsWith("_:", StringComparison.Ordinal);
        var vocab = isName || !_isVersion10
            ? processing.Iris.Expand(result, text, isVocab: true, isDocumentRelative: true)
            : null;
        if (vocab is null || !(isName || IriReference.IsAbsolute(vocab) || result.Base is null))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidVocabMapping, value); // 5.8.3
        }

        if (!vocab.Contains(':', StringComparison.Ordinal))
        {
            result.Loss ??= $"relative @vocab {vocab}";
        }

        return vocab;
    }

    private string? ReadLanguage(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null; // 5.9.2
        }

        var language = JsonText.Of(value, JsonLdErrorCodes.InvalidDefaultLanguage); // 5.9.3
        if (!LanguageTag.IsWellFormed(language))
        {
            result.Loss ??= $"language tag {language}";
        }

        return language.ToLowerInvariant();
    }

    /// <summary>Whether a member may stand here.</summary>
    /// <exception cref="JsonLdException">It may not: the rules of JSON-LD 1.0 hold.</exception>
    private bool Is11(JsonElement member) => !_isVersion10
        ? true
        : throw JsonLdException.At(JsonLdErrorCodes.InvalidContextEntry, member);
}
