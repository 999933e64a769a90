namespace Dispatch.Planning;

/// <summary>Times and price of one ordered route, computed along it; owns its buffers and is used again and again.</summary>
/// <remarks>
/// One pass from the first stop to the last. A technician leaves as soon as the stop before is done, but leaves the start only as
/// early as the first stop needs. The break is taken at the first gap after its earliest time, or before a stop that would carry it
/// past its latest, waiting before it not counted where the break fits into that; a strict one where it serves best. A drive takes what it takes at the time one leaves. It is the plain definition of a plan's times; faster tests of moves are judged by it.
/// </remarks>
public sealed partial class RouteTimes
{
    private int[] depart = new int[16];
    private int[] arrive = new int[16];
    private int[] start = new int[16];
    private int[] end = new int[16];
    private int[] drives = new int[16];
    private int[] breakStarts = new int[2];
    private int[] breaksBefore = new int[2];
    private int[] gaps = new int[4];
    private int breakCount;
    private bool paysForTimes;

    /// <summary>How many stops were timed.</summary>
    public int Count { get; private set; }

    /// <summary>When the drive to each stop begins.</summary>
    public ReadOnlySpan<int> Depart => depart.AsSpan(0, Count);

    /// <summary>When it ends.</summary>
    public ReadOnlySpan<int> Arrive => arrive.AsSpan(0, Count);

    /// <summary>When work begins.</summary>
    public ReadOnlySpan<int> Start => start.AsSpan(0, Count);

    /// <summary>When work ends.</summary>
    public ReadOnlySpan<int> End => end.AsSpan(0, Count);

    /// <summary>How long the drive to each stop takes, seconds.</summary>
    public ReadOnlySpan<int> Drive => drives.AsSpan(0, Count);

    /// <summary>How long the drive from the last stop to the end takes, seconds.</summary>
    public int HomeDriveSeconds { get; private set; }

    /// <summary>When each of <see cref="PlanTechnician.Breaks"/> begins; -1 for one that is not taken.</summary>
    public ReadOnlySpan<int> BreakStarts => breakStarts.AsSpan(0, breakCount);

    /// <summary>Index of the stop before which each is taken, <see cref="Count"/> for after the last; -1 for one that is not taken.</summary>
    public ReadOnlySpan<int> BreaksBefore => breaksBefore.AsSpan(0, breakCount);

    /// <summary>When the first break begins; -1 if there is none.</summary>
    public int BreakStart => breakCount > 0 ? breakStarts[0] : -1;

    /// <summary>Index of the stop before which the first break is taken, <see cref="Count"/> for after the last; -1 if there is none.</summary>
    public int BreakBefore => breakCount > 0 ? breaksBefore[0] : -1;

    /// <summary>When the technician is back.</summary>
    public int HomeAt { get; private set; }

    /// <summary>Driving in all, seconds.</summary>
    public int DriveSeconds { get; private set; }

    /// <summary>Distance in all, in the unit of <see cref="TravelMatrix.Distance"/>.</summary>
    public long Distance { get; private set; }

    /// <summary>From leaving to being back, leaving as late as the visits allow; 0 where the problem gives working time neither bound nor price.</summary>
    public int WorkSeconds { get; private set; }

    /// <summary>Visits and driving in all, seconds: the route's share of the technician's work. A drive counts as the shortest of the day, so that the share does not depend on when.</summary>
    public long LoadSeconds { get; private set; }

    /// <summary>Beyond the shift's end, seconds.</summary>
    public int OvertimeSeconds { get; private set; }

    /// <summary>Whether no hard rule of the route is broken: roads lead all the way, the van carries what it must, strict windows, shifts and breaks hold.</summary>
    public bool IsPossible { get; private set; }

