using Dispatch.Roads.Addresses;
using Dispatch.Roads.Import;

namespace Dispatch.Roads.Tests.Addresses;

public sealed class AddressSearchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RoadMap? map;

    public void Dispose()
    {
        map?.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("Long Street 12", "Long Street 12, 9490 Vaduz")]
    [InlineData("12 long st", "Long Street 12, 9490 Vaduz")]
    [InlineData("LONG STR 12", "Long Street 12, 9490 Vaduz")]
    [InlineData("lnog street 12", "Long Street 12, 9490 Vaduz")]
    [InlineData("long sreet 12", "Long Street 12, 9490 Vaduz")]
    [InlineData("long street 12 vaduz", "Long Street 12, 9490 Vaduz")]
    [InlineData("9490 long street 12", "Long Street 12, 9490 Vaduz")]
    [InlineData("long street 22", "Long Street 20-24, 9490 Vaduz")]
    [InlineData("long street 20-24", "Long Street 20-24, 9490 Vaduz")]
    [InlineData("long street 7 b", "Long Street 7b, 9490 Vaduz")]
    [InlineData("long", "Long Street, 9490 Vaduz")]
    [InlineData("muhleweg", "Mühleweg, Vaduz")]
    [InlineData("muehleweg", "Mühleweg, Vaduz")]
    [InlineData("mühlweg", "Mühleweg, Vaduz")]
    [InlineData("landstr", "Landstrasse, Vaduz")]
    [InlineData("landstraße", "Landstrasse, Vaduz")]
    [InlineData("fifth ave", "5th Avenue, Vaduz")]
    [InlineData("5th av", "5th Avenue, Vaduz")]
    [InlineData("vaduz", "Vaduz")]
    [InlineData("schaan church", "Church Lane, Schaan")]
    public void What_one_types_is_found(string typed, string label) => Assert.Equal(label, Map.Addresses.Search(typed, null, 5)[0].Label);

    [Theory]
    [InlineData("5th & Long")]
    [InlineData("long street and fifth avenue")]
    [InlineData("Long St / 5th Ave")]
    [InlineData("long at 5th")]
    public void Two_streets_are_their_crossing(string typed)
    {
        var match = Map.Addresses.Search(typed, null, 5)[0];
        Assert.Equal(AddressKind.Crossing, match.Kind);
        Assert.InRange(match.Position.DistanceMetres(new MapPoint(47.1410, 9.5200)), 0, 1);
    }

    [Fact]
    public void A_number_that_the_map_has_not_lies_between_its_neighbours_and_says_so()
    {
        var match = Map.Addresses.Search("Long Street 14", null, 5)[0];
        Assert.Equal(("Long Street 14, 9490 Vaduz", true, AddressKind.House), (match.Label, match.IsApproximate, match.Kind));
        var (lower, higher) = (Map.Addresses.Search("Long Street 12", null, 1)[0], Map.Addresses.Search("Long Street 18", null, 1)[0]);
        Assert.False(lower.IsApproximate);
        Assert.Equal(lower.Position.DistanceMetres(higher.Position) / 3, lower.Position.DistanceMetres(match.Position), 1.0);
    }

    [Fact]
    public void A_number_beyond_all_houses_is_the_street_alone()
    {
        var match = Map.Addresses.Search("Long Street 200", null, 5)[0];
        Assert.Equal((AddressKind.Street, "Long Street, 9490 Vaduz"), (match.Kind, match.Label));
    }

    [Fact]
    public void Of_two_streets_of_one_name_the_nearer_comes_first()
    {
        Assert.Equal("Church Lane, Schaan", Map.Addresses.Search("church lane", new MapPoint(47.165, 9.51), 5)[0].Label);
        Assert.Equal("Church Lane, Vaduz", Map.Addresses.Search("church lane", new MapPoint(47.14, 9.52), 5)[0].Label);
        Assert.Equal(2, Map.Addresses.Search("church lane", null, 5).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("&")]
    [InlineData("& / @")]
    [InlineData("xyzzy")]
    [InlineData("12")]
    public void What_means_nothing_finds_nothing(string typed) => Assert.Empty(Map.Addresses.Search(typed, null, 5));

    [Fact]
    public void A_place_is_told_by_the_house_at_the_door_or_the_street()
    {
        var house = Map.Addresses.Search("Long Street 12", null, 1)[0];
        Assert.Equal(house, Map.Addresses.Nearest(new MapPoint(house.Position.Latitude + 0.00005, house.Position.Longitude)));
        Assert.Equal("Landstrasse, Vaduz", Map.Addresses.Nearest(new MapPoint(47.1452, 9.5180))!.Label);
        Assert.Null(Map.Addresses.Nearest(new MapPoint(47.3, 9.9)));
        Assert.Null(Map.Addresses.Nearest(new MapPoint(double.NaN, 0)));
    }

    [Theory]
    [InlineData("street", "street", 0)]
    [InlineData("stret", "street", 1)]
    [InlineData("sreet", "street", 1)]
    [InlineData("tsreet", "street", 1)]
    [InlineData("strxeet", "street", 1)]
    [InlineData("stra", "street", 1)]
    [InlineData("meadowlnae", "meadowlane", 1)]
    [InlineData("medowlnae", "meadowlane", 2)]
    [InlineData("abcdef", "street", 3)]
    public void Slips_are_counted(string typed, string word, int slips) => Assert.Equal(slips, Slips.Count(typed, word, 2));

    [Fact]
    public void Real_house_numbers_of_a_country_are_found_as_they_are_written()
    {
        using var country = RoadMap.Open(RealMaps.File("liechtenstein-2021"), folder.File("prepared"));
        var houses = country.Addresses.HomesOnStreets(2000, seed: 7).Where(home => !home.IsInvented && home.City is not null).Take(300).ToList();
        Assert.True(houses.Count > 100);
        foreach (var house in houses)
        {
            var found = country.Addresses.Search($"{house.Street} {house.HouseNumber}, {house.City}", null, 8);
            Assert.Contains(found, match => match.Street == house.Street && match.HouseNumber == house.HouseNumber && match.City == house.City);
            Assert.Equal(AddressKind.House, country.Addresses.Nearest(house.Position)!.Kind);
        }
    }

    private RoadMap Map
    {
        get
        {
            if (map is null)
            {
                File.WriteAllBytes(folder.File("town.osm.pbf"), Town());
                map = RoadMap.Open(folder.File("town.osm.pbf"), folder.File("prepared"));
            }

            return map;
        }
    }

    private static byte[] Town()
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes))
        {
            // Long Street runs north, 5th Avenue and Landstrasse cross it, Mühleweg and a Church Lane lie beside, another one in the next town.
            (double, double)[] corners =
            [
                (47.1400, 9.5200), (47.1410, 9.5200), (47.1450, 9.5200), (47.1410, 9.5150), (47.1410, 9.5250), (47.1450, 9.5150), (47.1450, 9.5250),
                (47.1400, 9.5250), (47.1600, 9.5100), (47.1700, 9.5100), (47.1400, 9.5150),
            ];
            for (var i = 0; i < corners.Length; i++)
                writer.Node(i + 1, corners[i].Item1, corners[i].Item2);
            writer.Node(20, 47.1420, 9.5202, House("12"));
            writer.Node(21, 47.1432, 9.5202, House("18"));
            writer.Node(22, 47.1436, 9.5202, House("20-24"));
            writer.Node(23, 47.1421, 9.5198, House("13"));
            writer.Node(24, 47.1424, 9.5198, House("7b"));
            writer.Node(30, 47.1410, 9.5210, [("place", "town"), ("name", "Vaduz")]);
            writer.Node(31, 47.1650, 9.5100, [("place", "town"), ("name", "Schaan")]);
            writer.Way(1, [1, 2, 3], Street("Long Street"));
            writer.Way(2, [4, 2, 5], Street("5th Avenue"));
            writer.Way(3, [6, 3, 7], Street("Landstrasse"));
            writer.Way(4, [1, 8], Street("Mühleweg"));
            writer.Way(5, [8, 5], Street("Church Lane"));
            writer.Way(6, [6, 9], Street("Way North"));
            writer.Way(7, [9, 10], Street("Church Lane"));
        }

        return bytes.ToArray();
    }

    private static (string, string)[] Street(string name) => [("highway", "residential"), ("name", name)];

    private static (string, string)[] House(string number) =>
        [("addr:street", "Long Street"), ("addr:housenumber", number), ("addr:postcode", "9490"), ("addr:city", "Vaduz")];
}
