namespace Dispatch.Planning;

/// <content>Kinds of vehicles, each with drives of its own.</content>
public sealed partial class TravelMatrix
{
    private readonly TravelMatrix[] vehicles = [];

    private TravelMatrix(TravelMatrix[] vehicles, int[] seconds, int[]? distances)
        : this(seconds, vehicles[0].PlaceCount, distances) =>
        (this.vehicles, DependsOnDeparture) = (vehicles, vehicles.Any(vehicle => vehicle.DependsOnDeparture));

    /// <summary>How many kinds of vehicles there are; 1 where all drive alike.</summary>
    public int VehicleCount => Math.Max(1, vehicles.Length);

    /// <summary>The drives of one kind of vehicle; this table itself where all drive alike.</summary>
    /// <param name="vehicle">0 to <see cref="VehicleCount"/> - 1.</param>
    public TravelMatrix Of(int vehicle) => vehicles.Length == 0 ? this : vehicles[vehicle];

    /// <summary>
    /// Drives by kind of vehicle, between the same places. What it says itself is the least of all kinds and of the whole day, a bound: who
    /// asks for somebody's drive asks <see cref="Of"/>.
    /// </summary>
    /// <param name="vehicles">One table for each kind, in the order in which <see cref="PlanTechnician.Vehicle"/> counts them; with one kind, that one is returned.</param>
    /// <exception cref="ArgumentException">No kind, a kind that is itself made of several, or one with another number of places than the first.</exception>
    public static TravelMatrix ByVehicle(IReadOnlyList<TravelMatrix> vehicles)
    {
        ArgumentNullException.ThrowIfNull(vehicles);
        if (vehicles.Count == 0)
            throw new ArgumentException("Give drive times for one kind of vehicle at least.", nameof(vehicles));
        for (var kind = 0; kind < vehicles.Count; kind++)
        {
            if (vehicles[kind].vehicles.Length > 0)
                throw new ArgumentException($"The drive times of vehicle kind {kind} are themselves of several kinds; give one table for each kind.", nameof(vehicles));
            if (vehicles[kind].PlaceCount != vehicles[0].PlaceCount)
                throw new ArgumentException($"The table of vehicle kind {kind} has {vehicles[kind].PlaceCount} places and that of kind 0 has {vehicles[0].PlaceCount}; give all kinds the same places.", nameof(vehicles));
        }

        if (vehicles.Count == 1)
            return vehicles[0];
        return new TravelMatrix(
            [.. vehicles], Least(vehicles, vehicle => vehicle.seconds),
            vehicles.All(vehicle => vehicle.distances == vehicle.seconds) ? null : Least(vehicles, vehicle => vehicle.distances));
    }

    /// <summary>The same for vehicles that take another time for every drive, rounded to whole seconds; distances that were given stay.</summary>
    /// <param name="percent">Hundredths of the time that it takes here, 1 to 1,000; with 100 this table itself.</param>
    public TravelMatrix AtPace(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 1_000);
        if (percent == 100)
            return this;
        if (vehicles.Length > 0)
            return ByVehicle([.. vehicles.Select(vehicle => vehicle.AtPace(percent))]);
        var paced = new Dictionary<int[], int[]>();
        foreach (var table in DependsOnDeparture ? bySlot : [seconds])
            paced.TryAdd(table, AtPace(table, percent));
        var given = distances == seconds ? null : distances;
        return DependsOnDeparture ? new TravelMatrix(begins, [.. bySlot.Select(table => paced[table])], PlaceCount, given) : new TravelMatrix(paced[seconds], PlaceCount, given);
    }

    private static int[] AtPace(int[] table, int percent)
    {
        var paced = new int[table.Length];
        for (var at = 0; at < paced.Length; at++)
            paced[at] = table[at] == NoRoad ? NoRoad : (int)Math.Min(NoRoad - 1, ((long)table[at] * percent + 50) / 100);
        return paced;
    }

    private static int[] Least(IReadOnlyList<TravelMatrix> vehicles, Func<TravelMatrix, int[]> table)
    {
        var least = table(vehicles[0]).ToArray();
        for (var kind = 1; kind < vehicles.Count; kind++)
        {
            var other = table(vehicles[kind]);
            for (var at = 0; at < least.Length; at++)
                least[at] = Math.Min(least[at], other[at]);
        }

        return least;
    }
}
