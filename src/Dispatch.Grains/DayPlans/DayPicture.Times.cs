using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Planning;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>When everybody is where: facts behind the present, the plan's estimates ahead of it.</summary>
internal sealed partial class DayPicture
{
    private IReadOnlyList<RouteTime>? allTimes;
    private Dictionary<VisitId, (TechnicianId Technician, StopTime Stop)>? stopOf;

    /// <summary>When somebody is or will be at a visit that is under way or over; none of what is ahead.</summary>
    public Instant? BegunAt(VisitId visit)
    {
        foreach (var stops in begun.Values)
        {
            foreach (var stop in stops)
            {
                if (stop.Visit == visit)
                    return stop.Arrive;
            }
        }

        return null;
    }

    /// <summary>Times of a whole route, what is ahead taken from a plan of this picture's problem.</summary>
    public RouteTime Times(int technicianIndex, Plan plan)
    {
        var id = TechnicianIds[technicianIndex];
        var technician = State.Technicians[id];
        var times = new RouteTimes();
        var route = plan.Routes[technicianIndex];
        times.Compute(plan.Problem, technicianIndex, route, plan.Holds);
        var stops = new List<StopTime>(begun[id]);
        var place = table[Onward(id).Place];
        for (var i = 0; i < route.Length; i++)
        {
            var visit = VisitIds[route[i]];
            var to = table[State.Visits[visit].Details.Place];
            stops.Add(times.IsPossible
                ? new StopTime(visit, At(times.Depart[i]), At(times.Arrive[i]), At(times.Start[i]), At(times.End[i]),
                    times.Drive[i], table.Metres(place, to), i < Problem.Technicians[technicianIndex].Frozen.Count)
                : new StopTime(visit, Now, Now, Now, Now, 0, 0, false));
            place = to;
        }

        var (breaks, current) = Breaks(technician, times);
        var start = stops.Count > 0 ? stops[0].Depart : technician.WorksFrom ?? Now;
        var home = table.Seconds(place, table[technician.Entry.EndPlace], Seconds(stops.Count > 0 ? stops[^1].End : start), technician.Entry.DrivePercent);
        return new RouteTime(
            id, stops, start, current, home == TravelMatrix.NoRoad ? 0 : home,
            stops.Count == 0 ? start : At(Math.Max(times.HomeAt, 0)), (times.OvertimeSeconds + 59) / 60)
        { Breaks = breaks };
    }

    // Those begun by the facts, those ahead by the plan.
    private (IReadOnlyList<BreakView> All, BreakView? Current) Breaks(TechnicianDay technician, RouteTimes times)
    {
        var rules = technician.Entry.AllBreaks();
        var all = technician.BreaksBegun.Select((began, b) => new BreakView(began, rules.Count == 0 ? 0 : rules[Math.Min(b, rules.Count - 1)].Minutes)).ToList();
        var begun = all.Count;
        var ahead = technician.BreaksAhead();
        for (var b = 0; b < Math.Min(ahead.Count, times.BreakStarts.Length); b++)
        {
            if (times.BreakStarts[b] >= 0)
                all.Add(new BreakView(At(times.BreakStarts[b]), ahead[b].Minutes));
        }

        var isNext = technician.Duty != DutyState.OnBreak && all.Count > begun;
        return (all, isNext ? all[begun] : begun > 0 ? all[begun - 1] : null);
    }

    /// <summary>Times of all routes as they now are.</summary>
    public IReadOnlyList<RouteTime> AllTimes() => allTimes ??= [.. Enumerable.Range(0, TechnicianIds.Length).Select(t => Times(t, Plan))];

    /// <summary>A visit's stop as it now is; none where nobody has it.</summary>
    public StopTime? StopOf(VisitId visit) => Stops.TryGetValue(visit, out var found) ? found.Stop : null;

    /// <summary>Who has a visit; none where nobody has it.</summary>
    public TechnicianId? HolderOf(VisitId visit) => Stops.TryGetValue(visit, out var found) ? found.Technician : null;

    /// <summary>When the last of those whom a visit needs arrives.</summary>
    public Instant AllThereAt(StopTime stop) =>
        Halves.Other(State, State.Visits[stop.Visit]) is { } other && StopOf(other.Id) is { } theirs ? Instant.Max(stop.Arrive, theirs.Arrive) : stop.Arrive;

    /// <summary>Who has the other half of a visit for two; none where one does it alone.</summary>
    public Contracts.Visits.VisitPartner? PartnerOf(VisitId visit)
    {
        if (State.Visits[visit].OtherHalf is not { } other)
            return null;
        var holder = HolderOf(other);
        return new Contracts.Visits.VisitPartner(other, holder, holder is { } who ? State.Technicians[who].Entry.Name : "", State.Visits[visit].IsSecondHalf)
        {
            Stop = State.Visits.TryGetValue(other, out var half) ? half.Stop : StopState.Planned,
            Arrival = StopOf(other)?.Arrive,
        };
    }

    private Dictionary<VisitId, (TechnicianId Technician, StopTime Stop)> Stops =>
        stopOf ??= AllTimes().SelectMany(route => route.Stops.Select(stop => (route.Technician, stop))).ToDictionary(pair => pair.stop.Visit);

    /// <summary>When somebody will likely be there; none once somebody is, or where nobody comes.</summary>
    public LikelyArrival? Likely(TechnicianId technician, VisitId visit) =>
        arrivals.Of(this, technician).TryGetValue(visit, out var likely) ? likely : null;

    /// <summary>Times of one route as it now is.</summary>
    public RouteTime TimesOf(TechnicianId technician) => AllTimes()[TechnicianIndex[technician]];

    private List<StopTime> Begun(TechnicianDay technician)
    {
        var stops = new List<StopTime>();
        var place = technician.Entry.StartPlace;
        foreach (var id in technician.Route)
        {
            var visit = State.Visits[id];
            if (visit.Stop == StopState.Planned)
                continue;
            var (from, to) = (table[place], table[visit.Details.Place]);
            // Who was at this home just before has parked and carried in already.
            var length = WorkOf(technician.Entry, visit, isThere: stops.Count > 0 && from == to) + Duration.FromMinutes(visit.ExtraMinutes);
            var depart = visit.SetOutAt ?? visit.ArrivedAt ?? Now;
            var drive = table.Seconds(from, to, Seconds(depart), technician.Entry.DrivePercent) is var road && road == TravelMatrix.NoRoad ? 0 : road;
            // Who should have arrived and has not said so is expected at any moment; the time moves on with the clock.
            var arrive = visit.ArrivedAt ?? Instant.Max(Now, depart + Duration.FromSeconds(drive));
            var start = visit.ArrivedAt ?? At(RouteTimes.EarliestStart(DayProblem.VisitOf(this, visit, 0, 0, [], -1), Seconds(arrive)));
            if (Halves.Other(State, visit) is { } other && (other.ArrivedAt ?? (awaited.TryGetValue(id, out var awaitedAt) ? awaitedAt : null)) is { } otherThere && otherThere > start)
                start = otherThere;
            var end = visit.EndedAt ?? Instant.Max(Now, start + length);
            stops.Add(new StopTime(id, depart, arrive, start, end, drive, drive == 0 ? 0 : table.Metres(from, to), true));
            place = visit.Details.Place;
        }

        return stops;
    }
}
