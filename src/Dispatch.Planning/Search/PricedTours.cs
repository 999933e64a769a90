namespace Dispatch.Planning.Search;

/// <summary>
/// Tours of days whose times are priced: soft windows, promises, deadlines, overtime, waiting, breaks at the first chance. A trial is
/// timed from the place of the visit on, only until everything is as it was, or dearer than what is known. Where drives depend on the
/// departure each is asked for when it begins; the bounds are those of the shortest drives of the day.
/// </summary>
/// <remarks>Of a node: Ready1 is when it is left, Ready0 is how many breaks are taken, and Latest1 is 0 where all before is possible.</remarks>
internal sealed class PricedTours : Tours
{
    private readonly StopPrices prices;
    private readonly PlanWeights weights;
    private readonly PlanBreak[][] pauses;
    private readonly long[] costUpTo;
    private readonly long[] arcsFrom;
    private readonly PlanTechnician[] technicians;
    private readonly bool isBalanced;
    private readonly long[] load;
    private readonly long[] balance;
    private readonly int[] minutes = new int[UrgencyLevels.Classes];
    private readonly int[] latestHome;
    private readonly int[] shiftEnd;
    private readonly long[] lateSoft = new long[5];
    private readonly TimedDrives? timed;
    private readonly VisitDurations? durations;
    private readonly VehicleDrives? vehicles;
    private readonly int[]? mostDrive;
    private readonly long[] driving;
    private readonly int[] seen;
    private int stamp;
    private int best;
    private long least;

    public PricedTours(FlatDay day, UrgencyPrices urgencyPrices)
        : base(day, urgencyPrices)
    {
        (timed, durations, vehicles) = (day.Timed, day.Problem.Durations, day.Vehicles);
        mostDrive = day.Problem.HasDriveBounds ? [.. day.Problem.Technicians.Select(technician => technician.MostDriveSeconds)] : null;
        driving = new long[day.RouteCount];
        (prices, weights, pauses) = (new StopPrices(day.Problem), day.Problem.Weights, [.. day.Problem.Technicians.Select(technician => technician.BreakSpan.ToArray())]);
        (costUpTo, arcsFrom, seen) = (new long[day.NodeCount], new long[day.NodeCount], new int[day.NodeCount]);
        (technicians, isBalanced) = (day.Problem.Technicians, weights.BalanceTenths > 0);
        (load, balance) = (new long[day.RouteCount], new long[day.RouteCount]);
        latestHome = [.. Enumerable.Range(0, day.RouteCount).Select(day.Problem.LatestHome)];
        shiftEnd = [.. day.Problem.Technicians.Select(technician => Math.Max(technician.ShiftEnd, technician.AvailableFrom))];
        for (var u = 0; u < lateSoft.Length; u++)
            lateSoft[u] = urgencyPrices.SoftLate(u);
    }

    /// <summary>Whether a problem has no rule but these.</summary>
    public static bool Covers(Problem problem) =>
        problem.Weights.WorkSecond == 0
        && VanRoom.Covers(problem) && !(problem.HasDriveBounds && problem.Travel.DependsOnDeparture)
        && problem.Technicians.All(technician => technician.MostWorkSeconds == PlanVisit.None && technician.Break is null or { IsStrict: false });

    public override (int Behind, long Change) Cheapest(int visit, bool isWide, ref Dice dice)
    {
        (best, least) = (-1, long.MaxValue);
        stamp++;
        if (!isWide)
        {
            foreach (var near in day.Near.Before(visit))
            {
                if (RouteOf(near.Visit) >= 0)
                    Offer(near.Visit, visit, ref dice);
            }

            foreach (var near in day.Near.After(visit))
            {
                if (RouteOf(near.Visit) >= 0)
                    Offer(Previous(near.Visit), visit, ref dice);
            }
        }

        if (best < 0)
        {
            for (var route = 0; route < day.RouteCount; route++)
            {
                if (Length(route) > 0)
                    TryRoute(route, visit, ref dice);
            }
        }

        for (var i = 0; i < OpenKinds; i++)
            Offer(day.Start(Empties.Of(i)), visit, ref dice);
        return (best, least);
    }

    public override (int Behind, long Change) CheapestAmongChanged(int visit, ref Dice dice)
    {
        (best, least) = (-1, long.MaxValue);
        stamp++;
        foreach (var route in Changed)
            TryRoute(route, visit, ref dice);
        return (best, least);
    }

