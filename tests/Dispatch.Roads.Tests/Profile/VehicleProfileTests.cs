using System.Text;
using Dispatch.Roads.Tests.Drawn;

namespace Dispatch.Roads.Tests.Profile;

public sealed class VehicleProfileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_built_in_profile_is_a_van() => Assert.Equal("van", VehicleProfile.Default.Name);

    [Fact]
    public void A_copy_of_the_built_in_profile_can_be_changed_and_given()
    {
        File.WriteAllText(folder.File("truck.json"), VehicleProfile.DefaultText()
            .Replace("\"name\": \"van\"", "\"name\": \"truck\"", StringComparison.Ordinal)
            .Replace("\"weightTonnes\": 3.5", "\"weightTonnes\": 12", StringComparison.Ordinal));
        var truck = VehicleProfile.Load(folder.File("truck.json"));
        Assert.Equal("truck", truck.Name);
        Assert.Null(Tagged.Way("highway=residential | maxweight=7.5", profile: truck));
        Assert.NotNull(Tagged.Way("highway=residential | maxweight=7.5"));
    }

    [Fact]
    public void A_map_is_prepared_anew_for_another_profile()
    {
        File.WriteAllBytes(folder.File("town.osm.pbf"), DrawnTown.Draw("A---B---C").Write());
        var other = VehicleProfile.Parse("other", Encoding.UTF8.GetBytes(Replaced("\"shareOfLimit\": 0.8", "\"shareOfLimit\": 0.7")));
        using var van = RoadMap.Open(folder.File("town.osm.pbf"), folder.File("prepared"));
        var told = new List<string>();
        using var slower = RoadMap.Open(folder.File("town.osm.pbf"), folder.File("prepared"), other, progress => told.Add(progress.Sentence));
        Assert.NotEqual(van.Version, slower.Version);
        Assert.StartsWith("The map or the program has changed", told[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"shareOfLimit\": 0.8", "\"shareOfLimit\": 8", "shareOfLimit is 8; it must be 0.1 to 1.")]
    [InlineData("\"usualKmh\": 100", "\"usualKmh\": 1000", "roads.motorway.usualKmh is 1000; it must be 1 to 200.")]
    [InlineData("\"signals\": 5", "\"signals\": -5", "delays.signals is -5; it must be 0 to 600.")]
    [InlineData("[[42.42, 1.4, 42.66, 1.79]]", "[[42.66, 1.4, 42.42, 1.79]]", "countries.AD.boxes has a box that is not south, west, north, east in degrees.")]
    [InlineData("\"shareOfLimit\": 0.8,", "", "shareOfLimit")]
    [InlineData("\"shareOfLimit\": 0.8", "\"shareOfLimits\": 0.8", "shareOfLimits")]
    [InlineData("25, \"access\": \"ends\"", "25, \"access\": \"sometimes\"", "in line")]
    [InlineData("\"shareOfLimit\": 0.8", "\"shareOfLimit\": ", "in line")]
    public void A_wrong_field_is_told_by_its_name(string right, string wrong, string sentence)
    {
        var refusal = Assert.Throws<MapException>(() => VehicleProfile.Parse("mine.json", Encoding.UTF8.GetBytes(Replaced(right, wrong))));
        Assert.StartsWith("The profile mine.json cannot be used: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_is_not_there_is_told_without_its_folder() =>
        Assert.Equal("The profile no.json cannot be read; check its path and permissions.", Assert.Throws<MapException>(() => VehicleProfile.Load(folder.File("no.json"))).Message);

    private static string Replaced(string one, string other)
    {
        var text = VehicleProfile.DefaultText();
        var at = text.IndexOf(one, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), other, text.AsSpan(at + one.Length));
    }
}
