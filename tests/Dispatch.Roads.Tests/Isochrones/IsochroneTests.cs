using Dispatch.Roads.Isochrones;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Isochrones;

public sealed class IsochroneTests
{
    [Theory]
    [InlineData("monaco-2016", 1)]
    [InlineData("portland-2014", 2)]
    public void What_is_reached_in_time_lies_inside_and_what_is_not_lies_outside(string map, int seed)
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File(map)));
        var from = roads.SnapTo(roads.Grid.Bounds.Centre);
        var reach = IsochroneDrawing.Draw(roads.Metric, from, [180, 360, 720], CancellationToken.None);
        var places = roads.Places(400, seed, maxMetres: 2000);
        var seconds = roads.Table([from], places).Seconds;
        foreach (var isochrone in reach)
        {
            var (inside, outside) = (0, 0);
            var stretches = new ReachSearch(roads.Metric, from, isochrone.Seconds * 1000, CancellationToken.None).Within(isochrone.Seconds * 1000).ToList();
            // A place on another road that is nearer to a reached one than the outline stays off it may be inside.
            var farthest = (IsochroneDrawing.BesideCells + 1) * new DistanceField(stretches).CellMetres;
            for (var i = 0; i < places.Length; i++)
            {
                if (seconds[i] <= isochrone.Seconds)
                {
                    Assert.True(isochrone.Contains(places[i].Position), $"seed {seed}: place {i} is reached in {seconds[i]} s of {isochrone.Seconds}");
                    inside++;
                }
                else if (stretches.TrueForAll(stretch => Metres(stretch, places[i].Position) > farthest))
                {
                    Assert.False(isochrone.Contains(places[i].Position), $"seed {seed}: place {i} takes {seconds[i]} s, not {isochrone.Seconds}");
                    outside++;
                }
            }

            Assert.True(inside > 0);
            Assert.True(outside > 0 || isochrone.Seconds == 720, $"{inside} inside, {outside} outside of {isochrone.Seconds}");
        }
    }

    [Fact]
    public void A_longer_time_reaches_at_least_as_far()
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File("monaco-2016")));
        var reach = IsochroneDrawing.Draw(roads.Metric, roads.SnapTo(roads.Grid.Bounds.Centre), [120, 600], CancellationToken.None);
        var shorter = reach[0].Polygons.SelectMany(polygon => polygon.Outer).Where((_, i) => i % 20 == 0);
        Assert.All(shorter, point => Assert.True(roads.Grid.Nearest(point, 500) is null || reach[1].Contains(point) || IsAtTheEdge(reach[1], point)));
    }

    [Fact]
    public void A_block_that_no_road_enters_is_a_hole()
    {
        var town = DrawnTown.Draw("""
            A-------------B
            |             |
            |             |
            |             |
            |             |
            |             |
            |             |
            |             |
            |             |
            |             |
            C-------------D
            """);
        var from = town.On("AB");
        var whole = Assert.Single(IsochroneDrawing.Draw(town.Roads.Metric, from, [600], CancellationToken.None));
        var polygon = Assert.Single(whole.Polygons);
        Assert.Single(polygon.Holes);
        Assert.Equal(polygon.Outer[0], polygon.Outer[^1]);
        var middle = new MapPoint((town.PlaceOf('A').Latitude + town.PlaceOf('D').Latitude) / 2, (town.PlaceOf('A').Longitude + town.PlaceOf('D').Longitude) / 2);
        Assert.False(whole.Contains(middle));
        Assert.All("ABCD", crossing => Assert.True(whole.Contains(town.PlaceOf(crossing))));

        // Ten seconds are a hundred metres each way.
        var near = Assert.Single(IsochroneDrawing.Draw(town.Roads.Metric, from, [10], CancellationToken.None));
        Assert.Empty(Assert.Single(near.Polygons).Holes);
        Assert.False(near.Contains(town.PlaceOf('A')));
    }

    [Fact]
    public void From_no_road_one_gets_nowhere_and_times_have_a_range()
    {
        var metric = DrawnTown.Draw("A---B").Roads.Metric;
        Assert.Empty(Assert.Single(IsochroneDrawing.Draw(metric, default, [60], CancellationToken.None)).Polygons);
        Assert.Throws<ArgumentException>(() => IsochroneDrawing.Draw(metric, default, [0], CancellationToken.None));
    }

    private static double Metres(ReachedStretch stretch, MapPoint place)
    {
        var stretchEast = Math.Cos(double.DegreesToRadians(place.Latitude));
        var (east, north) = ((stretch.To.Longitude - stretch.From.Longitude) * stretchEast, stretch.To.Latitude - stretch.From.Latitude);
        var (toEast, toNorth) = ((place.Longitude - stretch.From.Longitude) * stretchEast, place.Latitude - stretch.From.Latitude);
        var squared = east * east + north * north;
        var share = squared > 0 ? Math.Clamp((toEast * east + toNorth * north) / squared, 0, 1) : 0;
        return Math.Sqrt(Math.Pow(toEast - share * east, 2) + Math.Pow(toNorth - share * north, 2)) * 111_195;
    }

    private static bool IsAtTheEdge(Isochrone isochrone, MapPoint point) =>
        isochrone.Polygons.SelectMany(polygon => polygon.Holes.Append(polygon.Outer)).SelectMany(ring => ring).Any(other => other.DistanceMetres(point) < 120);
}
