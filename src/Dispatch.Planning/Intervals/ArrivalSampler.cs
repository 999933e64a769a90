using Dispatch.Planning.Search;

namespace Dispatch.Planning.Intervals;

/// <summary>
/// Carries uncertainty down a route: the route is driven so many times with drawn durations, by the rules of <see cref="RouteTimes"/>,
/// waiting and break included, so that slack swallows delays and lateness adds up as it does on the road. Same seed, same intervals.
/// </summary>
/// <remarks>The draws of a stop are stratified (Latin hypercube: McKay, Beckman, Conover 1979), which makes some hundred of them enough.</remarks>
public sealed class ArrivalSampler
{
    private const int Samples = 256;
    private readonly int[] free = new int[Samples];
    private readonly int[] rested = new int[Samples];
    private readonly int[] lots = new int[Samples];
    private readonly int[] aims = new int[Samples];
    private Dice dice;

    /// <summary>Arrivals at what is under way (only while driving there; none otherwise) and at each stop ahead.</summary>
    /// <param name="holds">By visit, before when it does not begin because of another that it is tied to (<see cref="Plan.Holds"/>); empty: nothing is held.</param>
    public (ArrivalSpread? UnderWay, ArrivalSpread[] Ahead) Of(Problem problem, int technicianIndex, ReadOnlySpan<int> stops, RouteUncertainty route, ulong seed, ReadOnlySpan<int> holds = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(route);
        dice = new Dice(seed);
        var technician = problem.Technicians[technicianIndex];
        Array.Clear(rested);
        var underWay = Begin(route);
        var ahead = new ArrivalSpread[stops.Length];
        var place = technician.StartPlace;
        for (var i = 0; i < stops.Length; i++)
        {
            var visit = problem.VisitOn(technicianIndex, stops[i]);
            ahead[i] = Stop(problem.TravelOf(technicianIndex), place, visit, problem.StaySeconds(technicianIndex, stops[i], place), technician.BreakSpan, route, route.Work[i], holds.IsEmpty ? 0 : holds[stops[i]]);
            place = visit.Place;
        }

        return (underWay, ahead);
    }

    private ArrivalSpread? Begin(RouteUncertainty route)
    {
        ArrivalSpread? arrivals = null;
        Array.Fill(free, route.Since);
        if (route.State == UnderWay.Driving)
        {
            Rest(route.Drive[Hour(route.Since)], route.DriveSeconds, route);
            arrivals = Sorted();
            Shuffle();
            for (var s = 0; s < Samples; s++)
                free[s] += Draw(route.WorkUnderWay, s, route.WorkSeconds);
        }
        else if (route.State == UnderWay.Working)
        {
            Rest(route.WorkUnderWay, route.WorkSeconds, route);
        }

        return arrivals;
    }

    // What began and is not over lasts at least until now; the draws come from what is left of the distribution.
    private void Rest(FactorHistogram factor, int planned, RouteUncertainty route)
    {
        Shuffle();
        var elapsed = route.Now - route.Since;
        var over = Below(factor, (double)elapsed / Math.Max(1, planned));
        for (var s = 0; s < Samples; s++)
        {
            var end = over < 0.999
                ? route.Since + (int)(planned * factor.Draw(over + (1 - over) * Lot(s)))
                : route.Now + (int)(0.2 * planned * Lot(s));
            free[s] = Math.Max(end, route.Now);
        }
    }

    private ArrivalSpread Stop(TravelMatrix travel, int from, PlanVisit visit, int stay, ReadOnlySpan<PlanBreak> breaks, RouteUncertainty route, FactorHistogram work, int held)
    {
        var arrivals = new int[Samples];
        Shuffle();
        for (var s = 0; s < Samples; s++)
        {
            // From a break one sets out at once.
            var between = Draw(route.Between, s, ObservedTimes.BetweenSeconds);
            var drive = Drive(travel, from, visit.Place, free[s]);
            for (; rested[s] < breaks.Length && breaks[rested[s]] is var pause && (free[s] >= pause.Earliest || free[s] + drive + stay > pause.Latest || FitsIntoWaiting(travel, from, visit, pause, free[s] + drive, stay, held)); rested[s]++)
            {
                free[s] = Math.Max(free[s], pause.Earliest) + pause.Seconds;
                between = 0;
            }

            var ready = Math.Max(free[s] + between, route.Now);
            drive = Drive(travel, from, visit.Place, ready);
            // Nobody sets out earlier than the door needs.
            aims[s] = RouteTimes.EarliestStart(visit, Math.Max(ready + drive, held));
            free[s] = Math.Max(ready, drive == 0 ? aims[s] : travel.LatestDeparture(from, visit.Place, aims[s]));
        }

        Shuffle();
        for (var s = 0; s < Samples; s++)
            arrivals[s] = free[s] += Draw(route.Drive[Hour(free[s])], s, Drive(travel, from, visit.Place, free[s]));
        Shuffle();
        for (var s = 0; s < Samples; s++)
            free[s] = Math.Max(free[s], held) + Draw(work, s, stay);
        Array.Sort(arrivals);
        return new ArrivalSpread(arrivals);
    }

    private static bool FitsIntoWaiting(TravelMatrix travel, int from, PlanVisit visit, PlanBreak pause, int arrival, int stay, int held)
    {
        var (start, after) = (RouteTimes.EarliestStart(visit, Math.Max(arrival, held)), pause.Earliest + pause.Seconds);
        return start + stay > pause.Latest && after + Drive(travel, from, visit.Place, after) <= start;
    }

    private static int Drive(TravelMatrix travel, int from, int to, int departure) =>
        travel.DriveSeconds(from, to, departure) is var road && road == TravelMatrix.NoRoad ? 0 : road;

    private ArrivalSpread Sorted()
    {
        var sorted = free.ToArray();
        Array.Sort(sorted);
        return new ArrivalSpread(sorted);
    }

    private int Draw(FactorHistogram factor, int sample, int planned) => (int)(planned * factor.Draw(Lot(sample)));

    private double Lot(int sample) => (lots[sample] + dice.Unit()) / Samples;

    private void Shuffle()
    {
        for (var s = 0; s < Samples; s++)
            lots[s] = s;
        for (var s = Samples - 1; s > 0; s--)
        {
            var other = dice.Below(s + 1);
            (lots[s], lots[other]) = (lots[other], lots[s]);
        }
    }

    private static double Below(FactorHistogram factor, double ratio)
    {
        var bin = FactorHistogram.BinOf(ratio);
        var below = 0.0;
        for (var b = 0; b < bin; b++)
            below += factor.Counts[b];
        var within = Math.Clamp(Math.Log(Math.Max(ratio, 1e-9) / FactorHistogram.Factor(bin, 0)) / Math.Log(FactorHistogram.Factor(bin, 1) / FactorHistogram.Factor(bin, 0)), 0, 1);
        return factor.Total == 0 ? 0 : (below + within * factor.Counts[bin]) / factor.Total;
    }

    private static int Hour(int seconds) => Math.Clamp(seconds / 3600, 0, 47) % 24;
}
