namespace Dispatch.Planning.Search;

/// <summary>Drives by departure, between places as a flat day numbers them.</summary>
internal sealed class TimedDrives
{
    private readonly TravelMatrix travel;
    private readonly int[] placeOf;

    /// <param name="travel">Drive times by departure.</param>
    /// <param name="number">By place, its number in the flat day.</param>
    public TimedDrives(TravelMatrix travel, int[] number)
    {
        (this.travel, placeOf) = (travel, new int[number.Length]);
        for (var place = 0; place < number.Length; place++)
            placeOf[number[place]] = place;
    }

    /// <summary>Drive time for who leaves then; a road must lead there.</summary>
    public int Seconds(int from, int to, int departure) => travel.DriveSeconds(placeOf[from], placeOf[to], departure);

    /// <summary>When one leaves at the latest to be there by a time.</summary>
    public int LatestDeparture(int from, int to, int arrival) => travel.LatestDeparture(placeOf[from], placeOf[to], arrival);
}
