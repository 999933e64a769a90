using Dispatch.Host.Serving;
using Dispatch.Planning.Rich.Errands;
using Dispatch.Roads;

namespace Dispatch.Host.Solve.Instances;

/// <summary>The places of a VROOM input: indices of its matrices, or coordinates on a map of ours; and the tables between them.</summary>
internal sealed class VroomPlaces
{
    private readonly JsonPlace input;
    private readonly string? mapFile;
    private readonly Dictionary<(double Longitude, double Latitude), int> seen = [];
    private readonly List<(double Longitude, double Latitude)> points = [];
    private readonly Dictionary<string, (int[] Seconds, int[]? Metres, int[]? Costs)> matrices = [];
    private (int[] Seconds, int[] Metres)? road;

    public VroomPlaces(JsonPlace input, string? mapFile)
    {
        (this.input, this.mapFile) = (input, mapFile);
        if (input.Has("matrices"))
        {
            foreach (var profile in input["matrices"].Names())
                Matrix(profile, input["matrices"][profile]);
        }
        else if (input.Has("matrix"))
        {
            Size = input["matrix"].Items().Length;
            matrices["car"] = (input["matrix"].Table(Size), null, null);
        }
    }

    /// <summary>Whether the input brings its own tables.</summary>
    public bool HasMatrices => matrices.Count > 0;

    /// <summary>Whether there are distances.</summary>
    public bool HasDistances { get; private set; }

    /// <summary>How many places.</summary>
    public int Size { get; private set; }

    /// <summary>The place of something that has NAME_index (a matrix's row) or NAME (coordinates); -1 if it has neither and need not.</summary>
    public int Of(JsonPlace item, string name, bool isNeeded)
    {
        var index = name == "location" ? "location_index" : name + "_index";
        if (HasMatrices && item.Has(index))
            return item[index].Whole(0, Size - 1);
        if (HasMatrices && item.Has(name))
            throw item.Wrong($"'{index}' is missing: with matrices a place is a row of them.");
        if (item.Has(name))
            return Point(item[name]);
        return isNeeded ? throw item.Wrong(HasMatrices ? $"'{index}' is missing." : $"'{name}' is missing: [longitude, latitude].") : -1;
    }

    /// <summary>Times, distances where there are any, and costs where they are the input's own.</summary>
    public (int[] Seconds, int[]? Metres, int[]? Costs) Table(JsonPlace vehicle, string profile)
    {
        if (HasMatrices)
            return matrices.TryGetValue(profile, out var found) ? found : throw vehicle.Wrong($"there is no matrix for the profile '{profile}'.");
        if (points.Count > 0 && mapFile is null)
            throw input.Wrong("there are coordinates but no matrices; say --map FILE to drive on a map.");
        var (seconds, metres) = road ??= OnRoads();
        return (seconds, metres, null);
    }

    private void Matrix(string profile, JsonPlace matrix)
    {
        var size = matrix["durations"].Items().Length;
        if (matrices.Count > 0 && size != Size)
            throw matrix["durations"].Wrong($"the table has {size} rows, and that of another profile {Size}.");
        Size = size;
        HasDistances |= matrix.Has("distances");
        matrices[profile] = (matrix["durations"].Table(size), matrix.Has("distances") ? matrix["distances"].Table(size) : null, matrix.Has("costs") ? matrix["costs"].Table(size) : null);
    }

    private int Point(JsonPlace place)
    {
        var ends = place.Items();
        if (ends.Length != 2)
            throw place.Wrong("coordinates are [longitude, latitude].");
        var point = (ends[0].Number(-180, 180), ends[1].Number(-90, 90));
        if (seen.TryGetValue(point, out var index))
            return index;
        points.Add(point);
        Size = points.Count;
        return seen[point] = points.Count - 1;
    }

    private (int[] Seconds, int[] Metres) OnRoads()
    {
        var count = points.Count;
        var (seconds, metres) = (new int[count * count], new int[count * count]);
        if (count == 0)
            return (seconds, metres);
        HasDistances = true;
        using var map = RoadMap.Open(mapFile!, Path.Combine(ServeOptions.Default.DataFolder, "maps"));
        var snaps = points.Select(point => map.SnapToRoad(new MapPoint(point.Latitude, point.Longitude))
            ?? throw input.Wrong(FormattableString.Invariant($"no road of the map is near [{point.Longitude}, {point.Latitude}]."))).ToArray();
        map.CreateQuery().Table(snaps, snaps, seconds, metres);
        for (var i = 0; i < seconds.Length; i++)
            (seconds[i], metres[i]) = seconds[i] == RoadQuery.NoRoad ? (ErrandVehicle.Never, 0) : (seconds[i], metres[i]);
        return (seconds, metres);
    }
}
