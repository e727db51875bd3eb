using System.Text;
using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Context Processing. JSON-LD 1.1 API, section 4.1.</summary>
internal sealed class ContextProcessing(ContextDocuments documents, bool isVersion10)
{
    private const int MaximumRemoteContexts = 32;
    private const int MaximumWork = 256;
    private const int MaximumKeptLength = 1024;

    private int _work;

    /// <summary>The context of a node that has a <c>@context</c>.</summary>
    public ActiveContext Process(ActiveContext active, JsonElement local) => Addresses(local) is { } addresses
        ? active.Derive(addresses, false, () => Process(active, local, new() { BaseAddress = active.OriginalBase }))
        : Process(active, local, new() { BaseAddress = active.OriginalBase });

    /// <summary>The context within a term that has one of its own.</summary>
    public ActiveContext ProcessScoped(ActiveContext active, TermDefinition term, bool isTypeScoped) => active.Derive(
        term, isTypeScoped, () => Process(active, term.LocalContext!.Value, new()
        {
            BaseAddress = term.BaseAddress,
            OverridesProtected = !isTypeScoped,
            Propagates = !isTypeScoped,
            IsShared = true,
        }));

    /// <summary>Whether a scoped context can be processed at all. Create Term Definition, step 21.3.</summary>
    public void Validate(ActiveContext active, JsonElement local, Settings settings)
    {
        try
        {
            Process(active, local, settings with { OverridesProtected = true, ValidatesScoped = false });
        }
        catch (JsonLdException fault) when (fault.Code is not JsonLdErrorCodes.TooIntricate)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidScopedContext, fault.Message);
        }
    }

    private ActiveContext Process(ActiveContext active, JsonElement local, Settings settings)
    {
        var propagates = local.ValueKind is JsonValueKind.Object && local.TryGetProperty("@propagate", out var propagate)
            ? IsBoolean(propagate) ?? throw Error(JsonLdErrorCodes.InvalidPropagateValue, propagate)
            : settings.Propagates; // 2
        var result = active.Copy(isShared: Addresses(local) is not null || settings.IsShared); // 1
        if (!propagates)
        {
            result.Previous ??= active; // 3
        }

        if (local.ValueKind is not JsonValueKind.Array)
        {
            return Apply(result, local, propagates, settings); // 4
        }

        foreach (var context in local.EnumerateArray())
        {
            result = Apply(result, context, propagates, settings); // 5
        }

        return result; // 6
    }

    private ActiveContext Apply(ActiveContext result, JsonElement context, bool propagates, Settings settings) =>
        context.ValueKind switch
        {
            JsonValueKind.Null => !settings.OverridesProtected && result.HasProtectedTerms
                ? throw new JsonLdException(JsonLdErrorCodes.InvalidContextNullification, "null") // 5.1.1
                : result.Restart(keepsPrevious: !propagates), // 5.1.2
            JsonValueKind.String => ApplyRemote(result, JsonText.Of(context), settings), // 5.2
            JsonValueKind.Object => ApplyDefinition(result, context, settings), // 5.4
            _ => throw Error(JsonLdErrorCodes.InvalidLocalContext, context), // 5.3
        };

    private ActiveContext ApplyRemote(ActiveContext result, string reference, Settings settings)
    {
        if (++_work > MaximumWork)
        {
            throw new JsonLdException(JsonLdErrorCodes.TooIntricate, "@context");
        }

        var address = Resolve(reference, settings); // 5.2.1
        if (!settings.ValidatesScoped && settings.RemoteContexts.Contains(address))
        {
            return result; // 5.2.2
        }

        if (settings.RemoteContexts.Contains(address))
        {
            throw new JsonLdException(JsonLdErrorCodes.RecursiveContextInclusion, address);
        }

        if (settings.RemoteContexts.Count >= MaximumRemoteContexts)
        {
            throw new JsonLdException(JsonLdErrorCodes.ContextOverflow, address); // 5.2.3
        }

        var context = documents.ContextAt(address); // 5.2.4, 5.2.5
        return Process(result, context, new()
        {
            BaseAddress = address,
            RemoteContexts = [.. settings.RemoteContexts, address],
            ValidatesScoped = settings.ValidatesScoped,
            IsShared = true,
        }); // 5.2.6
    }

    private ActiveContext ApplyDefinition(ActiveContext result, JsonElement context, Settings settings)
    {
        ReadVersion(context); // 5.5
        var members = JsonText.Map(context);
        if (members.ContainsKey("@import"))
        {
            members = Import(members, settings); // 5.6
        }

        if (settings.RemoteContexts.Count == 0 && members.TryGetValue("@base", out var documentBase))
        {
            result.Base = ReadBase(documentBase, result); // 5.7
        }

        if (members.TryGetValue("@vocab", out var vocab))
        {
            result.Vocab = ReadVocab(vocab, result); // 5.8
        }

        if (members.TryGetValue("@language", out var language))
        {
            result.Language = language.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => JsonText.Of(language).ToLowerInvariant(),
                _ => throw Error(JsonLdErrorCodes.InvalidDefaultLanguage, language),
            }; // 5.9
        }

        if (members.TryGetValue("@direction", out var direction))
        {
            result.Direction = isVersion10
                ? throw Error(JsonLdErrorCodes.InvalidContextEntry, direction)
                : ReadDirection(direction); // 5.10
        }

        if (members.TryGetValue("@propagate", out var propagate) && (isVersion10 || IsBoolean(propagate) is null))
        {
            throw Error(
                isVersion10 ? JsonLdErrorCodes.InvalidContextEntry : JsonLdErrorCodes.InvalidPropagateValue,
                propagate); // 5.11
        }

        var isProtected = members.TryGetValue("@protected", out var protection)
            && (IsBoolean(protection) ?? throw Error(JsonLdErrorCodes.InvalidProtectedValue, protection));
        new TermCreation(this, result, members, isProtected, isVersion10, settings).DefineAll(); // 5.12, 5.13
        return result;
    }

    private void ReadVersion(JsonElement context)
    {
        if (!context.TryGetProperty("@version", out var version))
        {
            return;
        }

        if (version.ValueKind is not JsonValueKind.Number || version.GetDouble() is not 1.1)
        {
            throw Error(JsonLdErrorCodes.InvalidVersionValue, version); // 5.5.1
        }

        if (isVersion10)
        {
            throw Error(JsonLdErrorCodes.ProcessingModeConflict, version); // 5.5.2
        }
    }

    private Dictionary<string, JsonElement> Import(Dictionary<string, JsonElement> members, Settings settings)
    {
        var import = members["@import"];
        if (isVersion10)
        {
            throw Error(JsonLdErrorCodes.InvalidContextEntry, import); // 5.6.1
        }

        if (import.ValueKind is not JsonValueKind.String)
        {
            throw Error(JsonLdErrorCodes.InvalidImportValue, import); // 5.6.2
        }

        var address = Resolve(JsonText.Of(import), settings); // 5.6.3
        var context = documents.ContextAt(address); // 5.6.4, 5.6.5
        if (context.ValueKind is not JsonValueKind.Object)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidRemoteContext, address); // 5.6.6
        }

        if (context.TryGetProperty("@import", out _))
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

    private static string? ReadBase(JsonElement value, ActiveContext result)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null; // 5.7.2
        }

        var text = value.ValueKind is JsonValueKind.String
            ? JsonText.Of(value)
            : throw Error(JsonLdErrorCodes.InvalidBaseIri, value);
        return IriReference.IsAbsolute(text) ? text // 5.7.3
            : result.Base is { } root ? IriReference.Resolve(root, text) // 5.7.4
            : throw Error(JsonLdErrorCodes.InvalidBaseIri, value); // 5.7.5
    }

    private string? ReadVocab(JsonElement value, ActiveContext result)
    {
        if (value.ValueKind is JsonValueKind.Null)
        {
            return null; // 5.8.2
        }

        var text = value.ValueKind is JsonValueKind.String
            ? JsonText.Of(value)
            : throw Error(JsonLdErrorCodes.InvalidVocabMapping, value);
        var isName = IriReference.IsAbsolute(text) || text.StartsWith("_:", StringComparison.Ordinal);
        if (isVersion10 && !isName)
        {
            throw Error(JsonLdErrorCodes.InvalidVocabMapping, value);
        }

        return IriExpansion.Expand(result, text, isVocab: true, isDocumentRelative: true) is { } expanded
            && (isName || IriReference.IsAbsolute(expanded) || result.Base is null)
                ? expanded
                : throw Error(JsonLdErrorCodes.InvalidVocabMapping, value); // 5.8.3
    }

    internal static string? ReadDirection(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when JsonText.Of(value) is "ltr" or "rtl" => JsonText.Of(value),
        _ => throw Error(JsonLdErrorCodes.InvalidBaseDirection, value),
    };

    private static string Resolve(string reference, Settings settings) =>
        IriReference.IsAbsolute(reference) ? reference
        : settings.BaseAddress is { } root ? IriReference.Resolve(root, reference)
        : throw new JsonLdException(JsonLdErrorCodes.LoadingRemoteContextFailed, reference);

    /// <summary>The addresses, when the context consists of nothing else.</summary>
    private static string? Addresses(JsonElement context)
    {
        if (context.ValueKind is JsonValueKind.String)
        {
            return JsonText.Of(context) is var only && only.Contains('\n', StringComparison.Ordinal) ? null : only;
        }

        if (context.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var addresses = new StringBuilder();
        foreach (var each in context.EnumerateArray())
        {
            if (each.ValueKind is not JsonValueKind.String)
            {
                return null;
            }

            // An address cannot hold a line feed; what pretends to be one is not kept.
            var address = JsonText.Of(each);
            if (address.Contains('\n', StringComparison.Ordinal))
            {
                return null;
            }

            addresses.Append(address).Append('\n');
        }

        return addresses.Length <= MaximumKeptLength ? addresses.ToString() : null;
    }

    internal static bool? IsBoolean(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    internal static JsonLdException Error(string code, JsonElement value) =>
        new(code, value.GetRawText() is { Length: <= 200 } text ? text : value.ValueKind.ToString());

    /// <summary>What holds while a context is processed.</summary>
    internal sealed record Settings
    {
        /// <summary>What its references are resolved against.</summary>
        public string? BaseAddress { get; init; }

        /// <summary>The documents it was reached through.</summary>
        public IReadOnlyList<string> RemoteContexts { get; init; } = [];

        public bool OverridesProtected { get; init; }

        public bool Propagates { get; init; } = true;

        public bool ValidatesScoped { get; init; } = true;

        /// <summary>Whether it is as lasting as the context it is applied to: it is a term's or a document's of the closed set.</summary>
        public bool IsShared { get; init; }
    }
}