    /// <summary>Times a route and prices it.</summary>
    /// <param name="problem">What is planned.</param>
    /// <param name="technicianIndex">Whose route.</param>
    /// <param name="stops">The visits in order.</param>
    /// <param name="holds">By visit, before when it does not begin because of another that it is tied to (<see cref="Plan.Holds"/>); empty: nothing is held.</param>
    /// <returns>The route's share of the plan's score; meaningless unless <see cref="IsPossible"/>.</returns>
    public Score Compute(Problem problem, int technicianIndex, ReadOnlySpan<int> stops, ReadOnlySpan<int> holds = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var technician = problem.Technicians[technicianIndex];
        breakCount = technician.BreakSpan.Length;
        Reset(stops.Length);
        if (stops.Length == 0)
        {
            HomeAt = technician.AvailableFrom;
            return default;
        }

        var route = new Route(problem, technicianIndex, technician, stops, holds);
        var cost = (long)problem.Weights.Technician + technician.FixedCost;
        var start = new Reached { Time = technician.AvailableFrom, Place = technician.StartPlace, Cost = cost, Owed = cost };
        return technician.Break is not { IsStrict: true } pause ? Finish(route, start)
            : breakCount == 1 ? AroundStrictBreak(route, start, pause)
            : AroundStrictBreaks(route, start);
    }

    // From a stop on to the end. A trial ends where it proves to be impossible.
    private Score Finish(in Route route, Reached at, bool isTrial = false)
    {
        var goesOn = true;
        while (goesOn && at.Stop <= route.Stops.Length)
            goesOn = DriveOn(route, ref at) && (IsPossible || !isTrial);
        (DriveSeconds, Distance, LoadSeconds) = (at.Drive, at.Distance, at.Load);
        return at.Stop > route.Stops.Length ? Home(route, at) : at.Score;
    }

    // Drives to the next stop, or home after the last, and works there; false where no road leads.
    private bool DriveOn(in Route route, ref Reached at)
    {
        var (problem, i) = (route.Problem, at.Stop);
        var stops = route.Stops;
        var (weights, travel) = (problem.Weights, route.Travel);
        var isHome = i == stops.Length;
        var visit = isHome ? null : problem.VisitOn(route.TechnicianIndex, stops[i]);
        var next = visit?.Place ?? route.Technician.EndPlace;
        var stay = isHome ? 0 : problem.StaySeconds(route.TechnicianIndex, stops[i], at.Place);
        var drive = travel.DriveSeconds(at.Place, next, at.Time);
        if (drive == TravelMatrix.NoRoad)
        {
            IsPossible = false;
            return false;
        }

        at.Load += travel.DependsOnDeparture ? travel[at.Place, next] : drive;
        var (arrival, rested) = (at.Time + drive, at.Rested);
        var isStrict = false;
        if (rested < breakCount)
        {
            isStrict = route.Technician.Break!.IsStrict;
            if (isStrict)
                arrival = AfterStrictBreaks(route.Technician.BreakSpan, ref at, drive);
            else if (TakeBreaks(route.Technician.BreakSpan, ref at, next, ref drive, isHome ? -1 : stay, visit, route))
                arrival = at.Time + drive;
        }

        at.Distance += travel.Distance(at.Place, next);
        if (isHome)
        {
            (HomeAt, HomeDriveSeconds) = (arrival, drive);
            (at.Stop, at.Drive) = (i + 1, at.Drive + drive);
            return true;
        }

        var earliest = EarliestStart(visit!, route.Holds.IsEmpty ? arrival : Math.Max(arrival, route.Holds[stops[i]]));
        var isFree = i == 0 && !(isStrict && at.Rested > rested);
        depart[i] = isFree ? Math.Max(at.Time, travel.LatestDeparture(at.Place, next, earliest)) : at.Time;
        if (isFree)
            drive = travel.DriveSeconds(at.Place, next, depart[i]);
        at.Drive += drive;
        drives[i] = drive;
        arrive[i] = isFree ? depart[i] + drive : arrival;
        start[i] = earliest;
        end[i] = earliest + stay;
        at.Load += stay;
        at.Cost += (long)(earliest - arrive[i]) * weights.WaitingTenths / 10 + (long)(depart[i] - at.Time) * weights.IdleTenths / 10;
        IsPossible &= !visit!.IsWindowStrict || IsInWindow(visit, earliest);
        Price(visit, route.TechnicianIndex, earliest, ref at, weights);
        if (problem.HolderPrices is { } prices)
        {
            var price = prices.Of(route.TechnicianIndex, stops[i]);
            (at.Cost, at.Owed) = (at.Cost + price, at.Owed + price);
        }

        (at.Stop, at.Time, at.Place) = (i + 1, end[i], visit.Place);
        return true;
    }

