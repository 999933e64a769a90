using Dispatch.Planning.Insertion;

namespace Dispatch.Planning.Days;

/// <summary>Gives visits without a day to the gaps of several days at once.</summary>
/// <remarks>
/// One after another, the dearest to leave out first, each visit goes where it costs least beside what is booked. From there all days are
/// searched as one problem (<see cref="JoinedDays"/>), in which what is booked stays with whom it is and nobody's rest, shift, window or promise gets
/// worse. A route of which the search has kept the order of what is booked is taken as it is; elsewhere each visit is put where it costs least, on
/// the day and with the technician that were found, or else where it is best; the better of the two is taken. Visits for two technicians go first
/// (<see cref="PairGaps"/>) and are not part of the search.
/// Pure: the same days, prices, seed and iterations give the same result.
/// </remarks>
public static class GapFilling
{
    /// <summary>Fills the gaps.</summary>
    /// <param name="days">The days, ascending; all of one table of places and one set of weights.</param>
    /// <param name="leavingOut">By waiting visit: what it costs that it waits on, in the unit of all cost; 0 or more.</param>
    /// <param name="options">Iterations and seed.</param>
    /// <param name="cancellation">Ends the search at once; the best so far is taken.</param>
    /// <exception cref="ArgumentException">No days, days that do not ascend, or lists of other lengths.</exception>
    public static FilledGaps Fill(IReadOnlyList<DayGaps> days, IReadOnlyList<long> leavingOut, PlannerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(leavingOut);
        if (days.Count == 0 || days.Skip(1).Zip(days).Any(pair => pair.First.Day <= pair.Second.Day))
            throw new ArgumentException("Give one day or more, in their order.", nameof(days));
        if (days.Any(day => day.Waiting.Count != leavingOut.Count || day.Persons.Count != day.Booked.Problem.Technicians.Length))
            throw new ArgumentException("Every day names every waiting visit and the person of every technician.", nameof(days));
        var rest = RestBetween.Of(days);
        var (single, pairs) = PairGaps.Fill(days, rest, leavingOut);
        FixedDay[] held = [.. single.Select((day, d) => FixedDay.Of(day, rest[d]))];
        var joined = new JoinedDays(single, held, leavingOut);
        Plan[] before = [.. held.Select(day => day.Plan)];
        var filled = new Settling(single, [.. before], leavingOut).Settle(joined, joined.Plan);
        if (joined.Plan.Routes.Length > 0)
        {
            // What the search finds in routes whose bookings it reorders may be lost again, so that it need not be the better one.
            var found = Planner.Improve(joined.Joined(filled.Days), options, null, cancellation);
            var searched = new Settling(single, [.. before], leavingOut).Settle(joined, found);
            filled = Cost(searched, leavingOut) < Cost(filled, leavingOut) ? searched : filled;
        }

        return pairs.Count == 0 ? filled : filled with { Visits = [.. filled.Visits.Select((outcome, w) => pairs.TryGetValue(w, out var pair) ? Driven(days, filled, w, pair) : outcome)] };
    }

    private static long Cost(FilledGaps filled, IReadOnlyList<long> leavingOut) =>
        filled.Days.Sum(day => day.Score.Cost) + filled.Visits.Select((outcome, w) => outcome.Place is null ? leavingOut[w] : 0).Sum();

    private static GapOutcome Driven(IReadOnlyList<DayGaps> days, FilledGaps filled, int waiting, GapOutcome pair)
    {
        if (pair.Place is not { } place)
            return pair;
        var visit = days[place.Day].Waiting[waiting];
        return pair with { ExtraDriveSeconds = PairGaps.ExtraDrive(filled.Days[place.Day], place, visit, days[place.Day].Booked.Problem.OtherOfTie(visit)) };
    }

    /// <summary>The choice, if it is a gap: a place for which nobody gives way and nobody comes later to what is urgent.</summary>
    internal static InsertionChoice? Gap(InsertionChoice? choice) => choice is { Displaced.Count: 0 } && !IsLater(choice.Change) ? choice : null;

    /// <summary>Whether any class of urgency has more minutes past a deadline than before.</summary>
    internal static bool IsLater(Score change) => Enumerable.Range(0, 5).Any(urgency => change.LateMinutes(urgency) > 0);

    // Places that make somebody late come after all that do not, so a few tell whether there is a gap.
    private const int LookedAt = 3;

