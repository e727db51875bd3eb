using Badges.Fuzzing.Targets;

namespace Badges.Fuzzing;

/// <summary>Every target for a moment, with the same inputs each time.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20260201;
    private const int Executions = 400;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Names { get; } = [.. AllTargets.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Run_AnyInput_KeepsEveryProperty(string name)
    {
        var target = AllTargets.All.Single(each => each.Name == name);

        var result = new FuzzLoop(target, Seed).Run(Executions, Most);

        Assert.True(result.Findings.Count == 0, string.Join('\n', result.Findings));
        Assert.True(result.Executions > target.Seeds.Count, "it ran");
    }

    [Fact]
    public void Run_TargetThatIsWrong_IsFoundAndMadeSmall()
    {
        var wrong = new FuzzTarget("wrong", bytes => PropertyException.Require(!bytes.Contains((byte)'!'), "no mark"))
        {
            Seeds = ["a long enough text to be made smaller"u8.ToArray()],
            Words = ["!"],
        };

        var result = new FuzzLoop(wrong, Seed).Run(10_000, Most);

        Assert.Equal("!"u8.ToArray(), Assert.Single(result.Findings).Input);
    }
}
