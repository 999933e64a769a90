using Dispatch.Roads.Prepared;

namespace Dispatch.Roads.Network;

/// <summary>The drivable roads of a map as flat arrays: segments with their geometry, and the states that a search walks over.</summary>
/// <remarks>
/// Immutable, read by all threads. A directed segment is 2 × segment in the order of its points and 1 more for the way back. A state is
/// on one directed segment; an arc is a turn from the end of its state's segment to the beginning of another's.
/// </remarks>
internal sealed class RoadNetwork
{
    /// <summary>Raised whenever the sections, the profile's rules or its speeds change.</summary>
    public const int FormatVersion = 6;

    /// <summary>By point: place in 1e-7 degrees.</summary>
    public required int[] PointLatitudesE7 { get; init; }

    /// <inheritdoc cref="PointLatitudesE7"/>
    public required int[] PointLongitudesE7 { get; init; }

    /// <summary>By point: time from the segment's first point to here, driving in the order of points.</summary>
    public required int[] PointForwardMilliseconds { get; init; }

    /// <summary>By point: time from here back to the segment's first point.</summary>
    public required int[] PointBackwardMilliseconds { get; init; }

    /// <summary>By point: length from the segment's first point.</summary>
    public required int[] PointCentimetres { get; init; }

    /// <summary>By segment: its first point; one more at the end.</summary>
    public required int[] FirstPoint { get; init; }

    /// <summary>By segment: its name among <see cref="Names"/>.</summary>
    public required int[] SegmentNames { get; init; }

    /// <summary>By segment.</summary>
    public required SegmentKind[] SegmentKinds { get; init; }

    /// <summary>Street names, each once.</summary>
    public required string[] Names { get; init; }

    /// <summary>By directed segment: the junction at which it begins.</summary>
    public required int[] TailJunctions { get; init; }

    /// <summary>By directed segment: when it is open, among <see cref="Conditions"/>.</summary>
    public required ushort[] DirectedConditions { get; init; }

    /// <summary>By state: its first arc; one more at the end.</summary>
    public required int[] FirstArc { get; init; }

    /// <summary>By arc: the state that it leads to.</summary>
    public required int[] ArcHeads { get; init; }

    /// <summary>By arc: time for the turn.</summary>
    public required int[] ArcMilliseconds { get; init; }

    /// <summary>By arc: when it may be taken, among <see cref="Conditions"/>.</summary>
    public required ushort[] ArcConditions { get; init; }

    /// <summary>Times of the week at which something is open; the first is always.</summary>
    public required WeekTimes[] Conditions { get; init; }

    /// <summary>By state: the directed segment that it is on.</summary>
    public required int[] DirectedOf { get; init; }

    /// <summary>By directed segment: the state in which a drive begins there, or −1.</summary>
    public required int[] StartStates { get; init; }

    /// <summary>By directed segment: the sign at its end, among <see cref="SignLines"/>.</summary>
    public required int[] DirectedSigns { get; init; }

    /// <summary>What is seen and read along roads, each once, as <see cref="Profile.RoadSign.Parse"/> reads it.</summary>
    public required string[] SignLines { get; init; }

    /// <summary>How many segments there are.</summary>
    public int SegmentCount => SegmentKinds.Length;

    /// <summary>How many states there are.</summary>
    public int StateCount => DirectedOf.Length;

    /// <summary>Whether a car may drive the directed segment.</summary>
    public bool MayDrive(int directed) =>
        (SegmentKinds[directed >> 1] & ((directed & 1) == 0 ? SegmentKind.Forward : SegmentKind.Backward)) != 0;

    /// <summary>Time and length of a whole directed segment.</summary>
    public long CostOf(int directed)
    {
        var last = FirstPoint[(directed >> 1) + 1] - 1;
        return DriveCost.Of(
            (directed & 1) == 0 ? PointForwardMilliseconds[last] : PointBackwardMilliseconds[last], PointCentimetres[last]);
    }

    /// <summary>Length of all segments.</summary>
    public long Metres()
    {
        var centimetres = 0L;
        for (var segment = 0; segment < SegmentCount; segment++)
            centimetres += PointCentimetres[FirstPoint[segment + 1] - 1];
        return centimetres / 100;
    }

    public void Save(PreparedFileWriter writer)
    {
        writer.Add("roads.points.latitudes", PointLatitudesE7);
        writer.Add("roads.points.longitudes", PointLongitudesE7);
        writer.Add("roads.points.forward", PointForwardMilliseconds);
        writer.Add("roads.points.backward", PointBackwardMilliseconds);
        writer.Add("roads.points.lengths", PointCentimetres);
        writer.Add("roads.segments.points", FirstPoint);
        writer.Add("roads.segments.names", SegmentNames);
        writer.Add("roads.segments.kinds", SegmentKinds);
        writer.AddText("roads.names", Names);
        writer.Add("roads.segments.tails", TailJunctions);
        writer.Add("roads.segments.conditions", DirectedConditions);
        writer.Add("roads.arcs", FirstArc);
        writer.Add("roads.arcs.heads", ArcHeads);
        writer.Add("roads.arcs.turns", ArcMilliseconds);
        writer.Add("roads.arcs.conditions", ArcConditions);
        writer.AddText("roads.conditions", [.. Conditions.Select(times => times.ToString())]);
        writer.Add("roads.states.directed", DirectedOf);
        writer.Add("roads.starts", StartStates);
        writer.Add("roads.signs.directed", DirectedSigns);
        writer.AddText("roads.signs", SignLines);
    }

    public static RoadNetwork Load(PreparedFile file) => new()
    {
        PointLatitudesE7 = file.Read<int>("roads.points.latitudes"),
        PointLongitudesE7 = file.Read<int>("roads.points.longitudes"),
        PointForwardMilliseconds = file.Read<int>("roads.points.forward"),
        PointBackwardMilliseconds = file.Read<int>("roads.points.backward"),
        PointCentimetres = file.Read<int>("roads.points.lengths"),
        FirstPoint = file.Read<int>("roads.segments.points"),
        SegmentNames = file.Read<int>("roads.segments.names"),
        SegmentKinds = file.Read<SegmentKind>("roads.segments.kinds"),
        Names = file.ReadText("roads.names"),
        TailJunctions = file.Read<int>("roads.segments.tails"),
        DirectedConditions = file.Read<ushort>("roads.segments.conditions"),
        FirstArc = file.Read<int>("roads.arcs"),
        ArcHeads = file.Read<int>("roads.arcs.heads"),
        ArcMilliseconds = file.Read<int>("roads.arcs.turns"),
        ArcConditions = file.Read<ushort>("roads.arcs.conditions"),
        Conditions = Array.ConvertAll(file.ReadText("roads.conditions"), WeekTimes.Parse),
        DirectedOf = file.Read<int>("roads.states.directed"),
        StartStates = file.Read<int>("roads.starts"),
        DirectedSigns = file.Read<int>("roads.signs.directed"),
        SignLines = file.ReadText("roads.signs"),
    };
}

/// <summary>What a segment allows.</summary>
[Flags]
internal enum SegmentKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Driving in the order of its points.</summary>
    Forward = 1,

    /// <summary>Driving against it.</summary>
    Backward = 2,

    /// <summary>A drive may begin and end here: it can be reached and left, and it is no ferry.</summary>
    HoldsPlaces = 4,

    /// <summary>One keeps to the left here.</summary>
    LeftHand = 8,
}
