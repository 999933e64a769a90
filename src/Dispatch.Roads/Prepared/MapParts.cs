using System.Globalization;
using Dispatch.Roads.Addresses;
using Dispatch.Roads.Network;
using Dispatch.Roads.Tiles;

namespace Dispatch.Roads.Prepared;

/// <summary>All parts of a prepared map, in the order in which they are made.</summary>
internal static class MapParts
{
    public static IReadOnlyList<IMapPart> All { get; } = [new RoadsPart(), new TilesPart(), new AddressPart()];

    /// <summary>Names every part with its format.</summary>
    public static string Formats { get; } = string.Join(
        ';', All.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.FormatVersion}")));

    /// <summary>Names every part with its format, and the profile: a file that was made by others is stale.</summary>
    public static string NameWith(VehicleProfile profile) => $"{Formats};profile {profile.Hash}";
}
