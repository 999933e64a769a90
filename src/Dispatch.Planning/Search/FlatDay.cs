using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dispatch.Planning.Search;

/// <summary>A problem in flat arrays, as the search reads it. Immutable; shared by the threads of one search.</summary>
/// <remarks>
/// Nodes are the visits 0 to n - 1, then for each route its start n + 2r and its end n + 2r + 1. Times are seconds; a day has no time
/// after <see cref="Latest"/>, and where no road leads the drive is <see cref="Far"/>, longer than any day, so that sums need no test.
/// </remarks>
internal sealed class FlatDay
{
    /// <summary>No window ends later.</summary>
    public const int Latest = 1 << 28;

    /// <summary>The drive where no road leads.</summary>
    public const int Far = 1 << 29;

    /// <summary>A time that is never reached; its negative comes before all times.</summary>
    public const int Never = 1 << 30;

    // Beyond so many places a second table would be too large.
    private const int MostPlacesTurned = 4_000;

    private int[] seconds;
    private readonly int[] turned;
    private int[]? distances;
    private readonly ulong[] mayDo;
    private readonly int words;

    public FlatDay(Problem problem)
    {
        Problem = problem;
        (VisitCount, RouteCount) = (problem.Visits.Length, problem.Technicians.Length);
        NodeCount = VisitCount + 2 * RouteCount;
        PlaceCount = problem.Travel.PlaceCount;
        seconds = problem.Travel.Seconds;
        if (seconds.AsSpan().ContainsAnyInRange(Far, int.MaxValue))
            seconds = [.. seconds.Select(drive => Math.Min(drive, Far))];
        distances = problem.Weights.Distance == 0 ? null : problem.Travel.Distances;
        var number = Renumber();
        if (problem.Travel.DependsOnDeparture)
            Timed = new TimedDrives(problem, number);
        if (problem.Travel.VehicleCount > 1)
            Vehicles = new VehicleDrives(problem, number);
        (turned, IsSymmetric) = Turn(seconds, PlaceCount);
        Stops = new StopFacts[NodeCount];
        SkipCost = new long[VisitCount];
        for (var v = 0; v < VisitCount; v++)
        {
            Stops[v] = StopFacts.Of(problem.DayVisits is null ? problem.Visits[v] : problem.Visits[v] with { Windows = [] }, number[problem.Visits[v].Place]);
            SkipCost[v] = problem.Visits[v].SkipCost == PlanVisit.NoPrice ? 0 : problem.Visits[v].SkipCost;
        }

        DriveWeight = problem.Weights.DriveSecond;
        DueBy = [.. problem.Visits.Select(visit => Math.Min(visit.Deadline, Math.Min(visit.PromiseEnd, visit.Windows is { Count: > 0 } windows ? windows[^1].End : PlanVisit.None)))];
        HasClasses = problem.Visits.Select(visit => visit.Urgency).Distinct().Count() > 1;
        Pauses = new PlanBreak?[RouteCount];
        FixedCost = new long[RouteCount];
        for (var r = 0; r < RouteCount; r++)
        {
            var technician = problem.Technicians[r];
            Stops[Start(r)] = new StopFacts(number[technician.StartPlace], technician.AvailableFrom, Latest, 0);
            Stops[End(r)] = new StopFacts(number[technician.EndPlace], 0, Math.Min(Latest, problem.LatestHome(r)), 0);
            Pauses[r] = technician.Break;
            FixedCost[r] = (long)problem.Weights.Technician + technician.FixedCost;
        }

        words = (RouteCount + 63) / 64;
        mayDo = new ulong[VisitCount * words];
        for (var v = 0; v < VisitCount; v++)
        {
            for (var r = 0; r < RouteCount; r++)
                mayDo[v * words + (r >> 6)] |= problem.CanDo(r, v) ? 1UL << (r & 63) : 0;
        }

        Van = new VanRoom(problem);
        Kinds = TechnicianKinds.In(problem);
        Near = new Nearness(this);
    }

    /// <summary>What is planned.</summary>
    public Problem Problem { get; }

    public int VisitCount { get; }

    public int RouteCount { get; }

    public int NodeCount { get; }

    public int PlaceCount { get; }

    /// <summary>Place, window and duration of each node; places are numbered anew, as <see cref="PlaceOrder"/> has them.</summary>
    public StopFacts[] Stops { get; }

    /// <summary>The price of leaving out a visit; 0 where that counts as urgency.</summary>
    public long[] SkipCost { get; }

    /// <summary>When a visit should be begun at the latest; <see cref="PlanVisit.None"/> for any time.</summary>
    public int[] DueBy { get; }

    /// <summary>Whether some visits are more urgent than others.</summary>
    public bool HasClasses { get; }

    /// <summary>The first break of each route; none where there is none.</summary>
    public PlanBreak?[] Pauses { get; }

    /// <summary>What it costs to use a route at all.</summary>
    public long[] FixedCost { get; }

