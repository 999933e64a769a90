using Dispatch.Maps.TownGenerator;

namespace Dispatch.Roads.Tests;

public sealed class BuiltInMapTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_town_is_drawn_the_same_to_the_byte_every_time() => Assert.Equal(Town.Make(), Town.Make());

    [Fact]
    public void The_map_that_is_kept_is_the_one_that_its_generator_draws() => Assert.Equal(File.ReadAllBytes(KeptMap()), Town.Make());

    [Fact]
    public void The_town_has_what_a_demo_day_needs()
    {
        using var map = RoadMap.Open(KeptMap(), folder.File("prepared"));
        Assert.Equal("Alderhaven, an invented town (CC0)", map.Attribution);
        Assert.Equal(180, map.Addresses.HomesOnStreets(180, seed: 1).Count);
        Assert.NotEmpty(map.Addresses.Search("Alderhaven", null, 5));
    }

    private static string KeptMap()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Dispatch.sln")))
            at = at.Parent;
        return Path.Combine(at.FullName, "maps", "alderhaven.osm.pbf");
    }
}
