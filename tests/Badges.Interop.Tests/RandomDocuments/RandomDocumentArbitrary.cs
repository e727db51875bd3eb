using FsCheck;
using FsCheck.Fluent;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>What FsCheck draws, and shrinks when it fails.</summary>
internal static class RandomDocumentArbitrary
{
    private const int FewestNumbers = 20;
    private const int NumbersPerSize = 8;
    private const int Highest = 1 << 20;

    /// <summary>The documents that are made of the numbers.</summary>
    public static Arbitrary<RandomDocument> Of(Func<int[], RandomDocument> make) => Arb.From(
        Gen.Sized(size => Gen.Choose(0, Highest).ArrayOf(FewestNumbers + (size * NumbersPerSize))).Select(make),
        document => Shrink([.. document.Numbers]).Select(make));

    /// <summary>Without a stretch, first long ones, or with one number replaced by the plainest.</summary>
    private static IEnumerable<int[]> Shrink(int[] numbers)
    {
        for (var length = numbers.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= numbers.Length; start += length)
            {
                yield return [.. numbers[..start], .. numbers[(start + length)..]];
            }
        }

        for (var index = 0; index < numbers.Length; index++)
        {
            if (numbers[index] != 0)
            {
                yield return [.. numbers[..index], 0, .. numbers[(index + 1)..]];
            }
        }
    }
}
