using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Vans;

namespace Dispatch.Grains.DayPlans;

/// <summary>How full the spaces of a van are: what is still to be brought lies in it until then, what was taken from then on.</summary>
internal static class VanSpaces
{
    /// <summary>What lies in a space for the rest of the day whatever happens: what was taken or is being taken, and what could not be left where it was brought.</summary>
    public static int Lasting(DayPlanState state, TechnicianDay technician, SpaceId space)
    {
        var sum = 0;
        foreach (var id in technician.Route)
        {
            if (state.Visits[id] is not { IsAhead: false } visit)
                continue;
            sum += Count(visit.Stop == StopState.CouldNotBeDone ? visit.Details.Brings : visit.Details.Takes, space);
        }

        return sum;
    }

    /// <summary>Each space that the route needs, in the order of their ids.</summary>
    public static IReadOnlyList<SpaceUse> Use(DayPlanState state, TechnicianDay technician)
    {
        SpaceId[] spaces = [.. technician.Route.Select(id => state.Visits[id].Details).SelectMany(visit => visit.Brings.Concat(visit.Takes)).Select(load => load.Space).Distinct().OrderBy(space => space.Value, StringComparer.Ordinal)];
        return [.. spaces.Select(space => Use(state, technician, space))];
    }

    private static SpaceUse Use(DayPlanState state, TechnicianDay technician, SpaceId space)
    {
        var visits = technician.Route.Select(id => state.Visits[id]).ToList();
        var aboard = visits.Sum(visit => visit.Stop switch
        {
            StopState.Done => Count(visit.Details.Takes, space),
            _ => Count(visit.Details.Brings, space),
        });
        var (load, most) = (aboard, aboard);
        foreach (var visit in visits.Where(visit => !visit.IsOver))
        {
            load += Count(visit.Details.Takes, space) - Count(visit.Details.Brings, space);
            most = Math.Max(most, load);
        }

        return new SpaceUse(space, aboard, most, technician.Entry.Room.Count == 0 ? null : Count(technician.Entry.Room, space));
    }

    /// <summary>How much of one space a list names.</summary>
    public static int Count(IReadOnlyList<SpaceCount> counts, SpaceId space)
    {
        var sum = 0;
        foreach (var count in counts)
            sum += count.Space == space ? count.Count : 0;
        return sum;
    }
}
