namespace Dispatch.Planning.Search;

/// <summary>Drives by kind of vehicle, between places as a flat day numbers them; by departure, the shortest of the day.</summary>
internal sealed class VehicleDrives
{
    private readonly TravelMatrix[] ofRoute;
    private readonly int[] placeOf;
    private readonly PlanWeights weights;

    /// <param name="problem">Drive times by kind of vehicle.</param>
    /// <param name="number">By place, its number in the flat day.</param>
    public VehicleDrives(Problem problem, int[] number)
    {
        weights = problem.Weights;
        (ofRoute, placeOf) = ([.. Enumerable.Range(0, problem.Technicians.Length).Select(problem.TravelOf)], new int[number.Length]);
        for (var place = 0; place < number.Length; place++)
            placeOf[number[place]] = place;
    }

    /// <summary>Drive time with the vehicle of a route; <see cref="FlatDay.Far"/> where it finds no road.</summary>
    public int Seconds(int route, int from, int to) => Math.Min(FlatDay.Far, ofRoute[route][placeOf[from], placeOf[to]]);

    /// <summary>The cost of an arc: driving and distance.</summary>
    public long Cost(int route, int from, int to, int drive) =>
        (long)drive * weights.DriveSecond + (weights.Distance == 0 ? 0 : (long)ofRoute[route].Distance(placeOf[from], placeOf[to]) * weights.Distance);
}
