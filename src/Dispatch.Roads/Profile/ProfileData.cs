using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dispatch.Roads.Profile;

/// <summary>A profile as its file has it; every field is required, and none is passed over.</summary>
internal sealed record ProfileData
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter<RoadOpening>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public required string Name { get; init; }

    public required VehicleData Vehicle { get; init; }

    public required AccessData Access { get; init; }

    /// <summary>By value of "highway".</summary>
    public required Dictionary<string, RoadClassData> Roads { get; init; }

    /// <summary>By value of "service".</summary>
    public required Dictionary<string, ServiceData> Services { get; init; }

    public required double ShareOfLimit { get; init; }

    public required double ShareOfLimitOnMotorways { get; init; }

    public required Dictionary<string, double> Surfaces { get; init; }

    public required Dictionary<string, double> TrackTypes { get; init; }

    public required Dictionary<string, double> Smoothness { get; init; }

    public required NarrowData Narrow { get; init; }

    public required double FordMostKmh { get; init; }

    public required string[] OpenBarriers { get; init; }

    public required DelayData Delays { get; init; }

    public required TurnData Turns { get; init; }

    public required double FerryUsualKmh { get; init; }

    public required double ShuttleTrainUsualKmh { get; init; }

    public required CountryData Elsewhere { get; init; }

    /// <summary>By ISO 3166 code.</summary>
    public required Dictionary<string, CountryData> Countries { get; init; }

    /// <exception cref="MapException">The text is no profile, or a value is out of its range.</exception>
    public static ProfileData Parse(string called, byte[] text)
    {
        try
        {
            var data = JsonSerializer.Deserialize<ProfileData>(text, Options)
                ?? throw new MapException($"The profile {called} is empty; copy the built-in one and change it.");
            return ProfileCheck.Check(called, data);
        }
        catch (JsonException cause)
        {
            var where = cause.LineNumber is { } line ? $" in line {line + 1}" : "";
            throw new MapException($"The profile {called} cannot be used: {cause.Message.Split(" Path:")[0].TrimEnd('.')}{where}.", cause);
        }
    }
}

/// <summary>Where one may drive on a kind of road when no tag says who may.</summary>
internal enum RoadOpening
{
    /// <summary>Everywhere.</summary>
    Open,

    /// <summary>At the ends of a drive only.</summary>
    Ends,

    /// <summary>Where a tag opens it to motors.</summary>
    Tagged,
}

internal sealed record VehicleData
{
    public required double WidthMetres { get; init; }

    public required double HeightMetres { get; init; }

    public required double LengthMetres { get; init; }

    public required double WeightTonnes { get; init; }
}

internal sealed record AccessData
{
    public required string[] Keys { get; init; }

    public required string[] Open { get; init; }

    public required string[] EndsOnly { get; init; }

    public required string[] Unsaid { get; init; }
}

internal sealed record RoadClassData
{
    public required double UsualKmh { get; init; }

    public required double MostKmh { get; init; }

    public RoadOpening Access { get; init; } = RoadOpening.Open;
}

internal sealed record ServiceData
{
    public required double MostKmh { get; init; }

    public RoadOpening Access { get; init; } = RoadOpening.Open;
}

internal sealed record NarrowData
{
    public required double BelowMetres { get; init; }

    public required double MostKmh { get; init; }
}

/// <summary>Seconds that it takes to get past, on the average.</summary>
internal sealed record DelayData
{
    public required double Signals { get; init; }

    public required double Crossing { get; init; }

    public required double Stop { get; init; }

    public required double GiveWay { get; init; }

    public required double Gate { get; init; }

    public required double TollBooth { get; init; }

    public required double BorderControl { get; init; }

    public required double LevelCrossing { get; init; }

    public required double Ford { get; init; }
}

internal sealed record TurnData
{
    public required double SharpestSeconds { get; init; }

    public required double OncomingBias { get; init; }

    public required double TurnBackSeconds { get; init; }
}

internal sealed record CountryData
{
    /// <summary>South, west, north, east; several for a country in several parts.</summary>
    public double[][] Boxes { get; init; } = [];

    public bool DrivesOnLeft { get; init; }

    public double UnlimitedKmh { get; init; } = 130;

    /// <summary>km/h by kind of road, as behind the colon of "DE:urban".</summary>
    public required Dictionary<string, double> Limits { get; init; }
}
