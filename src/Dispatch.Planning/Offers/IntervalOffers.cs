using Dispatch.Planning.Insertion;

namespace Dispatch.Planning.Offers;

/// <summary>An arrival interval that a caller may choose on one day, and what it takes.</summary>
/// <param name="Day">Which of the days; 0 first.</param>
/// <param name="IntervalStart">Start of the interval, seconds of that day; on <see cref="OfferRules.StepSeconds"/>.</param>
/// <param name="IntervalEnd">Its end.</param>
/// <param name="Start">When work would begin.</param>
/// <param name="Change">Change of that day's score, the visit no longer being left out.</param>
public sealed record IntervalOffer(int Day, int IntervalStart, int IntervalEnd, int Technician, int Position, int Start, Score Change);

/// <summary>How intervals are cut and spread.</summary>
public sealed record OfferRules
{
    /// <summary>Width of an interval; default an hour.</summary>
    public int WidthSeconds { get; init; } = 3_600;

    /// <summary>Starts of intervals lie on multiples of this; default 5 minutes.</summary>
    public int StepSeconds { get; init; } = 300;

    /// <summary>What a second offer on the same day must be better by, for each offer that the day has already; default 10 minutes of driving.</summary>
    public int SpreadCost { get; init; } = 600;
}

/// <summary>Finds the best intervals for a caller, spread over days.</summary>
/// <remarks>Exact: every position of every technician who may have the visit is timed. Intervals closer than half their width are one to a caller.</remarks>
public static class IntervalOffers
{
    /// <summary>The best k over several days, in the order of choice: each the least of cost and spread among what is left.</summary>
    /// <param name="days">A plan a day; nobody has the visit in it.</param>
    /// <param name="visits">The visit's index in each.</param>
    public static IReadOnlyList<IntervalOffer> Best(IReadOnlyList<Plan> days, IReadOnlyList<int> visits, int k, OfferRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(visits);
        rules ??= new OfferRules();
        return Spread([.. days.SelectMany((plan, day) => OfDay(plan, visits[day], rules, day))], k, rules);
    }

    /// <summary>All intervals of one plan, of one day or several (<see cref="PlanTechnician.Day"/>): the best place for each start of an interval, cheapest first.</summary>
    /// <exception cref="ArgumentException">Somebody has the visit.</exception>
    public static IReadOnlyList<IntervalOffer> OfDay(Plan plan, int visit, OfferRules? rules = null, int day = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.TechnicianOf[visit] >= 0)
            throw new ArgumentException($"Visit {visit} is on a route; take it off first.", nameof(visit));
        rules ??= new OfferRules();
        var problem = plan.Problem;
        var best = new Dictionary<(int Day, int Start), IntervalOffer>();
        var left = Score.OfUnassigned(problem.Visits[visit]);
        var (times, trial) = (new RouteTimes(), new int[problem.Visits.Length + 1]);
        for (var t = 0; t < plan.Routes.Length; t++)
        {
            if (!plan.MayHave(t, visit))
                continue;
            var route = plan.Routes[t];
            var (bounds, before) = (new StrictBounds(problem, t, route), times.Compute(problem, t, route, plan.Holds));
            for (var position = problem.Technicians[t].Frozen.Count; position <= route.Length; position++)
            {
                if (!bounds.MayTake(visit, position))
                    continue;
                route.AsSpan(0, position).CopyTo(trial);
                trial[position] = visit;
                route.AsSpan(position).CopyTo(trial.AsSpan(position + 1));
                var after = times.Compute(problem, t, trial.AsSpan(0, route.Length + 1), plan.Holds);
                if (!times.IsPossible)
                    continue;
                var (start, change) = (IntervalStart(times.Arrive[position], rules), after - before - left);
                if (!best.TryGetValue((problem.Technicians[t].Day, start), out var known) || change < known.Change)
                    best[(problem.Technicians[t].Day, start)] = new IntervalOffer(day + problem.Technicians[t].Day, start, start + rules.WidthSeconds, t, position, times.Start[position], change);
            }
        }

        return [.. best.Values.OrderBy(offer => offer.Change).ThenBy(offer => offer.Day).ThenBy(offer => offer.IntervalStart)];
    }

    /// <summary>Chooses k of them: again and again the least of cost and spread, none closer to one of its day than half a width.</summary>
    public static IReadOnlyList<IntervalOffer> Spread(IReadOnlyList<IntervalOffer> offers, int k, OfferRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(offers);
        rules ??= new OfferRules();
        var chosen = new List<IntervalOffer>();
        while (chosen.Count < k)
        {
            IntervalOffer? next = null;
            var least = default(Score);
            foreach (var offer in offers)
            {
                var (isApart, sameDay) = (true, 0);
                foreach (var other in chosen)
                {
                    if (other.Day != offer.Day)
                        continue;
                    sameDay++;
                    isApart &= 2 * Math.Abs(other.IntervalStart - offer.IntervalStart) >= rules.WidthSeconds;
                }

                var price = offer.Change with { Cost = offer.Change.Cost + (long)sameDay * rules.SpreadCost };
                if (isApart && (next is null || price < least))
                    (next, least) = (offer, price);
            }

            if (next is null)
                break;
            chosen.Add(next);
        }

        return chosen;
    }

    // A third of it before the estimate, the rest after: lateness is likelier than earliness.
    private static int IntervalStart(int arrival, OfferRules rules)
    {
        var start = Math.Max(0, arrival - rules.WidthSeconds / 3);
        return start - start % rules.StepSeconds;
    }
}
