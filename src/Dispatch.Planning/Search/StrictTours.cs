using System.Runtime.CompilerServices;

namespace Dispatch.Planning.Search;

/// <summary>
/// Tours of days whose time rules are all strict and where only driving costs: a place for a visit is tested in constant time.
/// </summary>
/// <remarks>
/// Each node knows the earliest it can be left and the latest it can be reached for all before and after it to hold, with the break of
/// the route taken or not: what arrives between the two is possible, since later is never better. Several windows keep that; working
/// time, which is bounded for whole routes, joins as segments do (Vidal et al. 2013).
/// </remarks>
internal sealed partial class StrictTours : Tours
{
    private readonly bool hasHolderCosts;
    private readonly bool hasManyWindows;
    private readonly long sureDetour;
    private readonly Pause[] pauses;
    private readonly int[] seen;
    private readonly int[] checkedAt;
    private readonly bool[] isAllowed;
    private readonly WorkingTime? work;
    private int stamp;

    // The visit under test.
    private StopFacts facts;
    private int best;
    private long least;

    public StrictTours(FlatDay day, UrgencyPrices prices)
        : base(day, prices)
    {
        var problem = day.Problem;
        hasHolderCosts = problem.HolderPrices is not null || (problem.Weights.OtherTechnician != 0 && problem.Visits.Any(visit => visit.ToldTechnician >= 0));
        hasManyWindows = problem.Visits.Any(visit => visit.Windows.Count > 1);
        IsDrivingAlone = !hasHolderCosts && problem.Weights.Distance == 0;
        sureDetour = IsDrivingAlone ? day.DriveWeight * (day.IsSymmetric ? 2L : 1L) : 0;
        pauses = [.. day.Pauses.Select(pause => new Pause(pause))];
        (seen, checkedAt, isAllowed) = (new int[day.NodeCount], new int[day.RouteCount], new bool[day.RouteCount]);
        work = problem.Technicians.Any(technician => technician.MostWorkSeconds != PlanVisit.None) ? new WorkingTime(day, nodes) : null;
    }

    /// <summary>Whether all rules of a problem are strict, and can be tested so.</summary>
    public static bool Covers(Problem problem)
    {
        var weights = problem.Weights;
        return weights is { WaitingTenths: 0, IdleTenths: 0, WorkSecond: 0, BalanceTenths: 0 }
            && VanRoom.Covers(problem) && problem.Durations is null && problem.DayVisits is null && problem.Travel.VehicleCount == 1
            && problem.Technicians.All(technician => technician is { IsShiftStrict: true, MostDriveSeconds: PlanVisit.None, Break: null or { IsStrict: true }, Breaks.Count: <= 1 })
            && problem.Visits.All(visit => visit is { Deadline: PlanVisit.None, PinnedStart: PlanVisit.None, PromiseStart: PlanVisit.None, PromiseEnd: PlanVisit.None }
                && (visit.IsWindowStrict || visit.Windows.Count == 0))
            && (problem.Technicians.All(technician => technician.MostWorkSeconds == PlanVisit.None)
                || (problem.Technicians.All(technician => technician.Break is null) && problem.Visits.All(visit => visit.Windows.Count <= 1)));
    }

    /// <summary>Whether driving is all that a visit on a route costs.</summary>
    public bool IsDrivingAlone { get; }

    public override bool HasOnlyDetours => true;

    public override (int Behind, long Change) CheapestAmongChanged(int visit, ref Dice dice)
    {
        Prepare(visit);
        foreach (var route in Changed)
            TryRoute(route, visit, ref dice);
        return (best, least);
    }

    protected override void Loaded(int route)
    {
        var (cost, start) = (0L, day.Start(route));
        for (var node = start; node != day.End(route); node = nodes[node].Next)
        {
            Drives(node);
            cost += Arc(node) + (node < day.VisitCount && hasHolderCosts ? day.HolderCost(route, node) : 0);
        }

        var pause = pauses[route];
        (nodes[start].Ready0, nodes[start].Ready1) = pause.IsThere ? (stops[start].Open, FlatDay.Never) : (FlatDay.Never, stops[start].Open);
        (nodes[day.End(route)].Latest0, nodes[day.End(route)].Latest1) = (-FlatDay.Never, stops[day.End(route)].Close);
        Forward(nodes[start].Next, day.End(route), pause);
        Backward(nodes[day.End(route)].Previous, start, pause);
        Finish(route, cost + day.FixedCost[route]);
    }

    protected override void Inserted(int route, int visit)
    {
        ref var node = ref Node(visit);
        var (before, after) = (node.Previous, node.Next);
        var change = Length(route) == 1 ? day.FixedCost[route] : -Arc(before, after, nodes[before].DriveNext);
        Drives(before);
        Drives(visit);
        change += Arc(before) + Arc(visit) + (hasHolderCosts ? day.HolderCost(route, visit) : 0);
        Forward(visit, visit, pauses[route]);
        Backward(visit, visit, pauses[route]);
        Finish(route, routeCost[route] + change);
    }

