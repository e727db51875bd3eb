using Xunit;

namespace Badges.Testing;

/// <summary>
/// Folders of test data kept beside the repository, or where BADGES_VECTORS, BADGES_SAMPLES and BADGES_HOSTILE say. A
/// test that needs one is skipped when it is missing, and fails instead when CI is true.
/// </summary>
public static class SharedData
{
    /// <summary>Published vectors and suites, or null.</summary>
    public static string? Vectors { get; } = Find("vectors");

    /// <summary>Signed sample credentials, valid and not, or null.</summary>
    public static string? Samples { get; } = Find("samples");

    /// <summary>Files made to do harm, or null.</summary>
    public static string? Hostile { get; } = Find("hostile");

    /// <summary>Why a test is skipped, or null when the folder is there or CI demands the test.</summary>
    internal static string? SkipWithout(string? folder, string name) =>
        Demands.SkipUnless(folder is not null, $"needs ../shared/{name}, or its path in {SettingOf(name)}");

    private static string? Find(string name)
    {
        var folder = Environment.GetEnvironmentVariable(SettingOf(name))
            ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", name));
        return Directory.Exists(folder) ? folder : null;
    }

    private static string SettingOf(string name) => $"BADGES_{name.ToUpperInvariant()}";
}

/// <summary>A fact that needs <see cref="SharedData.Vectors"/>.</summary>
public sealed class VectorsFactAttribute : FactAttribute
{
    public VectorsFactAttribute() => Skip = SharedData.SkipWithout(SharedData.Vectors, "vectors");
}

/// <summary>A theory that needs <see cref="SharedData.Vectors"/>.</summary>
public sealed class VectorsTheoryAttribute : TheoryAttribute
{
    public VectorsTheoryAttribute() => Skip = SharedData.SkipWithout(SharedData.Vectors, "vectors");
}

/// <summary>A fact that needs <see cref="SharedData.Samples"/>.</summary>
public sealed class SamplesFactAttribute : FactAttribute
{
    public SamplesFactAttribute() => Skip = SharedData.SkipWithout(SharedData.Samples, "samples");
}

/// <summary>A theory that needs <see cref="SharedData.Samples"/>.</summary>
public sealed class SamplesTheoryAttribute : TheoryAttribute
{
    public SamplesTheoryAttribute() => Skip = SharedData.SkipWithout(SharedData.Samples, "samples");
}

/// <summary>A fact that needs <see cref="SharedData.Hostile"/>.</summary>
public sealed class HostileFactAttribute : FactAttribute
{
    public HostileFactAttribute() => Skip = SharedData.SkipWithout(SharedData.Hostile, "hostile");
}

/// <summary>A theory that needs <see cref="SharedData.Hostile"/>.</summary>
public sealed class HostileTheoryAttribute : TheoryAttribute
{
    public HostileTheoryAttribute() => Skip = SharedData.SkipWithout(SharedData.Hostile, "hostile");
}
