using Badges.Server.Features.Awards;

namespace Badges.Server.Tests.Features.Awards;

public sealed class CardCodeTests
{
    [Fact]
    public void Create_Thousand_AreWellFormedAndDifferent()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => CardCode.Create()).ToList();

        Assert.All(codes, code => Assert.True(CardCode.IsWellFormed(code)));
        Assert.Equal(1000, codes.Distinct().Count());
        Assert.DoesNotContain(codes, code => code.IndexOfAny(['0', '1', 'I', 'L', 'O']) >= 0);
    }

    [Fact]
    public void IsWellFormed_OneSymbolWrongOrTwoSwapped_IsNoticed()
    {
        const string symbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        var code = CardCode.Create();
        for (var place = 0; place < code.Length; place++)
        {
            foreach (var symbol in symbols.Where(symbol => symbol != code[place]))
            {
                Assert.False(CardCode.IsWellFormed(code[..place] + symbol + code[(place + 1)..]));
            }

            for (var other = place + 1; other < code.Length; other++)
            {
                var swapped = code.ToCharArray();
                (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
                Assert.Equal(code[place] == code[other], CardCode.IsWellFormed(new string(swapped)));
            }
        }
    }

    [Fact]
    public void Normalize_PrintedTypedAndSpaced_IsTheSame()
    {
        var code = CardCode.Create();
        var printed = CardCode.Print(code);

        Assert.Equal(13, printed.Length);
        Assert.Equal(code, CardCode.Normalize(printed));
        Assert.Equal(code, CardCode.Normalize($" {printed.ToLowerInvariant().Replace('-', ' ')} "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2345-6789-ABC-DEF")]
    [InlineData("<script>")]
    public void IsWellFormed_SomethingElse_IsNot(string text) =>
        Assert.False(CardCode.IsWellFormed(CardCode.Normalize(text)));
}