    private sealed class Settling(IReadOnlyList<DayGaps> days, Plan[] plans, IReadOnlyList<long> leavingOut)
    {
        public FilledGaps Settle(JoinedDays joined, Plan found)
        {
            for (var row = 0; row < found.Routes.Length; row++)
                TakeWhole(joined[row], joined.RouteOf(row, found.Routes[row]));
            var outcomes = new GapOutcome[leavingOut.Count];
            foreach (var waiting in Enumerable.Range(0, leavingOut.Count).OrderByDescending(w => leavingOut[w]))
                outcomes[waiting] = PlaceOf(waiting) is { } taken ? new GapOutcome(taken, GapObstacle.None, 0) : Put(waiting, joined.PlaceOf(found, waiting));
            for (var w = 0; w < outcomes.Length; w++)
            {
                if (outcomes[w].Place is { } place)
                    outcomes[w] = outcomes[w] with { ExtraDriveSeconds = ExtraDrive(place, days[place.Day].Waiting[w]) };
            }

            return new FilledGaps(outcomes, plans);
        }

        // Only where the order of what is booked is as it was, and nobody gets visits of a patient whose others somebody else has.
        private void TakeWhole((int Day, int Technician) row, int[] route)
        {
            var plan = plans[row.Day];
            var old = plan.Routes[row.Technician];
            if (route.Length == old.Length || !route.Where(visit => plan.TechnicianOf[visit] >= 0).SequenceEqual(old))
                return;
            var routes = plan.Routes.ToArray();
            routes[row.Technician] = route;
            var with = new Plan(plan.Problem, routes);
            if (IsPossible(with, row.Technician) && with.KeepsGroups && !IsLater(with.Score - plan.Score))
                plans[row.Day] = with;
        }

        private GapPlace? PlaceOf(int waiting)
        {
            for (var d = 0; d < days.Count; d++)
            {
                if (days[d].Waiting[waiting] is >= 0 and var visit && plans[d].TechnicianOf[visit] is >= 0 and var technician)
                    return new GapPlace(d, technician);
            }

            return null;
        }

        private GapOutcome Put(int waiting, GapPlace? wanted)
        {
            if (wanted is { } place && Gap(VisitInsertion.On(plans[place.Day], days[place.Day].Waiting[waiting], place.Technician)) is { } there && there.Change.Cost <= leavingOut[waiting])
                return Take(place.Day, there);
            (int Day, InsertionChoice Choice)? best = null;
            var (isOnADay, mayAnybody) = (false, false);
            for (var d = 0; d < days.Count; d++)
            {
                if (days[d].Waiting[waiting] is not (>= 0 and var visit))
                    continue;
                isOnADay = true;
                mayAnybody |= Enumerable.Range(0, plans[d].Routes.Length).Any(t => plans[d].Problem.CanDo(t, visit));
                foreach (var choice in VisitInsertion.Best(plans[d], visit, LookedAt))
                {
                    if (Gap(choice) is not null && (best is not { } known || choice.Change.Cost < known.Choice.Change.Cost))
                        best = (d, choice);
                }
            }

            if (best is { } gap)
                return gap.Choice.Change.Cost <= leavingOut[waiting] ? Take(gap.Day, gap.Choice) : new GapOutcome(null, GapObstacle.NotWorth, gap.Choice.ExtraDriveSeconds);
            return new GapOutcome(null, !isOnADay ? GapObstacle.NoDay : mayAnybody ? GapObstacle.NoGap : GapObstacle.Nobody, 0);
        }

        private GapOutcome Take(int day, InsertionChoice choice)
        {
            plans[day] = choice.Plan;
            return new GapOutcome(new GapPlace(day, choice.Technician), GapObstacle.None, choice.ExtraDriveSeconds);
        }

        private static bool IsPossible(Plan plan, int technician)
        {
            var times = new RouteTimes();
            times.Compute(plan.Problem, technician, plan.Routes[technician]);
            return times.IsPossible;
        }

        private int ExtraDrive(GapPlace place, int visit)
        {
            var (plan, times) = (plans[place.Day], new RouteTimes());
            times.Compute(plan.Problem, place.Technician, plan.Routes[place.Technician]);
            var with = times.DriveSeconds;
            times.Compute(plan.Problem, place.Technician, [.. plan.Routes[place.Technician].Where(stop => stop != visit)]);
            return with - times.DriveSeconds;
        }
    }
}
