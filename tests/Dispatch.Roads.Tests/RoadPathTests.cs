using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests;

public sealed class RoadPathTests
{
    // 200 m from letter to letter sideways and 100 m downwards, at 10 m/s.
    private static readonly DrawnTown Town = DrawnTown.Draw("""
        A---B---C
            |
        D---E---F
        """);

    [Fact]
    public void A_path_names_its_streets_with_length_and_time()
    {
        var path = Town.Roads.Query.FindPath(Town.On("AB"), Town.On("EF"))!;
        Assert.Equal((30, 300), (path.Seconds, path.Metres), Tolerant);
        Assert.Equal(["AB", "BE", "EF"], path.Streets.Select(street => street.Name));
        Assert.Equal([0, 1, 2], path.Streets.Select(street => street.FirstPoint));
        Assert.All(path.Streets, street => Assert.Equal((10, 100), (street.Seconds, street.Metres), Tolerant));
        Assert.Equal(4, path.Points.Count);
        Assert.Equal([0, 10, 20, 30], path.SecondsAtPoint.Select(seconds => (int)Math.Round(seconds / 10.0) * 10));
    }

    [Fact]
    public void One_is_where_the_time_has_brought_one_and_looks_where_one_drives()
    {
        var path = Town.Roads.Query.FindPath(Town.On("AB"), Town.On("EF"))!;
        Assert.Equal(path.Points[0], path.PositionAt(-5, out var first));
        Assert.Equal(90, first, 0.1);
        Near(Town.On("AB", 0.75).Position, path.PositionAt(5, out _));
        Near(Town.On("BE").Position, path.PositionAt(15, out var down));
        Assert.Equal(180, down, 0.1);
        Near(Town.On("EF", 0.25).Position, path.PositionAt(25, out _));
        Assert.Equal(path.Points[^1], path.PositionAt(1e9, out var last));
        Assert.Equal(90, last, 0.1);
        Assert.Equal(path.Points[0], path.PositionAt(double.NaN, out _));
    }

    [Fact]
    public void Moving_along_a_path_never_jumps_and_never_goes_back()
    {
        var roads = new TestRoads(File.ReadAllBytes(RealMaps.File("monaco-2016")));
        var places = roads.Places(20, seed: 5);
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var path = roads.Query.FindPath(places[i], places[i + 1])!;
            var (driven, before) = (0.0, path.PositionAt(0, out _));
            for (var seconds = 0.0; seconds <= path.Seconds; seconds += 0.5)
            {
                var here = path.PositionAt(seconds, out var heading);
                Assert.InRange(heading, 0, 360);
                var step = before.DistanceMetres(here);
                Assert.InRange(step, 0, 18); // 130 km/h
                driven += step;
                before = here;
            }

            Assert.InRange(driven, path.Metres * 0.9 - 20, path.Metres + 20);
        }
    }

    [Fact]
    public void A_path_between_two_places_on_one_street_stays_on_it()
    {
        var path = Town.Roads.Query.FindPath(Town.On("AB", 0.75), Town.On("AB", 0.25))!;
        Assert.Equal((10, 100), (path.Seconds, path.Metres), Tolerant);
        Assert.Equal("AB", Assert.Single(path.Streets).Name);
        Assert.Equal(2, path.Points.Count);
        path.PositionAt(5, out var heading);
        Assert.Equal(270, heading, 0.1);
    }

    [Fact]
    public void A_path_from_a_place_to_itself_takes_no_time()
    {
        var path = Town.Roads.Query.FindPath(Town.On("AB"), Town.On("AB"))!;
        Assert.Equal((0, 0, 2), (path.Seconds, path.Metres, path.Points.Count));
        Assert.Equal(path.Points[0], path.PositionAt(0, out var heading));
        Assert.Equal(0, heading);
    }

    private static bool Tolerant((int Seconds, int Metres) expected, (int Seconds, int Metres) actual) =>
        Math.Abs(expected.Seconds - actual.Seconds) <= 1 && Math.Abs(expected.Metres - actual.Metres) <= 1;

    private static void Near(MapPoint expected, MapPoint actual) => Assert.InRange(expected.DistanceMetres(actual), 0, 1);
}
