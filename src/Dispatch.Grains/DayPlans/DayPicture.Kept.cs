using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Planning;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>What of a route stays where it is: what is about to start, and what a dispatcher keeps in its order.</summary>
internal sealed partial class DayPicture
{
    private Problem? keptProblem;

    /// <summary>The same with nothing frozen but what a dispatcher keeps in its order: for a move that leaves the place open.</summary>
    public Problem KeptProblem => keptProblem ??= State.Visits.Values.Any(visit => visit is { KeepsOrder: true, IsAhead: true })
        ? new Problem([.. FreeProblem.Technicians.Select((technician, t) => technician with { Frozen = Plan.Routes[t][..Kept(TechnicianIds[t], Plan.Routes[t])] })], FreeProblem.Visits, FreeProblem.Travel, FreeProblem.Weights)
        : FreeProblem;

    /// <summary>Whether a visit stands before one up to which its route is kept in order, or is that one.</summary>
    public bool IsOrderKept(TechnicianId technician, VisitId visit) =>
        VisitIndex.TryGetValue(visit, out var index) && Plan.Routes[TechnicianIndex[technician]] is var route && Array.IndexOf(route, index) is >= 0 and var at && at < Kept(technician, route);

    // How many stops of a route a dispatcher keeps in their order. Who is out keeps nothing: others must have it.
    private int Kept(TechnicianId technician, int[] route) =>
        State.Technicians[technician].Duty is DutyState.Out ? 0 : Array.FindLastIndex(route, visit => State.Visits[VisitIds[visit]].KeepsOrder) + 1;

    private int[] Frozen(Problem free, int technician, int[] route, int[] holds)
    {
        var times = new RouteTimes();
        times.Compute(free, technician, route, holds);
        if (!times.IsPossible || State.Technicians[TechnicianIds[technician]].Duty is DutyState.Out)
            return [];
        var until = Seconds(Now + Duration.FromMinutes(Settings.FreezeMinutes));
        var count = 0;
        while (count < route.Length && times.Start[count] <= until)
            count++;
        return route[..Math.Max(count, Kept(TechnicianIds[technician], route))];
    }
}
