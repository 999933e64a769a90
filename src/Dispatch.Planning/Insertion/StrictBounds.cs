namespace Dispatch.Planning.Insertion;

/// <summary>
/// When each stop of a route can begin at the earliest and may begin at the latest, by strict rules alone and without the break:
/// a test in constant time that never refuses what is possible (Savelsbergh 1992), so that only what passes is timed in full.
/// </summary>
internal sealed class StrictBounds
{
    private readonly Problem problem;
    private readonly int[] route;
    private readonly int technicianIndex;
    private readonly PlanTechnician technician;
    private readonly TravelMatrix travel;
    private readonly int[] earliestEnd;
    private readonly int[] latestStart;

    public StrictBounds(Problem problem, int technician, int[] route)
    {
        (this.problem, this.route, technicianIndex, this.technician) = (problem, route, technician, problem.Technicians[technician]);
        travel = problem.TravelOf(technician);
        (earliestEnd, latestStart) = (new int[route.Length], new int[route.Length + 1]);
        var (time, place) = (this.technician.AvailableFrom, this.technician.StartPlace);
        for (var i = 0; i < route.Length; i++)
        {
            var visit = problem.VisitOn(technician, route[i]);
            time = RouteTimes.EarliestStart(visit, After(time, travel[place, visit.Place])) + problem.StaySeconds(technician, route[i], place);
            (earliestEnd[i], place) = (time, visit.Place);
        }

        var latest = this.technician.IsShiftStrict ? Math.Max(this.technician.ShiftEnd, this.technician.AvailableFrom) : int.MaxValue;
        latestStart[route.Length] = latest = Math.Min(latest, this.technician.LatestEnd);
        place = this.technician.EndPlace;
        // Whatever comes before a stop may be at the same place, so that nothing has to be set up there.
        for (var i = route.Length - 1; i >= 0; i--)
        {
            var visit = problem.VisitOn(technician, route[i]);
            var drive = travel[visit.Place, place];
            latest = latest == int.MaxValue || drive == TravelMatrix.NoRoad ? int.MaxValue : latest - drive - problem.StaySeconds(technician, route[i], visit.Place);
            latestStart[i] = latest = Math.Min(latest, LastStart(visit));
            place = visit.Place;
        }
    }

    /// <summary>False only where no timing of the route with the visit there can be possible.</summary>
    public bool MayTake(int visit, int position)
    {
        var what = problem.VisitOn(technicianIndex, visit);
        var (time, place) = position == 0 ? (technician.AvailableFrom, technician.StartPlace) : (earliestEnd[position - 1], problem.Visits[route[position - 1]].Place);
        var there = travel[place, what.Place];
        var next = position == route.Length ? technician.EndPlace : problem.Visits[route[position]].Place;
        var onward = travel[what.Place, next];
        if (there == TravelMatrix.NoRoad || onward == TravelMatrix.NoRoad)
            return false;
        var start = RouteTimes.EarliestStart(what, time + there);
        return start <= LastStart(what) && (latestStart[position] == int.MaxValue || start + problem.StaySeconds(technicianIndex, visit, place) + onward <= latestStart[position]);
    }

    private static int LastStart(PlanVisit visit) => visit is { IsWindowStrict: true, WindowSpan: [.., var last] } ? last.End : int.MaxValue;

    private static int After(int time, int drive) => drive == TravelMatrix.NoRoad ? time : time + drive;
}
