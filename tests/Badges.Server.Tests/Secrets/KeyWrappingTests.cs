using Badges.Server.Secrets;
using Badges.Server.Settings;

namespace Badges.Server.Tests.Secrets;

public sealed class KeyWrappingTests
{
    private static readonly Guid Row = Guid.NewGuid();
    private static readonly byte[] Plain = [1, 2, 3, 4];

    private readonly KeyWrapping _wrapping = new("a secret"u8);

    [Fact]
    public void TryUnwrap_SameSecretAndRow_GivesTheValueBack() =>
        Assert.Equal(Plain, _wrapping.TryUnwrap(_wrapping.Wrap(Plain, Row), Row));

    [Fact]
    public void Wrap_Twice_GivesDifferentTexts() =>
        Assert.NotEqual(_wrapping.Wrap(Plain, Row), _wrapping.Wrap(Plain, Row));

    [Fact]
    public void TryUnwrap_AnotherRow_IsRefused() =>
        Assert.Null(_wrapping.TryUnwrap(_wrapping.Wrap(Plain, Row), Guid.NewGuid()));

    [Fact]
    public void TryUnwrap_AnotherSecret_IsRefusedAndHasAnotherId()
    {
        var other = new KeyWrapping("another secret"u8);

        Assert.Null(other.TryUnwrap(_wrapping.Wrap(Plain, Row), Row));
        Assert.NotEqual(_wrapping.Id, other.Id);
    }

    [Fact]
    public void TryUnwrap_AnyBitChangedOrTooShort_IsRefused()
    {
        var wrapped = _wrapping.Wrap(Plain, Row);
        for (var place = 0; place < wrapped.Length; place++)
        {
            var altered = wrapped.ToArray();
            altered[place] ^= 1;
            Assert.Null(_wrapping.TryUnwrap(altered, Row));
            Assert.Null(_wrapping.TryUnwrap(wrapped.AsSpan(0, place), Row));
        }
    }

    [Fact]
    public void Open_DevelopmentWithoutSecret_MakesOneForItsOwnerOnlyAndKeepsIt()
    {
        using var folder = new TemporaryFolder();
        var options = new BadgesOptions { PublicUrl = new Uri("http://localhost:5080"), DataDirectory = folder.Path };

        var first = KeyProtection.Open(options);
        var second = KeyProtection.Open(options);

        Assert.Equal(first.Id, second.Id);
        var file = Path.Combine(folder.Path, KeyProtection.FileName);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.NotEqual(first.Id, KeyProtection.Open(options with { KeyProtectionSecret = "set" }).Id);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("badges-keys-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
