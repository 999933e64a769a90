using System.Xml.Linq;

namespace Dispatch.Architecture.Tests;

public sealed class ArrowTests
{
    public static TheoryData<string> Rooms => [.. Drawn().Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_what_the_table_draws(string room) =>
        Assert.Empty(References(room).Except(Drawn()[room]));

    [Fact]
    public void Every_room_stands_in_the_table()
    {
        var projects = Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(projects.Order(), Drawn().Keys.Order());
    }

    [Theory]
    [InlineData("Dispatch.Domain", "NodaTime", "Microsoft.Orleans.Serialization.Abstractions")]
    [InlineData("Dispatch.Planning")]
    public void The_innermost_rooms_know_no_other_package(string room, params string[] allowed) =>
        Assert.Empty(Project(room).Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value).Except(allowed));

    private static Dictionary<string, HashSet<string>> Drawn() =>
        File.ReadLines(Repository.Path("ARCHITECTURE.md"))
            .Where(line => line.StartsWith("| Dispatch.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(
                cells => cells[1],
                cells => cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => "Dispatch." + name)
                    .ToHashSet());

    private static IEnumerable<string> References(string room) =>
        Project(room).Descendants("ProjectReference")
            .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path));

    private static XDocument Project(string room) => XDocument.Load(Repository.Path("src", room, room + ".csproj"));
}
