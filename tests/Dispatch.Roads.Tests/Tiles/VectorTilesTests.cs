using Dispatch.Roads.Import;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Tiles;

public sealed class VectorTilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("monaco-2016", 43.7285, 7.4300, 43.7385, 7.4240)] // before the harbour; the old town
    public void The_sea_is_wet_and_the_town_is_dry(string name, double wetLatitude, double wetLongitude, double dryLatitude, double dryLongitude)
    {
        using var map = RoadMap.Open(RealMaps.File(name), folder.File("prepared"));
        foreach (var zoom in (int[])[8, 10, 12, 14, 16])
        {
            Assert.True(IsSea(map, zoom, new MapPoint(wetLatitude, wetLongitude)), $"wet at zoom {zoom}");
            Assert.False(IsSea(map, zoom, new MapPoint(dryLatitude, dryLongitude)), $"dry at zoom {zoom}");
        }
    }

    [Theory]
    [InlineData("monaco-2016")]
    [InlineData("liechtenstein-2021")]
    public void Every_tile_of_a_real_map_is_by_the_letter(string name)
    {
        using var map = RoadMap.Open(RealMaps.File(name), folder.File("prepared"));
        var layers = new HashSet<string>();
        for (var zoom = VectorTiles.MinZoom; zoom <= 14; zoom++)
        {
            var (west, north) = TileOf(new MapPoint(map.Bounds.North, map.Bounds.West), zoom, out _);
            var (east, south) = TileOf(new MapPoint(map.Bounds.South, map.Bounds.East), zoom, out _);
            for (var x = west; x <= east; x++)
            {
                for (var y = north; y <= south; y++)
                {
                    foreach (var feature in ReadTile.Read(map.Tiles.Tile(zoom, x, y)))
                    {
                        layers.Add(feature.Layer);
                        AssertInTile(feature);
                        AssertWound(feature);
                    }
                }
            }
        }

        Assert.Superset(
            new HashSet<string> { "landuse", "green", "water", "waterways", "buildings", "railways", "roads", "roadnames", "areanames", "places" }, layers);
    }

    [Fact]
    public void A_tile_is_the_same_whenever_it_is_made_and_none_is_beyond_the_world()
    {
        using var map = Open(DrawnTown.Draw("A---B---C").Write());
        var (x, y) = TileOf(map.Bounds.Centre, 14, out _);
        Assert.NotEmpty(map.Tiles.Tile(14, x, y));
        Assert.Equal(map.Tiles.Tile(14, x, y), map.Tiles.Tile(14, x, y));
        Assert.Empty(map.Tiles.Tile(14, 1 << 14, y));
        Assert.Empty(map.Tiles.Tile(14, -1, y));
        Assert.Empty(map.Tiles.Tile(17, x, y));
        Assert.Empty(map.Tiles.Tile(14, 0, 0));
    }

    [Fact]
    public void A_street_is_drawn_in_its_class_and_its_name_stands_along_all_its_ways()
    {
        var town = DrawnTown.Draw("A---B---C")
            .Street("AB", "highway", "primary").Street("BC", "highway", "primary").Street("AB", "name", "Long Street").Street("BC", "name", "Long Street")
            .Street("BC", "bridge", "yes").Street("AB", "ref", "7").Street("BC", "ref", "7");
        using var map = Open(town.Write());
        var features = At(map, 16, town.PlaceOf('B'));
        var roads = features.Where(feature => feature.Layer == "roads").ToList();
        Assert.Equal(["primary", "primary"], roads.Select(road => road.Class));
        Assert.Equal("yes", roads[^1].Attributes["bridge"]); // on top of what is not one
        var name = Assert.Single(features, feature => feature.Layer == "roadnames");
        Assert.Equal(("Long Street", "7"), (name.Name, name.Attributes["ref"]));
        Assert.Single(name.Parts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_island_in_a_lake_is_a_hole_whoever_carries_the_tags(bool olderForm)
    {
        using var map = Open(Lake(olderForm));
        var lake = Assert.Single(At(map, 14, new MapPoint(0.005, 0.005)), feature => feature.Layer == "water");
        Assert.Equal(2, lake.Parts.Count);
        Assert.True(Area(lake.Parts[0]) > 0);
        Assert.True(Area(lake.Parts[1]) < 0);
        Assert.Contains(At(map, 14, new MapPoint(0.005, 0.005)), feature => feature is { Layer: "areanames", Class: "water", Name: "Lake" });
    }

    private static byte[] Lake(bool olderForm)
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes))
        {
            double[] corners = [0.001, 0.009, 0.003, 0.007];
            for (var ring = 0; ring < 2; ring++)
            {
                var (low, high) = (corners[2 * ring], corners[2 * ring + 1]);
                writer.Node(4 * ring + 1, low, low);
                writer.Node(4 * ring + 2, low, high);
                writer.Node(4 * ring + 3, high, high);
                writer.Node(4 * ring + 4, high, low);
            }

            (string, string)[] tags = [("natural", "water"), ("name", "Lake")];
            writer.Way(1, [1, 2, 3], olderForm ? tags : null);
            writer.Way(2, [1, 4, 3], null);
            writer.Way(3, [5, 6, 7, 8, 5], null);
            writer.Way(4, [1, 2, 3, 4, 1], [("highway", "residential")]);
            OsmMember[] members = [new(OsmKind.Way, 1, "outer"), new(OsmKind.Way, 3, "inner"), new(OsmKind.Way, 2, "outer"), new(OsmKind.Way, 99, "outer")];
            writer.Relation(1, members, [("type", "multipolygon"), .. olderForm ? [] : tags]);
        }

        return bytes.ToArray();
    }

    private static void AssertInTile(ReadFeature feature)
    {
        var reach = feature.Geometry == 1 ? 0 : 80;
        Assert.All(feature.Parts.SelectMany(part => part), point => Assert.True(
            point.X >= -reach && point.X <= 4096 + reach && point.Y >= -reach && point.Y <= 4096 + reach));
    }

    private static void AssertWound(ReadFeature feature)
    {
        if (feature.Geometry != 3)
            return;

        Assert.True(Area(feature.Parts[0]) > 0);
        Assert.All(feature.Parts.Skip(1), hole => Assert.True(Area(hole) < 0));
    }

    private static long Area(List<(int X, int Y)> ring) =>
        ring.Select((a, i) => (long)a.X * ring[(i + 1) % ring.Count].Y - (long)ring[(i + 1) % ring.Count].X * a.Y).Sum();

    private static bool IsSea(RoadMap map, int zoom, MapPoint place)
    {
        var (x, y) = TileOf(place, zoom, out var inside);
        return ReadTile.Read(map.Tiles.Tile(zoom, x, y)).Where(feature => feature is { Layer: "water", Class: "sea" })
            .Any(sea => sea.Parts.Count(part => Dispatch.Roads.Tiles.RingShape.Contains([.. part], inside)) % 2 == 1);
    }

    private static List<ReadFeature> At(RoadMap map, int zoom, MapPoint place)
    {
        var (x, y) = TileOf(place, zoom, out _);
        return ReadTile.Read(map.Tiles.Tile(zoom, x, y));
    }

    private static (int X, int Y) TileOf(MapPoint place, int zoom, out (int X, int Y) inside)
    {
        var (x, y) = (Dispatch.Roads.Tiles.WebMercator.X(place.Longitude), Dispatch.Roads.Tiles.WebMercator.Y(place.Latitude));
        var shift = 30 - zoom;
        inside = ((int)((x & ((1 << shift) - 1)) * 4096L >> shift), (int)((y & ((1 << shift) - 1)) * 4096L >> shift));
        return (x >> shift, y >> shift);
    }

    private RoadMap Open(byte[] map)
    {
        File.WriteAllBytes(folder.File("town.osm.pbf"), map);
        return RoadMap.Open(folder.File("town.osm.pbf"), folder.File("prepared"));
    }
}
