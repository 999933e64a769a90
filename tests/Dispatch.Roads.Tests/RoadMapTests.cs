using Dispatch.Roads.Import;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests;

public sealed class RoadMapTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> told = [];

    private string MapFile => folder.File("town.osm.pbf");

    private string PreparedFile => Path.Combine(PreparedFolder, "town.osm.pbf.prepared");

    private string PreparedFolder => folder.File("prepared");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_map_is_prepared_once_and_opened_in_silence_afterwards()
    {
        WriteTown("A---B---C");
        using var first = Open();
        Assert.Equal("The map is prepared for the first time.", told[0]);
        Assert.Equal("The map is prepared.", told[^1]);
        told.Clear();

        using var second = Open();
        Assert.Empty(told);
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(first.Bounds, second.Bounds);
        Assert.Equal("© OpenStreetMap contributors", second.Attribution);
        Assert.Equal([PreparedFile], Directory.GetFiles(PreparedFolder));
    }

    [Fact]
    public void What_is_opened_again_drives_as_what_was_prepared()
    {
        var map = RealMaps.File("monaco-2016");
        var roads = new TestRoads(File.ReadAllBytes(map));
        var places = roads.Places(20, seed: 3);
        using (RoadMap.Open(map, PreparedFolder))
        {
        }

        using var opened = RoadMap.Open(map, PreparedFolder);
        var (seconds, metres) = roads.Table(places, places);
        var (secondsAgain, metresAgain) = (new int[400], new int[400]);
        opened.CreateQuery().Table(places, places, secondsAgain, metresAgain, CancellationToken.None);
        Assert.Equal(seconds, secondsAgain);
        Assert.Equal(metres, metresAgain);
        Assert.All(places, place => Assert.InRange(opened.SnapToRoad(place.Position, 10)!.Value.DistanceMetres, 0, 0.1));
    }

    [Fact]
    public void A_map_that_has_changed_is_prepared_again_and_has_another_version()
    {
        WriteTown("A---B---C");
        using var before = Open();
        WriteTown("A---B");
        told.Clear();
        using var after = Open();
        Assert.Equal("The map or the program has changed since it was prepared, so it is prepared again.", told[0]);
        Assert.NotEqual(before.Version, after.Version);
        Assert.NotEqual(before.Bounds, after.Bounds);
    }

    [Fact]
    public void Damage_anywhere_in_the_prepared_file_is_noticed_and_mended()
    {
        WriteTown("A---B---C");
        using var whole = Open();
        var bytes = File.ReadAllBytes(PreparedFile);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x20;
            File.WriteAllBytes(PreparedFile, damaged);
            told.Clear();
            using var mended = Open();
            Assert.Equal("The prepared map is damaged, so it is made again.", told[0]);
            Assert.Equal(bytes, File.ReadAllBytes(PreparedFile));
        }
    }

    [Fact]
    public void A_prepared_file_that_is_cut_short_is_noticed_and_mended()
    {
        WriteTown("A---B---C");
        using var whole = Open();
        var bytes = File.ReadAllBytes(PreparedFile);
        foreach (var length in new[] { 0, 1, 100, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(PreparedFile, bytes[..length]);
            told.Clear();
            using var mended = Open();
            Assert.NotEmpty(told);
            Assert.Equal(bytes, File.ReadAllBytes(PreparedFile));
        }
    }

    [Fact]
    public void What_is_not_a_map_is_refused_in_one_sentence_and_leaves_nothing_behind()
    {
        Refused("This file is not an OpenStreetMap extract", []);
        Refused("This file is not an OpenStreetMap extract", [1, 2]);
        Refused("This file is not an OpenStreetMap extract", "<html><body></body></html>"u8.ToArray());
        Refused("This file is not an OpenStreetMap extract", new byte[1_000_000]);
    }

    [Fact]
    public void A_map_without_roads_is_refused_in_one_sentence()
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes))
        {
            writer.Node(1, 47, 9);
            writer.Node(2, 47, 9.001);
            writer.Way(1, [1, 2], [("highway", "footway")]);
        }

        Refused("The map has no roads", bytes.ToArray());
        Refused("The map has no roads", DrawnTown.Draw("A->-B").Write());
    }

    [Fact]
    public void A_map_that_is_cut_short_is_refused_wherever_the_cut_is()
    {
        var town = DrawnTown.Draw("A---B---C").Write();
        for (var length = 1; length < town.Length; length++)
        {
            File.WriteAllBytes(MapFile, town[..length]);
            Assert.Throws<MapException>(Open);
        }

        var real = File.ReadAllBytes(RealMaps.File("monaco-2016"));
        Refused("The map is cut short", real[..(real.Length / 2)]);
        Refused("The map is cut short", real[..^1]);
    }

    [Fact]
    public void A_map_that_is_not_there_is_told_without_its_folder()
    {
        var refusal = Assert.Throws<MapException>(Open);
        Assert.Equal("The map town.osm.pbf cannot be read; check its path and permissions.", refusal.Message);
    }

    [Fact]
    public void A_preparation_that_is_broken_off_leaves_nothing_behind()
    {
        WriteTown("A---B---C");
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => RoadMap.Open(MapFile, PreparedFolder, _ => source.Cancel(), source.Token));
        Assert.Empty(Directory.GetFiles(PreparedFolder));
    }

    [Fact]
    public void What_a_killed_process_left_behind_is_cleared_and_what_another_is_writing_stays()
    {
        WriteTown("A---B---C");
        Directory.CreateDirectory(PreparedFolder);
        File.WriteAllText(PreparedFile + ".1.left.part", "half a file");
        using (new FileStream(PreparedFile + ".2.other.part", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            using var map = Open();
            Assert.Equal([PreparedFile, PreparedFile + ".2.other.part"], Directory.GetFiles(PreparedFolder).Order());
        }
    }

    [Fact]
    public void An_invented_town_names_its_own_source()
    {
        File.WriteAllBytes(MapFile, DrawnTown.Draw("A---B---C").Write("Dispatch town generator", "An invented town"));
        using var map = Open();
        Assert.Equal("An invented town", map.Attribution);
    }

    [Fact]
    public void Tables_are_refused_when_they_have_not_the_right_size()
    {
        WriteTown("A---B---C");
        using var map = Open();
        var (query, place) = (map.CreateQuery(), map.SnapToRoad(map.Bounds.Centre)!.Value);
        Assert.Throws<ArgumentException>(() => query.Table([place, place], [place], new int[1], []));
        Assert.Throws<ArgumentException>(() => query.Table([place, place], [place], new int[2], new int[1]));
    }

    [Fact]
    public void A_place_on_no_road_has_no_drives()
    {
        WriteTown("A---B---C");
        using var map = Open();
        var (query, place) = (map.CreateQuery(), map.SnapToRoad(map.Bounds.Centre)!.Value);
        var (seconds, metres) = (new int[4], new int[4]);
        query.Table([place, default], [place, default], seconds, metres);
        Assert.Equal([0, RoadQuery.NoRoad, RoadQuery.NoRoad, RoadQuery.NoRoad], seconds);
        Assert.Equal(seconds, metres);
        Assert.Null(query.FindPath(place, default));
        Assert.Null(query.FindPath(default, place));
    }

    [Fact]
    public void A_table_that_nobody_waits_for_any_more_ends_and_changes_nothing()
    {
        WriteTown("A---B---C");
        using var map = Open();
        var (query, place) = (map.CreateQuery(), map.SnapToRoad(map.Bounds.Centre)!.Value);
        var seconds = new[] { -1 };
        Assert.ThrowsAny<OperationCanceledException>(() => query.Table([place], [place], seconds, [], new CancellationToken(canceled: true)));
        Assert.Equal([-1], seconds);
    }

    private void Refused(string sentence, byte[] map)
    {
        File.WriteAllBytes(MapFile, map);
        var refusal = Assert.Throws<MapException>(Open);
        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(PreparedFolder) ? Directory.GetFiles(PreparedFolder) : []);
    }

    private void WriteTown(string drawing) => File.WriteAllBytes(MapFile, DrawnTown.Draw(drawing).Write());

    private RoadMap Open() => RoadMap.Open(MapFile, PreparedFolder, progress => told.Add(progress.Sentence));
}
