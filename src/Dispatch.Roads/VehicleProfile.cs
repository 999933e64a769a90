using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads;

/// <summary>How roads are read for a vehicle: where it may drive, how fast, and what holds it up. Data, that a provider may change.</summary>
/// <remarks>The fields and their meaning: <c>docs/map-data.md</c>. The built-in one is an ordinary van. Immutable.</remarks>
public sealed class VehicleProfile
{
    private static readonly Lazy<VehicleProfile> BuiltIn = new(() =>
    {
        using var stream = typeof(VehicleProfile).Assembly.GetManifestResourceStream("Dispatch.Roads.Profile.car.json")
            ?? throw new InvalidOperationException("The built-in profile is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Parse("built in", copy.ToArray());
    });

    private VehicleProfile(ProfileData data, byte[] text)
    {
        Data = data;
        Hash = Convert.ToHexStringLower(SHA256.HashData(text));
        OpenValues = data.Access.Open.ToFrozenSet();
        EndsOnlyValues = data.Access.EndsOnly.ToFrozenSet();
        UnsaidValues = data.Access.Unsaid.ToFrozenSet();
        OpenBarriers = data.OpenBarriers.ToFrozenSet();
        Roads = data.Roads.ToFrozenDictionary();
    }

    /// <summary>The built-in profile.</summary>
    public static VehicleProfile Default => BuiltIn.Value;

    /// <summary>What the profile is called.</summary>
    public string Name => Data.Name;

    /// <summary>SHA-256 of its text: a map that was prepared by another profile is prepared again.</summary>
    internal string Hash { get; }

    internal ProfileData Data { get; }

    internal FrozenSet<string> OpenValues { get; }

    internal FrozenSet<string> EndsOnlyValues { get; }

    internal FrozenSet<string> UnsaidValues { get; }

    internal FrozenSet<string> OpenBarriers { get; }

    internal FrozenDictionary<string, RoadClassData> Roads { get; }

    /// <summary>Reads a profile from a file.</summary>
    /// <exception cref="MapException">It cannot be read, is no profile, or has a value out of its range; the sentence says which.</exception>
    public static VehicleProfile Load(string file)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"The profile {Path.GetFileName(file)} cannot be read; check its path and permissions.", cause);
        }

        return Parse(Path.GetFileName(file), text);
    }

    /// <summary>Reads a profile from its text; <paramref name="called"/> names it in a refusal.</summary>
    /// <exception cref="MapException">It is no profile, or has a value out of its range.</exception>
    internal static VehicleProfile Parse(string called, byte[] text) => new(ProfileData.Parse(called, text), text);

    /// <summary>The text of the built-in profile, to be copied and changed.</summary>
    public static string DefaultText()
    {
        using var stream = typeof(VehicleProfile).Assembly.GetManifestResourceStream("Dispatch.Roads.Profile.car.json")!;
        return new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }
}
