namespace Dispatch.Planning.Search;

/// <summary>Drives by departure, between places as a flat day numbers them.</summary>
internal sealed class TimedDrives
{
    private readonly TravelMatrix[] ofRoute;
    private readonly int[] placeOf;

    /// <param name="problem">Drive times by departure.</param>
    /// <param name="number">By place, its number in the flat day.</param>
    public TimedDrives(Problem problem, int[] number)
    {
        (ofRoute, placeOf) = ([.. Enumerable.Range(0, problem.Technicians.Length).Select(problem.TravelOf)], new int[number.Length]);
        for (var place = 0; place < number.Length; place++)
            placeOf[number[place]] = place;
    }

    /// <summary>Drive time for who leaves then; a road must lead there.</summary>
    public int Seconds(int route, int from, int to, int departure) => ofRoute[route].DriveSeconds(placeOf[from], placeOf[to], departure);

    /// <summary>When one leaves at the latest to be there by a time.</summary>
    public int LatestDeparture(int route, int from, int to, int arrival) => ofRoute[route].LatestDeparture(placeOf[from], placeOf[to], arrival);
}
