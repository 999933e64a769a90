using Dispatch.Roads.Import;
using Dispatch.Roads.Network;

namespace Dispatch.Roads.Tests.Drawn;

/// <summary>A town drawn with letters (crossings) and lines (streets); a street is called by the letters at its ends.</summary>
/// <remarks>
/// <c>A--B</c> is the street AB, also when it goes down: letters from left to right and from top to bottom. <c>&gt;</c>, <c>&lt;</c>,
/// <c>v</c> and <c>^</c> in a line make it one-way. A character is 50 m wide and high. Streets are residential and 36 km/h (by a limit
/// of 45 km/h), so that one drives 10 m in a second, until a tag says otherwise.
/// </remarks>
internal sealed class DrawnTown
{
    private const double DegreesPerCharacter = 50 / 111_195.08;
    private const double Equator = 0.001; // so near to it that east and north measure alike

    private readonly Dictionary<char, (double Latitude, double Longitude)> places = [];
    private readonly Dictionary<char, Dictionary<string, string>> nodeTags = [];
    private readonly Dictionary<string, Dictionary<string, string>> wayTags = [];
    private readonly Dictionary<string, string> wayNodes = [];
    private readonly List<(string Kind, string From, string Via, string To, (string, string)[] Tags)> restrictions = [];
    private TestRoads? roads;
    private TurnCostRule rule = TurnCostRule.Free;

    private DrawnTown(string drawing)
    {
        var rows = drawing.Split('\n');
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (char.IsAsciiLetterUpper(rows[row][column]))
                    places[rows[row][column]] = (Equator - row * DegreesPerCharacter, column * DegreesPerCharacter);
            }
        }

        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                Follow(rows, row, column, 0, 1, "-><");
                Follow(rows, row, column, 1, 0, "|v^");
            }
        }
    }

    public static DrawnTown Draw(string drawing) => new(drawing);

    public TestRoads Roads => roads ??= new TestRoads(Write(), rule);

    /// <summary>Turns cost something; otherwise only traffic lights do.</summary>
    public DrawnTown Turning(TurnCostRule costs)
    {
        rule = costs;
        return this;
    }

    /// <summary>Gives a street a tag; an empty value takes it away.</summary>
    public DrawnTown Street(string street, string key, string value)
    {
        wayTags[street][key] = value;
        return this;
    }

    public DrawnTown Crossing(char crossing, string key, string value)
    {
        nodeTags.TryAdd(crossing, []);
        nodeTags[crossing][key] = value;
        return this;
    }

    /// <summary>Makes a way out of several streets' crossings, instead of those streets.</summary>
    public DrawnTown Way(string crossings, params (string Key, string Value)[] tags)
    {
        for (var i = 0; i + 1 < crossings.Length; i++)
        {
            wayNodes.Remove($"{crossings[i]}{crossings[i + 1]}");
            wayNodes.Remove($"{crossings[i + 1]}{crossings[i]}");
        }

        wayNodes[crossings] = crossings;
        wayTags[crossings] = Usual(crossings);
        foreach (var (key, value) in tags)
            wayTags[crossings][key] = value;
        return this;
    }

    /// <summary>Forbids or prescribes a turn; <paramref name="via"/> is a crossing, or streets with commas between. No kind for one that holds at times only.</summary>
    public DrawnTown Restrict(string kind, string from, string via, string to, params (string, string)[] tags)
    {
        restrictions.Add((kind, from, via, to, tags));
        return this;
    }

    public MapPoint PlaceOf(char crossing) => new(places[crossing].Latitude, places[crossing].Longitude);

    /// <summary>A place on a street, 0 at its first letter and 1 at its last.</summary>
    public Snap On(string street, double share = 0.5)
    {
        var (from, to) = (places[street[0]], places[street[^1]]);
        return Roads.SnapTo(new MapPoint(
            from.Latitude + share * (to.Latitude - from.Latitude), from.Longitude + share * (to.Longitude - from.Longitude)));
    }

    /// <summary>The streets of the fastest drive between the middles of two streets; "no road" when there is none.</summary>
    public string Drive(string from, string to) => Drive(On(from), On(to));

    public string Drive(Snap from, Snap to) =>
        Roads.Query.FindPath(from, to) is { } path ? string.Join(' ', path.Streets.Select(street => street.Name)) : "no road";

    public int Seconds(string from, string to) => Roads.Query.FindPath(On(from), On(to))?.Seconds ?? RoadQuery.NoRoad;

    public byte[] Write(string writingProgram = "", string source = "")
    {
        using var bytes = new MemoryStream();
        using (var writer = new OsmPbfWriter(bytes, writingProgram, source, packed: false))
        {
            foreach (var (crossing, place) in places)
                writer.Node(crossing, place.Latitude, place.Longitude, TagsOf(nodeTags.GetValueOrDefault(crossing)));
            foreach (var (street, nodes) in wayNodes)
                writer.Way(IdOf(street), nodes.Select(crossing => (long)crossing), TagsOf(wayTags[street]));
            for (var i = 0; i < restrictions.Count; i++)
                WriteRestriction(writer, i);
        }

        return bytes.ToArray();
    }

    private static Dictionary<string, string> Usual(string name) =>
        new() { ["highway"] = "tertiary", ["maxspeed"] = "45", ["name"] = name };

    private void Follow(string[] rows, int row, int column, int down, int right, string line)
    {
        char At(int r, int c) => r < rows.Length && c < rows[r].Length ? rows[r][c] : ' ';
        var from = At(row, column);
        if (!char.IsAsciiLetterUpper(from))
            return;

        var oneWay = '-';
        var (r, c) = (row + down, column + right);
        for (; line.Contains(At(r, c)); r += down, c += right)
        {
            if (At(r, c) != line[0])
                oneWay = At(r, c);
        }

        var to = At(r, c);
        if (!char.IsAsciiLetterUpper(to) || (r, c) == (row + down, column + right))
            return;

        var street = $"{from}{to}";
        wayNodes[street] = street;
        wayTags[street] = Usual(street);
        if (oneWay != '-')
            wayTags[street]["oneway"] = oneWay == line[1] ? "yes" : "-1";
    }

    private void WriteRestriction(OsmPbfWriter writer, int index)
    {
        var (kind, from, via, to, tags) = restrictions[index];
        var members = new List<OsmMember> { new(OsmKind.Way, IdOf(from), "from") };
        foreach (var one in via.Split(','))
            members.Add(one.Length == 1 ? new OsmMember(OsmKind.Node, one[0], "via") : new OsmMember(OsmKind.Way, IdOf(one), "via"));
        members.Add(new OsmMember(OsmKind.Way, IdOf(to), "to"));
        (string, string)[] always = kind.Length > 0 ? [("restriction", kind)] : [];
        writer.Relation(index + 1, members, [("type", "restriction"), .. always, .. tags]);
    }

    private static long IdOf(string street) => street.Aggregate(0L, (id, letter) => id * 128 + letter);

    private static IEnumerable<(string, string)> TagsOf(Dictionary<string, string>? tags) =>
        tags?.Where(tag => tag.Value.Length > 0).Select(tag => (tag.Key, tag.Value)) ?? [];
}
