namespace Badges.Server.Web;

/// <summary>What a use case answers: the value, or the one rule that said no.</summary>
public sealed record Result<TValue, TRefusal>
    where TRefusal : struct
{
    private readonly TValue? _value;

    private Result(TValue? value, TRefusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The rule that said no, or null when there is a value.</summary>
    public TRefusal? Refusal { get; }

    /// <exception cref="InvalidOperationException">The use case refused: read <see cref="Refusal"/>.</exception>
    public TValue Value => Refusal is null && _value is not null
        ? _value
        : throw new InvalidOperationException($"There is no value: refused with {Refusal}.");

    public static implicit operator Result<TValue, TRefusal>(TValue value) => new(value, null);

    public static implicit operator Result<TValue, TRefusal>(TRefusal refusal) => new(default, refusal);
}
