using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>VROOM's input: jobs, shipments, vehicles with breaks, and matrices or coordinates. Keys that VROOM does not know are passed over, as it does.</summary>
/// <remarks>
/// First the greatest sum of priorities done, then the most tasks, then cost: what VROOM wants. A warm start is taken from the
/// vehicles' steps, or from "routes" of an earlier answer put into the input. The format is docs/API.md of VROOM-Project/vroom.
/// </remarks>
internal static class VroomFile
{
    /// <exception cref="RefusedException">The file is malformed, or asks for what there is not; the sentence has the place.</exception>
    public static Instance Read(string path, string? mapFile, bool keepsRoutes)
    {
        var input = JsonPlace.Read(path);
        var (places, times) = (new VroomPlaces(input, mapFile), new VroomTimes(input));
        var tasks = new VroomTasks(input, places, times);
        if (input["vehicles"].Items().Length == 0 || tasks.Named.Count == 0)
            throw input.Wrong("there must be a vehicle, and a job or a shipment.");
        var vehicles = new VroomVehicles(input, places, times, tasks);
        bool May(int task, int vehicle) => tasks.Named[task].Skills.IsSubsetOf(vehicles.Named[vehicle].Skills);
        var routes = new VroomSteps(input, tasks, vehicles, times);
        return new VroomInstance
        {
            Day = new ErrandDay(Priced(tasks, vehicles, places.Size), vehicles.Drivers, vehicles.Tables, places.Size, May),
            Tasks = [.. tasks.Named],
            Vehicles = [.. vehicles.Named],
            From = times.From,
            Unit = vehicles.Unit,
            Start = keepsRoutes ? null : routes.Items,
            Kept = keepsRoutes ? routes.Kept() : null,
            HasDistances = places.HasDistances,
            HasIndices = places.HasMatrices,
        };
    }

    // Priorities in order, then the number of tasks, then cost, as far as 64 bits go.
    private static Errand[] Priced(VroomTasks tasks, VroomVehicles vehicles, int size)
    {
        var errands = tasks.Errands;
        var longest = errands.Sum(errand => (decimal)Math.Max(errand.Service, errand.ServiceByType.DefaultIfEmpty().Max()) + Math.Max(errand.Setup, errand.SetupByType.DefaultIfEmpty().Max()));
        var most = 1 + vehicles.Drivers.Sum(driver => (decimal)driver.FixedCost) + longest * vehicles.Drivers.Max(driver => driver.TaskHourCost) / 3600 + errands.Count;
        var dearest = new long[size];
        foreach (var table in vehicles.Tables)
        {
            for (var i = 0; i < table.Costs.Length; i++)
            {
                if (table.Seconds[i] < ErrandVehicle.Never)
                    dearest[i / size] = Math.Max(dearest[i / size], table.Costs[i]);
            }
        }

        most += errands.Sum(errand => 2m * dearest[errand.Place]) + vehicles.Drivers.Sum(driver => driver.Start < 0 ? 0m : dearest[driver.Start]);
        var sum = tasks.Named.Sum(task => (decimal)task.Priority * (errands.Count + 1) + 1) * most;
        var unit = sum > long.MaxValue / 16 ? Math.Max(1, (long)(long.MaxValue / 16 / (sum / most))) : (long)most;
        long Price(int task) => ((long)tasks.Named[task].Priority * (errands.Count + 1) + 1) * unit;
        return [.. errands.Select((errand, e) => errand with { SkipCost = errand.PickedUpAt >= 0 ? 2 * Price(e) : Price(e) })];
    }
}
