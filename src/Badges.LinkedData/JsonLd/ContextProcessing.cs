using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Context Processing. JSON-LD 1.1 API, section 4.1. What one context definition says is read by
/// <see cref="ContextDefinition"/>.</summary>
internal sealed class ContextProcessing(
    ContextDocuments documents, ReadingBudget budget, SafeMode safety, bool isVersion10)
{
    private const int MaximumRemoteContexts = 32;

    public IriExpansion Iris { get; } = new(budget);

    public ReadingBudget Budget => budget;

    public bool IsVersion10 => isVersion10;

    /// <summary>The context of a node that has a <c>@context</c>. What follows from the address of a document is kept,
    /// address after address.</summary>
    public ActiveContext Process(ActiveContext active, JsonElement local)
    {
        var settings = new Settings { BaseAddress = active.OriginalBase, IsInline = true };
        var result = active;
        if (local.ValueKind is JsonValueKind.Array)
        {
            foreach (var context in local.EnumerateArray())
            {
                result = context.ValueKind is JsonValueKind.String
                    ? ProcessAddress(result, context, settings)
                    : Apply(result, context, settings); // 5
            }
        }
        else
        {
            result = local.ValueKind is JsonValueKind.String
                ? ProcessAddress(result, local, settings)
                : Process(active, local, settings);
        }

        return Approve(result);
    }

    /// <summary>The context within a term that has one of its own.</summary>
    public ActiveContext ProcessScoped(ActiveContext active, TermDefinition term, bool isTypeScoped)
    {
        if (active.FindDerived(term, isTypeScoped) is { } known)
        {
            return Approve(known);
        }

        if (term.LocalContext is not { } local)
        {
            return active;
        }

        var made = Process(active, local, new()
        {
            BaseAddress = term.BaseAddress,
            OverridesProtected = !isTypeScoped,
            Propagates = !isTypeScoped,
        });
        return Approve(active.Keep(term, isTypeScoped, made));
    }

    /// <summary>Whether a scoped context can be processed at all. Create Term Definition, step 21.3.</summary>
    public void Validate(ActiveContext active, JsonElement local, Settings settings)
    {
        try
        {
            Process(active, local, settings with { OverridesProtected = true, ValidatesScoped = false });
        }
        catch (JsonLdException fault)
            when (fault.Code is not (JsonLdErrorCodes.TooIntricate or JsonLdErrorCodes.TooDeep))
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidScopedContext, fault.Message);
        }
    }

    /// <summary>The <c>@context</c> of the document that a context refers to, and its address. Steps 5.2.1, 5.2.4 and
    /// 5.2.5.</summary>
    public JsonElement Load(string reference, Settings settings, out string address)
    {
        address = Resolve(reference, settings);
        return documents.ContextAt(address);
    }

    private ActiveContext ProcessAddress(ActiveContext active, JsonElement reference, Settings settings)
    {
        var address = Resolve(JsonText.Of(reference), settings);
        return active.FindDerived(address, isTypeScoped: false)
            ?? active.Keep(address, isTypeScoped: false, Process(active, reference, settings));
    }

    private ActiveContext Process(ActiveContext active, JsonElement local, Settings settings)
    {
        budget.Enter("@context");
        var result = active; // 1
        if (!ReadPropagate(local, settings))
        {
            result = Copy(active, settings);
            result.Previous ??= active; // 3
            settings = settings with { Propagates = false };
        }

        if (local.ValueKind is JsonValueKind.Array)
        {
            foreach (var context in local.EnumerateArray())
            {
                result = Apply(result, context, settings); // 5
            }
        }
        else
        {
            result = Apply(result, local, settings); // 4
        }

        budget.Leave();
        return result; // 6
    }

    private ActiveContext Apply(ActiveContext result, JsonElement context, Settings settings) =>
        context.ValueKind switch
        {
            JsonValueKind.Null => Nullify(result, settings), // 5.1
            JsonValueKind.String => ApplyRemote(result, JsonText.Of(context), settings), // 5.2
            JsonValueKind.Object => new ContextDefinition(this, Copy(result, settings), settings).Apply(context), // 5.4
            _ => throw JsonLdException.At(JsonLdErrorCodes.InvalidLocalContext, context), // 5.3
        };

    private ActiveContext Nullify(ActiveContext result, Settings settings)
    {
        budget.Spend(result.TermCount, "@context");
        return !settings.OverridesProtected && result.HasProtectedTerms()
            ? throw new JsonLdException(JsonLdErrorCodes.InvalidContextNullification, "null") // 5.1.1
            : result.Restart(settings.Propagates ? null : result.Previous); // 5.1.2
    }

    private ActiveContext ApplyRemote(ActiveContext result, string reference, Settings settings)
    {
        var address = Resolve(reference, settings); // 5.2.1
        if (settings.RemoteContexts.Contains(address))
        {
            return !settings.ValidatesScoped
                ? result // 5.2.2
                : throw new JsonLdException(JsonLdErrorCodes.RecursiveContextInclusion, address);
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
        }); // 5.2.6
    }

    private ActiveContext Copy(ActiveContext active, Settings settings)
    {
        budget.Spend(active.TermCount * ReadingBudget.TermCopied, "@context");
        return active.Copy(settings.IsInline);
    }

    /// <summary>Step 2.</summary>
    private static bool ReadPropagate(JsonElement local, Settings settings) =>
        local.ValueKind is JsonValueKind.Object && Words.Find(local, "@propagate"u8) is { } propagate
            ? JsonText.TryBoolean(propagate)
                ?? throw JsonLdException.At(JsonLdErrorCodes.InvalidPropagateValue, propagate)
            : settings.Propagates;

    private string Resolve(string reference, Settings settings) =>
        IriReference.IsAbsolute(reference) ? reference
        : settings.BaseAddress is { } root ? Iris.Resolve(root, reference)
        : throw new JsonLdException(JsonLdErrorCodes.LoadingRemoteContextFailed, reference);

    /// <summary>What a context drops is lost wherever it holds, also when it was processed long ago.</summary>
    private ActiveContext Approve(ActiveContext processed)
    {
        if (processed.Loss is { } loss)
        {
            safety.Lose("in a context", loss);
        }

        return processed;
    }

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

        /// <summary>Whether the document itself brings it along, as against a document of the closed set.</summary>
        public bool IsInline { get; init; }
    }
}
