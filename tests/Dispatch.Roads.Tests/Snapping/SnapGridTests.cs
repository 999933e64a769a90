using Dispatch.Roads.Network;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Snapping;

public sealed class SnapGridTests
{
    [Theory]
    [InlineData("monaco-2016", 1)]
    [InlineData("liechtenstein-2021", 2)]
    public void The_nearest_road_is_the_one_that_a_look_at_all_roads_finds(string map, int seed)
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File(map)));
        var random = new Random(seed);
        var (bounds, found) = (roads.Grid.Bounds, 0);
        for (var i = 0; i < 150; i++)
        {
            // A third of the places lie outside of the map.
            var place = new MapPoint(
                bounds.South + (random.NextDouble() * 1.3 - 0.15) * (bounds.North - bounds.South),
                bounds.West + (random.NextDouble() * 1.3 - 0.15) * (bounds.East - bounds.West));
            var expected = NearestOfAll(roads.Network, place);
            var snap = roads.Grid.Nearest(place, 1000);
            if (expected > 1000)
            {
                Assert.Null(snap);
                continue;
            }

            found++;
            Assert.Equal(expected, snap!.Value.DistanceMetres, 0.01);
            Assert.Equal(expected, place.DistanceMetres(snap.Value.Position), 0.01 + expected * 0.002);
        }

        Assert.InRange(found, 30, 150);
    }

    [Fact]
    public void A_place_that_is_no_place_or_far_off_the_map_is_snapped_to_nothing()
    {
        var grid = DrawnTown.Draw("A---B---C").Roads.Grid;
        Assert.Null(grid.Nearest(new MapPoint(double.NaN, 0), 1000));
        Assert.Null(grid.Nearest(new MapPoint(0, double.PositiveInfinity), 1000));
        Assert.Null(grid.Nearest(new MapPoint(89, 179), 1000));
        Assert.Null(grid.Nearest(new MapPoint(-89, -179), 1_000_000));
        Assert.NotNull(grid.Nearest(new MapPoint(45, 90), 1e8));
    }

    [Fact]
    public void A_snap_tells_the_point_of_the_street_and_how_far_it_is()
    {
        var town = DrawnTown.Draw("A---B---C");
        var (a, b) = (town.PlaceOf('A'), town.PlaceOf('B'));
        var snap = town.Roads.SnapTo(new MapPoint(a.Latitude + 0.0005, (a.Longitude + b.Longitude) / 2));
        Assert.Equal(55.6, snap.DistanceMetres, 0.1);
        Assert.Equal(a.Latitude, snap.Position.Latitude, 1e-7);
        Assert.Equal((a.Longitude + b.Longitude) / 2, snap.Position.Longitude, 1e-7);
    }

    private static double NearestOfAll(RoadNetwork network, MapPoint place)
    {
        var least = double.MaxValue;
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            if (!network.SegmentKinds[segment].HasFlag(SegmentKind.HoldsPlaces))
                continue;

            for (var point = network.FirstPoint[segment]; point < network.FirstPoint[segment + 1] - 1; point++)
                least = Math.Min(least, Metres(place, Point(network, point), Point(network, point + 1)));
        }

        return least;
    }

    private static MapPoint Point(RoadNetwork network, int point) =>
        MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]);

    private static double Metres(MapPoint place, MapPoint from, MapPoint to)
    {
        const double metresPerDegree = 111_195.08;
        var east = metresPerDegree * Math.Cos(place.Latitude * (Math.PI / 180));
        var (x1, y1) = ((from.Longitude - place.Longitude) * east, (from.Latitude - place.Latitude) * metresPerDegree);
        var (x2, y2) = ((to.Longitude - place.Longitude) * east, (to.Latitude - place.Latitude) * metresPerDegree);
        var squared = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
        var share = squared == 0 ? 0 : Math.Clamp(-(x1 * (x2 - x1) + y1 * (y2 - y1)) / squared, 0, 1);
        return Math.Sqrt(Math.Pow(x1 + share * (x2 - x1), 2) + Math.Pow(y1 + share * (y2 - y1), 2));
    }
}
