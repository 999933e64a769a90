using Dispatch.Planning;

namespace Dispatch.Host.Solve.Instances;

/// <summary>A day of field service: levels of skill, parts, breaks, asymmetric times, priorities.</summary>
/// <remarks>
/// Locations 0 to T - 1 are the technicians' homes, then the visits. First the fewest unserved by priority, then driving seconds.
/// What happens during the day (its events) is no part of the plan.
/// </remarks>
internal static class LiveDayFile
{
    /// <exception cref="RefusedException">The file is malformed; the sentence has the place.</exception>
    public static Instance Read(string path)
    {
        var day = JsonPlace.Read(path, "matrix", out var table);
        var (people, places) = (day["technicians"].Items(), day["visits"].Items());
        var size = table?.Size ?? day["matrix"].Items().Length;
        if (people.Length == 0 || places.Length is 0 or > Problem.MostVisits)
            throw day.Wrong("there must be technicians, and from 1 to 100,000 visits.");
        var skillCount = people.Max(person => person["levels"].Items().Length);
        var levels = Math.Max(places.Max(place => place["level"].Whole(0, 60)), 1);
        if (skillCount * levels > 64)
            throw day.Wrong($"{skillCount} skills of {levels} levels are more than 64.");
        var priorities = places.Select(place => place["priority"].Whole(0, 1000)).Distinct().OrderDescending().ToArray();
        if (priorities.Length > 5)
            throw day.Wrong($"there are {priorities.Length} different priorities; there may be 5.");
        var technicians = people.Select(person => Technician(person, levels, size)).ToArray();
        var visits = places.Select(place => Visit(place, levels, skillCount, size, priorities)).ToArray();
        return new PlannedInstance
        {
            Problem = new Problem(technicians, visits, new TravelMatrix(table?.Values ?? day["matrix"].Table(size), size), PlanWeights.DrivingAlone),
            VisitNumbers = Ids(places),
            TechnicianNumbers = Ids(people),
            Cost = plan => PlannedInstance.Travel(plan),
            IsLiveDay = true,
        };
    }

    private static int[] Ids(JsonPlace[] items)
    {
        var ids = items.Select(item => item["id"].Whole()).ToArray();
        var seen = new HashSet<int>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (!seen.Add(ids[i]))
                throw items[i].Wrong($"the id {ids[i]} stands twice.");
        }

        return ids;
    }

    private static PlanTechnician Technician(JsonPlace person, int levels, int size)
    {
        var (start, end) = person["shift"].Window();
        var (earliest, latest) = person["breakWindow"].Window();
        var skills = 0UL;
        var held = person["levels"].Wholes(0, 60);
        for (var skill = 0; skill < held.Length; skill++)
        {
            for (var level = 1; level <= Math.Min(held[skill], levels); level++)
                skills |= 1UL << (skill * levels + level - 1);
        }

        var home = person["loc"].Whole(0, size - 1);
        return new PlanTechnician
        {
            StartPlace = home,
            EndPlace = home,
            AvailableFrom = start,
            ShiftEnd = end,
            IsShiftStrict = true,
            Skills = skills,
            Stock = person["parts"].Wholes(),
            Break = new PlanBreak(earliest, latest, person["breakDuration"].Whole()) { IsStrict = true, MayInterruptDrive = true },
        };
    }

    private static PlanVisit Visit(JsonPlace place, int levels, int skillCount, int size, int[] priorities)
    {
        var (start, end) = place["window"].Window();
        var (skill, level) = (place["skill"].Whole(0, skillCount - 1), place["level"].Whole(0, 60));
        return new PlanVisit
        {
            Place = place["loc"].Whole(0, size - 1),
            DurationSeconds = place["duration"].Whole(),
            Windows = [new PlanWindow(start, end, true)],
            IsWindowStrict = true,
            Skills = level == 0 ? 0 : 1UL << (skill * levels + level - 1),
            Parts = place["parts"].Wholes(),
            Urgency = Array.IndexOf(priorities, place["priority"].Whole(0, 1000)),
        };
    }
}