    private Score Home(in Route route, in Reached at)
    {
        var (problem, technician) = (route.Problem, route.Technician);
        var weights = problem.Weights;
        OvertimeSeconds = Math.Max(0, HomeAt - Math.Max(technician.ShiftEnd, technician.AvailableFrom));
        IsPossible &= DriveSeconds <= technician.MostDriveSeconds && HomeAt <= technician.LatestEnd && !(technician.IsShiftStrict && OvertimeSeconds > 0) && VanLoad.Fits(problem, route.TechnicianIndex, route.Stops);
        paysForTimes = at.Cost != at.Owed || OvertimeSeconds > 0 || weights.WorkSecond != 0 || at.Score != default;
        var cost = at.Cost + (long)DriveSeconds * weights.DriveSecond + Distance * weights.Distance + (long)OvertimeSeconds * weights.Overtime + WorkBalance.Cost(weights, technician, LoadSeconds);
        if (technician.MostWorkSeconds != PlanVisit.None || weights.WorkSecond != 0)
        {
            WorkSeconds = HomeAt - LatestLeaving(problem, route.TechnicianIndex, route.Stops, route.Holds);
            IsPossible &= WorkSeconds <= technician.MostWorkSeconds;
            cost += (long)WorkSeconds * weights.WorkSecond;
        }

        return at.Score with { Cost = at.Score.Cost + cost };
    }

    // From the end back to the start: how late each stop can be reached without coming home later.
    private int LatestLeaving(Problem problem, int technicianIndex, ReadOnlySpan<int> stops, ReadOnlySpan<int> holds)
    {
        var (technician, travel) = (problem.Technicians[technicianIndex], problem.TravelOf(technicianIndex));
        var latest = HomeAt;
        for (var i = stops.Length; i >= 0; i--)
        {
            if (i < stops.Length)
            {
                var visit = problem.VisitOn(technicianIndex, stops[i]);
                latest = Math.Min(latest - (end[i] - start[i]), !holds.IsEmpty && holds[stops[i]] > 0 ? start[i] : LatestLikeStart(visit, start[i]));
            }

            var from = i == 0 ? technician.StartPlace : problem.Visits[stops[i - 1]].Place;
            var leave = travel.LatestDeparture(from, i == stops.Length ? technician.EndPlace : problem.Visits[stops[i]].Place, latest);
            latest = LatestBeforeBreaks(technician.BreakSpan, i, latest, latest - leave);
        }

        return Math.Max(latest, technician.AvailableFrom);
    }

    private void Reset(int count)
    {
        if (depart.Length < count)
        {
            var size = Math.Max(count, depart.Length * 2);
            (depart, arrive, start, end, drives) = (new int[size], new int[size], new int[size], new int[size], new int[size]);
        }

        if (breakStarts.Length < breakCount)
            (breakStarts, breaksBefore, gaps) = (new int[breakCount], new int[breakCount], new int[2 * breakCount]);
        for (var b = 0; b < breakCount; b++)
            (breakStarts[b], breaksBefore[b]) = (-1, -1);
        (Count, HomeAt, DriveSeconds, OvertimeSeconds, IsPossible) = (count, 0, 0, 0, true);
        (Distance, WorkSeconds, LoadSeconds, HomeDriveSeconds) = (0, 0, 0, 0);
    }

    // What is timed.
    private readonly ref struct Route(Problem problem, int technicianIndex, PlanTechnician technician, ReadOnlySpan<int> stops, ReadOnlySpan<int> holds)
    {
        public readonly Problem Problem = problem;
        public readonly int TechnicianIndex = technicianIndex;
        public readonly PlanTechnician Technician = technician;
        public readonly TravelMatrix Travel = problem.Travel.Of(technician.Vehicle);
        public readonly ReadOnlySpan<int> Stops = stops;
        public readonly ReadOnlySpan<int> Holds = holds;
    }

    // How far the technician has come: the stop that is next, since when and where he is free, and what it has cost.
    private struct Reached
    {
        public int Stop;
        public int Time;
        public int Place;

        // How many breaks are taken.
        public int Rested;
        public int Drive;
        public long Load;
        public long Distance;
        public long Cost;

        // Of the cost what does not depend on times.
        public long Owed;
        public Score Score;
    }
}