    protected override void Loaded(int route)
    {
        var (start, end) = (day.Start(route), day.End(route));
        var place = new Place(stops[start].Open, 0, 0, true);
        (nodes[start].Ready1, nodes[start].Ready0, nodes[start].Latest1, costUpTo[start]) = (place.Time, 0, 0, 0);
        Array.Clear(minutes);
        for (var node = start; node != end; node = nodes[node].Next)
            nodes[node].DriveNext = Drive(route, node, nodes[node].Next);
        for (var node = nodes[start].Next; node != end; node = nodes[node].Next)
        {
            place = Visit(place, route, node, nodes[node].Previous == start, nodes[nodes[node].Previous].DriveNext, nodes[node].Previous, out var begin);
            (nodes[node].Ready1, nodes[node].Ready0, nodes[node].Latest1, costUpTo[node]) = (place.Time, place.Rested, place.IsPossible ? 0 : 1, place.Cost);
            minutes[prices.Urgency(node)] += prices.LateMinutes(prices.IndexOf(route, node), begin);
        }

        place = Home(place, route, nodes[nodes[end].Previous].DriveNext, nodes[end].Previous);
        (arcsFrom[end], load[route], driving[route]) = (0, 0, 0);
        for (var node = nodes[end].Previous; node >= 0; node = nodes[node].Previous)
        {
            arcsFrom[node] = arcsFrom[nodes[node].Next] + Arc(route, node, nodes[node].Next, nodes[node].DriveNext);
            load[route] += nodes[node].DriveNext + (node < day.VisitCount ? Stay(route, node, nodes[node].Previous) : 0);
            driving[route] += nodes[node].DriveNext;
        }

        var isUsed = Length(route) > 0;
        (load[route], driving[route]) = isUsed ? (load[route], driving[route]) : (0, 0);
        balance[route] = isBalanced ? WorkBalance.Cost(weights, technicians[route], load[route]) : 0;
        BookLate(route, minutes);
        Book(route, isUsed ? place.Cost - softLate[route] + day.FixedCost[route] + balance[route] : 0, isUsed && !(place.IsPossible && IsWithinRoom(route) && (mostDrive is null || driving[route] <= mostDrive[route])));
    }

    protected override void Inserted(int route, int visit) => Loaded(route);

    protected override void Removed(int route, int first, int last) => Loaded(route);

    protected override void Restored(int route) => Loaded(route);

    private void TryRoute(int route, int visit, ref Dice dice)
    {
        for (var behind = LastFixed(route); behind != day.End(route); behind = nodes[behind].Next)
            Offer(behind, visit, ref dice);
    }

    private void Offer(int behind, int visit, ref Dice dice)
    {
        var route = nodes[behind].Route;
        if (seen[behind] == stamp || !MayJoin(route, visit) || !HasRoom(route, visit) || !IsOpenBehind(behind))
            return;
        seen[behind] = stamp;
        if (Blinks(ref dice))
            return;

        var change = Trial(route, behind, visit);
        if (change < least)
            (best, least) = (behind, change);
    }

    // What a visit behind a node would add; long.MaxValue where a hard rule forbids it, or where it is no less than the least known.
    private long Trial(int route, int behind, int visit)
    {
        ref readonly var from = ref nodes[behind];
        var isUsed = Length(route) > 0;
        if (from.Latest1 != 0)
            return long.MaxValue;
        var place = new Place(from.Ready1, from.Ready0, costUpTo[behind], true);
        var drive = Drive(route, behind, visit);
        if (mostDrive is not null && driving[route] + Detour(route, behind, visit, drive) > mostDrive[route])
            return long.MaxValue;
        // What the share of the work will cost is known before the route is timed; it goes off the whole to which the cost along the route is compared.
        var more = isBalanced ? Heavier(route, behind, visit, drive) : 0;
        var whole = (isUsed ? routeCost[route] - balance[route] + softLate[route] - day.FixedCost[route] : -day.FixedCost[route]) - more;
        place = Visit(place, route, visit, behind >= day.VisitCount, drive, behind, out _);
        var (last, next) = (visit, from.Next);
        drive = Drive(route, visit, next);
        while (place.IsPossible && next < day.VisitCount)
        {
            // Nothing behind costs less than its driving.
            if (least != long.MaxValue && place.Cost + arcsFrom[next] - whole >= least)
                return long.MaxValue;
            place = Visit(place, route, next, false, drive, last, out _);
            ref readonly var was = ref nodes[next];
            if (place.IsPossible && place.Time == was.Ready1 && place.Rested == was.Ready0 && was.Latest1 == 0)
                return IsBroken(route) ? long.MaxValue : place.Cost - costUpTo[next] + more;
            (last, drive, next) = (next, was.DriveNext, was.Next);
        }

        if (!place.IsPossible)
            return long.MaxValue;
        place = Home(place, route, drive, last);
        return place.IsPossible ? place.Cost - whole : long.MaxValue;
    }

