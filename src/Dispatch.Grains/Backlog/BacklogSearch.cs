using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Grains.DayPlans;
using Dispatch.Planning;
using Dispatch.Planning.Days;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Grains.Backlog;

/// <summary>Looks for days for what waits, and says in words what was found. Pure but for its clock's end: it runs on the planner's thread.</summary>
internal static class BacklogSearch
{
    private const long Iterations = 4_000;
    private const long IterationsEach = 200;
    private static readonly LocalDatePattern InWords = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    /// <summary>The proposal.</summary>
    /// <param name="days">The days with what waits; at least one.</param>
    /// <param name="aside">Visits that were not planned at all, and why.</param>
    /// <param name="spent">How much of its time is over, 0 to 1: the search cools down by it.</param>
    /// <param name="cancellation">Ends the search; the best so far is proposed.</param>
    public static BacklogProposal Propose(
        ProposalId id, BacklogDays days, IReadOnlyList<StayingVisit> aside, TerritorySettings settings, Instant now, Func<double> spent, CancellationToken cancellation)
    {
        var prices = days.Waiting.Select(visit => LeavingOut.Price(
            visit.LastDay!.Value, days.Dates, visit.Details.Urgency, visit.Details.DurationMinutes, settings.Planning.BalanceTenths)).ToList();
        var filled = GapFilling.Fill(days.Gaps, prices, new PlannerOptions { Iterations = Iterations + IterationsEach * prices.Count, Spent = spent }, cancellation);
        var (found, staying) = (new List<ProposedDay>(), new List<StayingVisit>());
        for (var w = 0; w < days.Waiting.Count; w++)
        {
            if (filled.Visits[w].Place is { } place)
                found.Add(Proposed(days, filled, w, place));
            else
                staying.Add(new StayingVisit(days.Waiting[w].Id, Why(days, w, filled.Visits[w])));
        }

        return new BacklogProposal(
            id, now, days.Dates, [.. found.OrderBy(visit => visit.Date).ThenBy(visit => visit.ArriveAt).ThenBy(visit => visit.Visit.Value, StringComparer.Ordinal)],
            [.. staying, .. aside], (ExtraDrive(days, filled) + 59) / 60);
    }

    private static ProposedDay Proposed(BacklogDays days, FilledGaps filled, int waiting, GapPlace place)
    {
        var (picture, plan, booked, visit) = (days.Pictures[place.Day], filled.Days[place.Day], days.Gaps[place.Day].Booked, days.Gaps[place.Day].Waiting[waiting]);
        var route = plan.Routes[place.Technician];
        var at = Array.IndexOf(route, visit);
        var upToThis = Drive(plan, place.Technician, [.. route.Where((stop, i) => i <= at || booked.TechnicianOf[stop] >= 0)]) - Drive(plan, place.Technician, booked.Routes[place.Technician]);
        var (technician, arrival) = (picture.TechnicianIds[place.Technician], Arrival(plan, visit));
        ProposedSecond? second = null;
        if (place.Second >= 0)
        {
            var (half, who) = (booked.Problem.OtherOfTie(visit), picture.TechnicianIds[place.Second]);
            arrival = Math.Max(arrival, Arrival(plan, half));
            second = new ProposedSecond(who, DayReasons.Name(picture, who), Before(picture, plan, half));
            upToThis += Drive(plan, place.Second, plan.Routes[place.Second]) - Drive(plan, place.Second, booked.Routes[place.Second]);
        }

        return new ProposedDay(
            days.Waiting[waiting].Id, days.Dates[place.Day], technician, DayReasons.Name(picture, technician), picture.At(arrival),
            (Math.Max(0, filled.Visits[waiting].ExtraDriveSeconds) + 59) / 60)
        {
            After = Before(picture, plan, visit),
            RouteExtraDriveMinutes = (Math.Max(0, upToThis) + 59) / 60,
            Second = second,
        };
    }

    private static VisitId? Before(DayPicture picture, Plan plan, int visit)
    {
        var route = plan.Routes[plan.TechnicianOf[visit]];
        return Array.IndexOf(route, visit) is > 0 and var at ? picture.VisitIds[route[at - 1]] : null;
    }

    private static int Arrival(Plan plan, int visit)
    {
        var (times, technician) = (new RouteTimes(), plan.TechnicianOf[visit]);
        times.Compute(plan.Problem, technician, plan.Routes[technician], plan.Holds);
        return times.Arrive[Array.IndexOf(plan.Routes[technician], visit)];
    }

    private static int Drive(Plan plan, int technician, int[] route)
    {
        var times = new RouteTimes();
        times.Compute(plan.Problem, technician, route);
        return times.DriveSeconds;
    }

    private static IReadOnlyList<Reason> Why(BacklogDays days, int waiting, GapOutcome outcome)
    {
        var visit = days.Waiting[waiting];
        var last = visit.LastDay!.Value;
        switch (outcome.Obstacle)
        {
            case GapObstacle.NoDay:
                var first = visit.Details.Days?.First ?? days.Dates[0];
                return first > days.Dates[^1]
                    ? [new Reason("backlog-later", $"It may be done from {InWords.Format(first)} on, after the days that were planned.", Values(("day", Iso(first))))]
                    : [new Reason("backlog-no-day", "It may be done on none of the days that were planned.", Values(("day", Iso(last))))];
            case GapObstacle.Nobody:
                var picture = days.Pictures[Enumerable.Range(0, days.Gaps.Count).First(d => days.Gaps[d].Waiting[waiting] >= 0)];
                return DayReasons.Unassigned(picture, visit.Id);
            case GapObstacle.NotWorth:
                var minutes = $"{(outcome.ExtraDriveSeconds + 59) / 60}";
                return [new Reason("backlog-not-worth", $"It would take {minutes} min more driving and has time until {InWords.Format(last)}; it waits for visits near by.", Values(("minutes", minutes), ("day", Iso(last))))];
            default:
                return [new Reason("backlog-no-gap", "Nobody who may do it has a gap on its days without overtime, a late visit or a broken promise.", Values(("day", Iso(last))))];
        }
    }

    private static int ExtraDrive(BacklogDays days, FilledGaps filled)
    {
        var (times, sum) = (new RouteTimes(), 0);
        for (var d = 0; d < filled.Days.Count; d++)
        {
            var booked = days.Gaps[d].Booked;
            for (var t = 0; t < booked.Routes.Length; t++)
            {
                if (booked.Routes[t].Length == filled.Days[d].Routes[t].Length)
                    continue;
                times.Compute(filled.Days[d].Problem, t, filled.Days[d].Routes[t]);
                sum += times.DriveSeconds;
                times.Compute(filled.Days[d].Problem, t, booked.Routes[t]);
                sum -= times.DriveSeconds;
            }
        }

        return Math.Max(0, sum);
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in pairs)
            values[name] = value;
        return values;
    }
}
