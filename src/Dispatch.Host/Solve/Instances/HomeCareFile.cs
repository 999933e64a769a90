using Dispatch.Planning;
using Dispatch.Planning.Rich.Synchronised;

namespace Dispatch.Host.Solve.Instances;

/// <summary>Home health care routing and scheduling: services that two caregivers give at once, or one after the other (Mankowska et al. 2014).</summary>
/// <remarks>
/// JSON; distances are in the order of the office, then the patients. The first time of a window is hard, the second soft. The cost is
/// a third of travel, lateness and the largest lateness together. Openings are taken as whole minutes, since some files say
/// 401.99999999999994 and mean 402, which published solutions read as 401.
/// </remarks>
internal sealed class HomeCareFile : Instance
{
    private readonly string[] patients;
    private readonly string[] caregivers;
    private readonly string[][] services;

    private HomeCareFile(JsonPlace file)
    {
        var (people, crew) = (file["patients"].Items(), file["caregivers"].Items());
        if (people.Length is 0 or > 10_000 || crew.Length is 0 or > 10_000)
            throw file.Wrong("there must be patients and caregivers, 10,000 of each at most.");
        (patients, caregivers) = (Ids(people), Ids(crew));
        services = [.. people.Select(patient => patient["required_caregivers"].Items().Select(need => need["service"].Text()).ToArray())];
        var kinds = services.SelectMany(service => service).Distinct().ToArray();
        if (kinds.Length > 64)
            throw file.Wrong($"there are {kinds.Length} services; there may be 64.");
        var visits = people.Select((patient, i) => Visit(patient, services[i], kinds)).ToArray();
        var skills = crew.Select(caregiver => caregiver["abilities"].Items().Aggregate(0UL, (bits, ability) => Array.IndexOf(kinds, ability.Text()) is >= 0 and var kind ? bits | 1UL << kind : bits));
        Day = new SynchronisedDay(visits, [.. skills], Distances(file["distances"], people.Length + 1));
    }

    /// <summary>What is planned.</summary>
    public SynchronisedDay Day { get; }

    /// <inheritdoc />
    public override bool NeedsJson => true;

    /// <exception cref="RefusedException">The file is malformed; the sentence has the place.</exception>
    public static Instance Read(string path) => new HomeCareFile(JsonPlace.Read(path));

    /// <inheritdoc />
    public override Solution Solve(SolveRun run)
    {
        var options = new PlannerOptions { Iterations = long.MaxValue, Seed = run.Options.Seed, Threads = run.Options.Threads, Spent = () => run.Clock.Spent };
        return ToSolution(SynchronisedSearch.Run(Day, options, plan => run.Trace.Better(plan.Cost / 3, 0), run.Cancellation));
    }

    /// <summary>The plan in the file's names.</summary>
    public Solution ToSolution(SynchronisedPlan plan)
    {
        var steps = caregivers.Select(_ => new List<SolutionStep> { new("start") }).ToArray();
        foreach (var visit in plan.Order)
        {
            for (var i = 0; i < services[visit].Length; i++)
            {
                var task = 2 * visit + i;
                var step = new SolutionStep(
                    "job", patients[visit], plan.Arrive[task], plan.Start[task] - plan.Arrive[task], Day.Visits[visit].Services[i].Duration, services[visit][i]);
                steps[plan.TechnicianOf[task]].Add(step);
            }
        }

        var routes = new List<SolutionRoute>();
        for (var t = 0; t < steps.Length; t++)
        {
            if (steps[t].Count > 1)
                routes.Add(new SolutionRoute(caregivers[t], [.. steps[t], new SolutionStep("end")]));
        }

        return new Solution(routes, [], plan.Cost / 3);
    }

    private static string[] Ids(JsonPlace[] items)
    {
        var seen = new HashSet<string>();
        return [.. items.Select(item => seen.Add(item["id"].Text()) ? item["id"].Text() : throw item.Wrong($"the id {item["id"].Text()} stands twice."))];
    }

    private static SharedVisit Visit(JsonPlace patient, string[] services, string[] kinds)
    {
        var needs = patient["required_caregivers"].Items();
        if (needs.Length is 0 or > 2 || (needs.Length == 2 && services[0] == services[1]))
            throw patient["required_caregivers"].Wrong("a patient needs one service, or two different ones.");
        var window = patient["time_window"].Items();
        if (window.Length != 2)
            throw patient["time_window"].Wrong("a window has two times.");
        var (ready, due) = (Math.Floor(window[0].Number(0)), window[1].Number());
        if (due < ready)
            throw patient["time_window"].Wrong("the window ends before it starts.");
        var gap = needs.Length == 2 ? Gap(patient["synchronization"]) : (0, 0);
        return new SharedVisit(ready, due, [.. needs.Select((need, i) => new SharedService(Array.IndexOf(kinds, services[i]), need["duration"].Number(0)))], gap.Item1, gap.Item2);
    }

    private static (double Least, double Most) Gap(JsonPlace rule)
    {
        var type = rule["type"].Text();
        if (type == "simultaneous")
            return (0, 0);
        if (type != "sequential")
            throw rule["type"].Wrong("this is neither simultaneous nor sequential.");
        var ends = rule["distance"].Items();
        return ends.Length == 2 && ends[0].Number(0) <= ends[1].Number() ? (ends[0].Number(), ends[1].Number()) : throw rule["distance"].Wrong("this is no [least, most].");
    }

    private static double[] Distances(JsonPlace table, int size)
    {
        var rows = table.Items();
        if (rows.Length != size)
            throw table.Wrong($"the table has {rows.Length} rows, not {size}.");
        var distances = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            var numbers = rows[row].Items();
            if (numbers.Length != size)
                throw rows[row].Wrong($"the row has {numbers.Length} numbers, not {size}.");
            for (var column = 0; column < size; column++)
                distances[row * size + column] = numbers[column].Number(0);
        }

        return distances;
    }
}
