namespace Dispatch.Planning;

/// <summary>What must hold of a problem before anyone works on it.</summary>
internal static class ProblemCheck
{
    /// <exception cref="ArgumentException">The first thing that does not hold.</exception>
    public static void Run(Problem problem)
    {
        if (problem.Visits.Length > Problem.MostVisits)
            throw new ArgumentException($"A problem holds at most {Problem.MostVisits} visits, not {problem.Visits.Length}.");
        if (problem.Weights.BalanceTenths is < 0 or > 10_000)
            throw new ArgumentException($"The weight of uneven work is 0 to 10,000 tenths, not {problem.Weights.BalanceTenths}.");
        if (problem.Weights.WindowRiseTenths is < 0 or > 10_000)
            throw new ArgumentException($"A second outside a window rises by 0 to 10,000 tenths an hour, not {problem.Weights.WindowRiseTenths}.");
        if (problem.Weights.OutsideArea is < 0 or > PlanVisit.MostHolderCost)
            throw new ArgumentException($"A visit outside the technician's area costs 0 to {PlanVisit.MostHolderCost}, not {problem.Weights.OutsideArea}.");
        if (problem.Weights.UnknownTechnician is < 0 or > PlanVisit.MostHolderCost)
            throw new ArgumentException($"A technician who does not know the patient costs 0 to {PlanVisit.MostHolderCost}, not {problem.Weights.UnknownTechnician}.");
        for (var t = 0; t < problem.Technicians.Length; t++)
            Technician(problem, t);
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            Visit(problem, v);
            HolderCheck.Run(problem, v);
        }