    /// <summary>What a second of driving costs.</summary>
    public int DriveWeight { get; }

    /// <summary>Whether each drive takes as long as the one back.</summary>
    public bool IsSymmetric { get; }

    /// <summary>Parts and loads.</summary>
    public VanRoom Van { get; }

    /// <summary>Technicians who are alike.</summary>
    public TechnicianKinds Kinds { get; }

    /// <summary>For each visit the others that are near.</summary>
    public Nearness Near { get; }

    /// <summary>The node where a route starts.</summary>
    public int Start(int route) => VisitCount + 2 * route;

    /// <summary>The node where a route ends.</summary>
    public int End(int route) => VisitCount + 2 * route + 1;

    /// <summary>Whether no hard rule keeps a visit from a technician, the van's load apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayDo(int route, int visit) => (mayDo[visit * words + (route >> 6)] >> (route & 63) & 1) != 0;

    /// <summary>Drive times by departure; none where they do not depend on it.</summary>
    public TimedDrives? Timed { get; }

    /// <summary>Drives by kind of vehicle; none where all drive alike.</summary>
    public VehicleDrives? Vehicles { get; }

    /// <summary>Drive from place to place; by departure, the shortest of the day, and of all vehicles where they differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Drive(int fromPlace, int toPlace) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(seconds), (nint)fromPlace * PlaceCount + toPlace);

    /// <summary>Drive to a place from others: the same, fast where many places are asked for one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DriveTo(int toPlace, int fromPlace) => turned.Length == 0
        ? Drive(fromPlace, toPlace)
        : Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(turned), (nint)toPlace * PlaceCount + fromPlace);

    /// <summary>The cost of an arc: driving and distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ArcCost(int fromPlace, int toPlace, int drive) =>
        (long)drive * Problem.Weights.DriveSecond + (distances is null ? 0 : (long)distances[fromPlace * PlaceCount + toPlace] * Problem.Weights.Distance);

    // Brings the tables into an order in which near places stand near each other; gives the new number of each place.
    private int[] Renumber()
    {
        var number = new int[PlaceCount];
        if (PlaceCount > MostPlacesTurned)
        {
            for (var place = 0; place < number.Length; place++)
                number[place] = place;
            return number;
        }

        var order = PlaceOrder.Of(seconds, PlaceCount);
        for (var place = 0; place < order.Length; place++)
            number[order[place]] = place;
        seconds = Reorder(seconds, order);
        distances = distances is null ? null : Reorder(distances, order);
        return number;
    }

    private static int[] Reorder(int[] table, int[] order)
    {
        var reordered = new int[table.Length];
        for (var row = 0; row < order.Length; row++)
        {
            var from = table.AsSpan(order[row] * order.Length, order.Length);
            var to = reordered.AsSpan(row * order.Length, order.Length);
            for (var column = 0; column < to.Length; column++)
                to[column] = from[order[column]];
        }

        return reordered;
    }

    // The table by destination, in blocks that fit into the cache; the table itself where both ways take as long.
    private static (int[] Turned, bool IsSymmetric) Turn(int[] table, int size)
    {
        if (size > MostPlacesTurned)
            return ([], false);
        const int Block = 64;
        var (turned, isSymmetric) = (new int[table.Length], true);
        for (var top = 0; top < size; top += Block)
        {
            for (var left = 0; left < size; left += Block)
            {
                for (var row = top; row < Math.Min(size, top + Block); row++)
                {
                    for (var column = left; column < Math.Min(size, left + Block); column++)
                    {
                        turned[column * size + row] = table[row * size + column];
                        isSymmetric &= table[column * size + row] == table[row * size + column];
                    }
                }
            }
        }

        return isSymmetric ? (table, true) : (turned, false);
    }

    /// <summary>What it costs that this visit goes to this technician: another than people were told, or one who is not preferred, or does not know the patient.</summary>
    public long HolderCost(int route, int visit) =>
        (Problem.Visits[visit].ToldTechnician is >= 0 and var told && told != route ? Problem.Weights.OtherTechnician : 0) + (Problem.HolderPrices?.Of(route, visit) ?? 0);
}

/// <summary>What the search needs of a node: its place, when work may begin there, how long it lasts.</summary>
internal readonly record struct StopFacts(int Place, int Open, int Close, int Duration)
{
    /// <summary>Of a visit; with several windows from the first's opening to the last's end.</summary>
    public static StopFacts Of(PlanVisit visit, int place) => visit is { IsWindowStrict: true, Windows: [var first, ..] }
        ? new StopFacts(place, Math.Max(0, first.Start), Math.Clamp(visit.Windows[^1].End, -1, FlatDay.Latest), Math.Min(visit.DurationSeconds, FlatDay.Latest))
        : new StopFacts(place, 0, FlatDay.Latest, Math.Min(visit.DurationSeconds, FlatDay.Latest));
}