    // What the balance of work costs more with a visit behind a node.
    private long Heavier(int route, int behind, int visit, int drive)
    {
        var stays = Stay(route, visit, behind);
        if (durations is not null && nodes[behind].Next is var next && next < day.VisitCount)
            stays += Stay(route, next, visit) - Stay(route, next, behind);
        return WorkBalance.Cost(weights, technicians[route], load[route] + Detour(route, behind, visit, drive) + stays) - balance[route];
    }

    private long Detour(int route, int behind, int visit, int drive) =>
        (long)drive + Drive(route, visit, nodes[behind].Next) - (Length(route) > 0 ? nodes[behind].DriveNext : 0);

    // Time at a home for who comes from a node.
    private int Stay(int route, int visit, int from) => durations is null
        ? stops[visit].Duration
        : durations.Of(route, visit) + (stops[from].Place == stops[visit].Place ? 0 : durations.Setup(visit));

    private Place Visit(in Place at, int route, int visit, bool isFirst, int drive, int from, out int start)
    {
        start = 0;
        if (drive >= FlatDay.Far)
            return at with { IsPossible = false };
        var dayVisit = prices.IndexOf(route, visit);
        var (time, rested, cost) = (at.Time, at.Rested, at.Cost);
        if (timed is not null)
            drive = timed.Seconds(route, stops[from].Place, stops[visit].Place, time);
        start = prices.Start(dayVisit, time + drive);
        var breaks = pauses[route];
        for (; rested < breaks.Length && breaks[rested] is var pause && IsDue(pause, time, drive, start, route, visit, from); rested++)
        {
            var begin = Math.Max(time, pause.Earliest);
            cost += (long)Math.Max(0, begin - pause.Latest) * weights.BreakLate;
            time = begin + pause.Seconds;
            if (timed is not null)
                drive = timed.Seconds(route, stops[from].Place, stops[visit].Place, time);
            start = prices.Start(dayVisit, time + drive);
        }

        if (isFirst && timed is not null)
        {
            // Who leaves later may drive in another time, and be there a little before it is needed.
            var depart = Math.Max(time, timed.LatestDeparture(route, stops[from].Place, stops[visit].Place, start));
            drive = timed.Seconds(route, stops[from].Place, stops[visit].Place, depart);
            cost += (long)(depart - time) * weights.IdleTenths / 10;
            time = depart;
        }

        var early = start - time - drive;
        cost += (long)early * (isFirst && timed is null ? weights.IdleTenths : weights.WaitingTenths) / 10 + Arc(route, from, visit, drive);
        var (price, isPossible) = prices.Of(dayVisit, visit, route, start);
        cost += price + lateSoft[prices.Urgency(visit)] * prices.LateMinutes(dayVisit, start);
        return new Place(start + Stay(route, visit, from), rested, cost, at.IsPossible && isPossible);
    }

    // Before a visit: once its time has come, where the visit would carry it past its latest, or into the waiting for one that would.
    private bool IsDue(PlanBreak pause, int time, int drive, int start, int route, int visit, int from)
    {
        if (time >= pause.Earliest)
            return true;
        var stay = Stay(route, visit, from);
        if (start + stay <= pause.Latest)
            return false;
        var after = pause.Earliest + pause.Seconds;
        return time + drive + stay > pause.Latest || after + (timed is null ? drive : timed.Seconds(route, stops[from].Place, stops[visit].Place, after)) <= start;
    }

    private Place Home(in Place at, int route, int drive, int from)
    {
        if (drive >= FlatDay.Far)
            return at with { IsPossible = false };
        var (time, cost) = (at.Time, at.Cost);
        if (timed is not null)
            drive = timed.Seconds(route, stops[from].Place, stops[day.End(route)].Place, time);
        var breaks = pauses[route];
        for (var rested = at.Rested; rested < breaks.Length && breaks[rested] is var pause && time + drive > pause.Earliest; rested++)
        {
            var begin = Math.Max(time, pause.Earliest);
            cost += (long)Math.Max(0, begin - pause.Latest) * weights.BreakLate;
            time = begin + pause.Seconds;
            if (timed is not null)
                drive = timed.Seconds(route, stops[from].Place, stops[day.End(route)].Place, time);
        }

        var overtime = Math.Max(0, time + drive - shiftEnd[route]);
        return new Place(time + drive, breaks.Length, cost + Arc(route, from, day.End(route), drive) + (long)overtime * weights.Overtime, at.IsPossible && time + drive <= latestHome[route]);
    }

    private int Drive(int route, int from, int to) => vehicles is null
        ? day.Drive(stops[from].Place, stops[to].Place)
        : vehicles.Seconds(route, stops[from].Place, stops[to].Place);

    private long Arc(int route, int from, int to, int drive) => vehicles is null
        ? day.ArcCost(stops[from].Place, stops[to].Place, drive)
        : vehicles.Cost(route, stops[from].Place, stops[to].Place, drive);

    private readonly record struct Place(int Time, int Rested, long Cost, bool IsPossible);
}