        var pickups = new HashSet<int>();
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (problem.Visits[v].PickedUpAt is not -1 and var pickup)
                Pickup(problem, v, pickup, pickups);
        }

        var tied = new HashSet<int>();
        for (var v = 0; v < problem.Visits.Length; v++)
        {
            if (problem.Visits[v].TiedTo is not -1 and var other)
                Tie(problem, v, other, tied);
        }

        HolderCheck.Groups(problem);
        DayCheck.Run(problem);
        var frozen = problem.Technicians.SelectMany(technician => technician.Frozen).ToList();
        if (frozen.Distinct().Count() != frozen.Count)
            throw new ArgumentException("A visit is frozen in two places.");
    }

    private static void Breaks(Problem problem, ReadOnlySpan<PlanBreak> breaks, int index)
    {
        for (var b = 0; b < breaks.Length; b++)
        {
            if (breaks[b].Seconds < 0 || breaks[b].Latest < breaks[b].Earliest)
                throw new ArgumentException($"The break of technician {index} ends before it begins.");
            if (breaks[b].IsStrict && problem.TravelOf(index).DependsOnDeparture)
                throw new ArgumentException($"The break of technician {index} is strict; with drive times by departure it must be a priced one.");
            if (b > 0 && breaks[b].Earliest < breaks[b - 1].Latest)
                throw new ArgumentException($"The breaks of technician {index} overlap, or are not in order.");
            if (b > 0 && breaks[b].IsStrict != breaks[0].IsStrict)
                throw new ArgumentException($"Some breaks of technician {index} are strict and some are not; make all of them strict, or none.");
        }
    }

    private static void Technician(Problem problem, int index)
    {
        var technician = problem.Technicians[index];
        Place(problem, technician.StartPlace, $"technician {index} starts");
        Place(problem, technician.EndPlace, $"technician {index} ends");
        if (technician.Vehicle < 0 || technician.Vehicle >= problem.Travel.VehicleCount)
            throw new ArgumentException($"Technician {index} drives a vehicle of kind {technician.Vehicle}, but kinds are counted from 0 and {problem.Travel.VehicleCount} of them {(problem.Travel.VehicleCount == 1 ? "has" : "have")} drive times; give one table for each kind.");
        if (technician.AvailableFrom < 0)
            throw new ArgumentException($"Technician {index} is available before the day begins.");
        Breaks(problem, technician.BreakSpan, index);
        if (technician.MostWorkSeconds < 0)
            throw new ArgumentException($"Technician {index} may work less than no time.");
        if (technician.MostDriveSeconds < 0)
            throw new ArgumentException($"Technician {index} may drive less than no time.");
        if (technician.DurationPercent is < 1 or > 1_000)
            throw new ArgumentException($"Technician {index} takes {technician.DurationPercent} % of a visit's duration; it is 1 to 1,000.");
        if (technician.DoneSeconds < 0 || technician.PaidSeconds < 0)
            throw new ArgumentException($"Technician {index} has done, or is paid for, less than no time.");
        if (technician.FixedCost < 0)
            throw new ArgumentException($"Technician {index} costs less than nothing.");
        if (technician.Capacity.Any(room => room < 0))
            throw new ArgumentException($"The van of technician {index} has less than no room.");
        if (technician.Stock.Any(count => count < 0))
            throw new ArgumentException($"Technician {index} carries less than none of a part.");
        if (technician.Frozen.FirstOrDefault(visit => visit < 0 || visit >= problem.Visits.Length, 0) is var wrong && (wrong < 0 || wrong >= problem.Visits.Length) && technician.Frozen.Count > 0)
            throw new ArgumentException($"Technician {index} has a frozen visit {wrong}, which there is not.");
    }

    private static void Visit(Problem problem, int index)
    {
        var visit = problem.Visits[index];
        Place(problem, visit.Place, $"visit {index} is");
        if (visit.DurationSeconds < 0)
            throw new ArgumentException($"Visit {index} lasts less than no time.");
        if (visit.SetupSeconds < 0)
            throw new ArgumentException($"Setting up at visit {index} takes less than no time.");
        if (visit.DurationByTechnician.Count > 0 && visit.DurationByTechnician.Count != problem.Technicians.Length)
            throw new ArgumentException($"Visit {index} has {visit.DurationByTechnician.Count} durations for {problem.Technicians.Length} technicians; give one for each, or none.");
        if (visit.DurationByTechnician.Any(seconds => seconds < 0))
            throw new ArgumentException($"Visit {index} lasts less than no time with one of its technicians.");
        if (visit.Urgency is < 0 or > 4)
            throw new ArgumentException($"Visit {index} has urgency {visit.Urgency}; it is 0 to 4.");
        Windows(visit.Windows, $"visit {index}");
        if (visit.SkipCost < PlanVisit.NoPrice)
            throw new ArgumentException($"Leaving out visit {index} costs less than nothing.");
        if (visit.Brings.Any(load => load < 0) || visit.Takes.Any(load => load < 0))
            throw new ArgumentException($"A load of visit {index} is negative.");
        if (visit.PinnedTechnician < -1 || visit.PinnedTechnician >= problem.Technicians.Length)
            throw new ArgumentException($"Visit {index} is pinned to technician {visit.PinnedTechnician}, whom there is not.");
        if (visit.PromiseStart != PlanVisit.None && visit.PromiseEnd < visit.PromiseStart)
            throw new ArgumentException($"The promise of visit {index} ends before it starts.");
    }

    /// <exception cref="ArgumentException">A window that ends before it starts, or windows that overlap.</exception>
    public static void Windows(IReadOnlyList<PlanWindow> windows, string where)
    {
        if (windows.Any(window => window.End < window.Start))
            throw new ArgumentException($"A window of {where} ends before it starts.");
        for (var w = 1; w < windows.Count; w++)
        {
            if (windows[w].Start < windows[w - 1].End)
                throw new ArgumentException($"The windows of {where} overlap or are not ascending.");
        }
    }

    // So no visit comes before itself by way of others.
    private static void Pickup(Problem problem, int index, int pickup, HashSet<int> pickups)
    {
        if (pickup < -1 || pickup >= problem.Visits.Length || pickup == index)
            throw new ArgumentException($"Visit {index} is picked up at visit {pickup}, which there is not.");
        if (problem.Visits[pickup].PickedUpAt != -1)
            throw new ArgumentException($"Visit {index} is picked up at visit {pickup}, which is itself picked up elsewhere; a pickup is no delivery.");
        if (!pickups.Add(pickup))
            throw new ArgumentException($"Two visits are picked up at visit {pickup}; give each a pickup of its own.");
    }

    private static void Tie(Problem problem, int index, int other, HashSet<int> tied)
    {
        if (other < 0 || other >= problem.Visits.Length || other == index)
            throw new ArgumentException($"Visit {index} is tied to visit {other}, which there is not.");
        if (!tied.Add(index) || !tied.Add(other))
            throw new ArgumentException($"Visit {index} or visit {other} is in two ties; a visit is in one at most.");
        var visit = problem.Visits[index];
        if (visit.LeastGapSeconds < 0 || visit.MostGapSeconds < visit.LeastGapSeconds)
            throw new ArgumentException($"The gap between visits {other} and {index} is from {visit.LeastGapSeconds} to {visit.MostGapSeconds} s; it must not be negative or end before it starts.");
        var (one, two) = (problem.Visits[other].PinnedTechnician, visit.PinnedTechnician);
        if (visit.MostGapSeconds == 0 && one >= 0 && one == two)
            throw new ArgumentException($"Visits {other} and {index} begin at once but are pinned to one technician.");
    }

    private static void Place(Problem problem, int place, string what)
    {
        if (place < 0 || place >= problem.Travel.PlaceCount)
            throw new ArgumentException($"Place {place}, where {what}, is not in the table of {problem.Travel.PlaceCount} places.");
    }
}
