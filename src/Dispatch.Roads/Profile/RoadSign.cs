using Dispatch.Roads.Import;

namespace Dispatch.Roads.Profile;

/// <summary>How much of a road it is, the greatest first.</summary>
internal enum RoadRank : byte
{
    /// <summary>A motorway or its links.</summary>
    Motorway,

    /// <summary>A trunk road or its links.</summary>
    Trunk,

    /// <summary>Primary.</summary>
    Primary,

    /// <summary>Secondary.</summary>
    Secondary,

    /// <summary>Tertiary.</summary>
    Tertiary,

    /// <summary>A street.</summary>
    Street,

    /// <summary>A way to houses, yards and fields.</summary>
    Service,
}

/// <summary>What one who drives sees and reads of a road.</summary>
/// <param name="Rank">How much of a road it is.</param>
/// <param name="IsRoundabout">Whether one goes around.</param>
/// <param name="IsLink">Whether it only joins others: a ramp.</param>
/// <param name="IsFerry">Whether one goes by ship.</param>
/// <param name="IsToll">Whether one pays.</param>
/// <param name="Number">Its number (ref); may be empty.</param>
/// <param name="Destination">What the sign at its beginning says; may be empty.</param>
/// <param name="LanesForward">Arrows of its lanes from left to right, in the order of the nodes, as tagged; may be empty.</param>
/// <param name="LanesBackward">Those against it.</param>
/// <remarks>
/// Source: OSM wiki, "Key:highway", "Tag:junction=roundabout", "Highway link", "Key:toll", "Key:ref", "Key:destination", "Key:turn".
/// </remarks>
internal sealed record RoadSign(
    RoadRank Rank, bool IsRoundabout, bool IsLink, bool IsFerry, bool IsToll, string Number, string Destination, string LanesForward,
    string LanesBackward)
{
    private const char Separator = '\u001f';
    private const int MostLetters = 200;

    /// <summary>A street without any sign.</summary>
    public static RoadSign None { get; } = new(RoadRank.Street, false, false, false, false, "", "", "", "");

    /// <summary>Reads the tags of a way.</summary>
    public static RoadSign Read(OsmTags tags)
    {
        var highway = tags["highway"] ?? "";
        var isLink = highway.EndsWith("_link", StringComparison.Ordinal);
        var isOneWay = tags["oneway"] is "yes" or "true" or "1" || highway.StartsWith("motorway", StringComparison.Ordinal)
            || tags["junction"] is "roundabout" or "circular";
        return new RoadSign(
            RankOf(isLink ? highway[..^5] : highway),
            tags["junction"] is "roundabout" or "circular",
            isLink,
            tags["route"] == "ferry",
            tags["toll"] == "yes",
            Short(tags["ref"]),
            Short(tags["destination"]),
            Short(tags["turn:lanes:forward"] ?? (isOneWay ? tags["turn:lanes"] : null)),
            Short(tags["turn:lanes:backward"] ?? (tags["oneway"] == "-1" ? tags["turn:lanes"] : null)));
    }

    /// <summary>One line, from which <see cref="Parse"/> makes the same again.</summary>
    public string Write() => string.Join(
        Separator,
        ((int)Rank).ToString(System.Globalization.CultureInfo.InvariantCulture),
        (IsRoundabout ? "r" : "") + (IsLink ? "l" : "") + (IsFerry ? "f" : "") + (IsToll ? "t" : ""),
        Number,
        Destination,
        LanesForward,
        LanesBackward);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MapException">It is something else.</exception>
    public static RoadSign Parse(string line)
    {
        var parts = line.Split(Separator);
        if (parts.Length != 6 || !byte.TryParse(parts[0], out var rank) || rank > (byte)RoadRank.Service)
            throw new MapException("The prepared map is damaged: a road's sign cannot be read.");

        return new RoadSign(
            (RoadRank)rank, parts[1].Contains('r'), parts[1].Contains('l'), parts[1].Contains('f'), parts[1].Contains('t'), parts[2],
            parts[3], parts[4], parts[5]);
    }

    private static RoadRank RankOf(string highway) => highway switch
    {
        "motorway" => RoadRank.Motorway,
        "trunk" => RoadRank.Trunk,
        "primary" => RoadRank.Primary,
        "secondary" => RoadRank.Secondary,
        "tertiary" => RoadRank.Tertiary,
        "service" or "track" or "path" or "footway" or "cycleway" or "bridleway" or "pedestrian" => RoadRank.Service,
        _ => RoadRank.Street,
    };

    private static string Short(string? text) =>
        text is null || text.Contains(Separator) || text.Contains('\n') ? "" : text[..Math.Min(text.Length, MostLetters)];
}
