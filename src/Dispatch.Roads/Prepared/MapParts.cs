using System.Globalization;
using Dispatch.Roads.Addresses;
using Dispatch.Roads.Network;
using Dispatch.Roads.Tiles;

namespace Dispatch.Roads.Prepared;

/// <summary>All parts of a prepared map, in the order in which they are made.</summary>
internal static class MapParts
{
    public static IReadOnlyList<IMapPart> All { get; } = [new RoadsPart(), new TilesPart(), new AddressPart()];

    /// <summary>Names every part with its format: a file that was made by other parts is stale.</summary>
    public static string Profile { get; } = string.Join(
        ';', All.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.FormatVersion}")));
}