    protected override void Removed(int route, int first, int last)
    {
        var (before, after) = (nodes[first].Previous, nodes[last].Next);
        var change = -Arc(before, first, nodes[before].DriveNext);
        for (var node = first; node != after; node = nodes[node].Next)
            change -= Arc(node) + (hasHolderCosts ? day.HolderCost(route, node) : 0);
        Drives(before);
        change += Length(route) == 0 ? -day.FixedCost[route] : Arc(before);
        Forward(after, after, pauses[route]);
        Backward(before, before, pauses[route]);
        Finish(route, routeCost[route] + change);
    }

    protected override void Restored(int route) => work?.Compute(route);

    // Notes the drive from a node to the next.
    private void Drives(int node)
    {
        var next = nodes[node].Next;
        nodes[node].DriveNext = driveOut[node] = driveIn[next] = day.Drive(stops[node].Place, stops[next].Place);
    }

    private void Finish(int route, long cost)
    {
        work?.Compute(route);
        if (Length(route) == 0)
        {
            Book(route, 0, false);
            return;
        }

        ref var start = ref nodes[day.Start(route)];
        var holds = pauses[route].IsThere ? start.Ready0 <= start.Latest0 : start.Ready1 <= start.Latest1;
        Book(route, cost, !holds || !IsWithinRoom(route) || (work is not null && work.Of(route) > day.Problem.Technicians[route].MostWorkSeconds));
    }

    private void Prepare(int visit)
    {
        stamp++;
        (facts, best, least) = (stops[visit], -1, Bound);
    }

    private (int Behind, long Change) Everywhere(int visit, ref Dice dice)
    {
        for (var route = 0; route < day.RouteCount; route++)
        {
            if (Length(route) > 0)
                TryRoute(route, visit, ref dice);
        }

        TryEmpties(visit, ref dice);
        return (best, least);
    }

    private void TryRoute(int route, int visit, ref Dice dice)
    {
        if (!IsAllowed(route, visit))
            return;
        var end = day.End(route);
        for (var behind = LastFixed(route); behind != end; behind = Node(behind).Next)
        {
            ref var node = ref Node(behind);
            var early = Math.Min(node.Ready0, node.Ready1);
            if (early > facts.Close)
                break;
            ref var after = ref Node(node.Next);
            if (Math.Max(early, facts.Open) + facts.Duration > Math.Max(after.Latest0, after.Latest1))
                continue;
            Try(ref node, behind, day.DriveTo(facts.Place, stops[behind].Place), visit, ref dice);
        }
    }

    private void TryEmpties(int visit, ref Dice dice)
    {
        for (var i = 0; i < OpenKinds; i++)
        {
            var start = day.Start(Empties.Of(i));
            Try(ref Node(start), start, day.Drive(stops[start].Place, facts.Place), visit, ref dice);
        }
    }

    private void Try(ref TourNode node, int behind, int drive, int visit, ref Dice dice)
    {
        var route = node.Route;
        ref var after = ref Node(node.Next);
        // Most places are too late whatever the break does: that is known before the next drive, which may have to come from far.
        var early = Math.Max(Math.Min(node.Ready0, node.Ready1) + drive, facts.Open) + facts.Duration;
        var late = Math.Max(after.Latest0, after.Latest1);
        if (early > late || early - facts.Duration > facts.Close || !IsAllowed(route, visit))
            return;
        ref readonly var next = ref stops[node.Next];
        var driveOn = day.Drive(facts.Place, next.Place);
        if (early + driveOn > late)
            return;
        long change;
        if (IsDrivingAlone)
        {
            change = (drive + driveOn - node.DriveNext) * (long)day.DriveWeight;
            if (Length(route) == 0)
                change = (drive + driveOn) * (long)day.DriveWeight + day.FixedCost[route];
        }
        else
        {
            change = day.ArcCost(stops[behind].Place, facts.Place, drive) + day.ArcCost(facts.Place, next.Place, driveOn)
                + (Length(route) == 0 ? day.FixedCost[route] : -Arc(behind)) + (hasHolderCosts ? day.HolderCost(route, visit) : 0);
        }

        if (change >= least || !IsOpenBehind(behind))
            return;
        if (Blinks(ref dice))
            return;

        var arrive = node.Ready1 + drive;
        var ready = Leave(visit, arrive);
        if (ready + driveOn > after.Latest1)
        {
            ref readonly var pause = ref pauses[route];
            if (!pause.IsThere)
                return;
            var withBreak = Math.Min(ready, Leave(visit, pause.Arrive(node.Ready0, drive)));
            var without = Leave(visit, node.Ready0 + drive);
            if (Math.Min(withBreak + driveOn, pause.Arrive(without, driveOn)) > after.Latest1 && without + driveOn > after.Latest0)
                return;
        }

        if (work is not null && work.With(visit, behind, drive, driveOn) > day.Problem.Technicians[route].MostWorkSeconds)
            return;
        (best, least) = (behind, change);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAllowed(int route, int visit)
    {
        if (checkedAt[route] != stamp)
        {
            checkedAt[route] = stamp;
            isAllowed[route] = MayJoin(route, visit) && HasRoom(route, visit);
        }

        return isAllowed[route];
    }

    private long Arc(int node) => Arc(node, nodes[node].Next, nodes[node].DriveNext);

    private long Arc(int from, int to, int drive) => day.ArcCost(stops[from].Place, stops[to].Place, drive);
}
