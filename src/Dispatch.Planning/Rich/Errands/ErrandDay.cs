namespace Dispatch.Planning.Rich.Errands;

/// <summary>One thing to do at one place: a job, or one end of a shipment. Times are in the day's own unit.</summary>
public sealed record Errand
{
    /// <summary>Where; an index of the tables.</summary>
    public required int Place { get; init; }

    /// <summary>When it may begin, ascending; empty means any time.</summary>
    public IReadOnlyList<(int Start, int End)> Windows { get; init; } = [];

    /// <summary>How long it takes.</summary>
    public int Service { get; init; }

    /// <summary>What is added where the stop before is at another place.</summary>
    public int Setup { get; init; }

    /// <summary>Load by dimension that is brought here: on board from the start, or from <see cref="PickedUpAt"/>.</summary>
    public IReadOnlyList<int> Brings { get; init; } = [];

    /// <summary>Load by dimension that is taken from here to the end of the route. Of the pickup of a shipment: nothing, its delivery says it all.</summary>
    public IReadOnlyList<int> Takes { get; init; } = [];

    /// <summary>Of the delivery of a shipment: the errand that picks it up, on the same route before; both are done or neither. -1 for a job.</summary>
    public int PickedUpAt { get; init; } = -1;

    /// <summary>What leaving it out costs; of a shipment, that of the delivery counts.</summary>
    public required long SkipCost { get; init; }
}

/// <summary>A break that every route has; it may interrupt a drive.</summary>
/// <param name="Windows">When it may begin, ascending; empty means any time.</param>
/// <param name="Seconds">How long it takes.</param>
public sealed record ErrandBreak(IReadOnlyList<(int Start, int End)> Windows, int Seconds);

/// <summary>Who does errands.</summary>
public sealed record ErrandVehicle
{
    /// <summary>Where the route begins; -1 for at its first errand.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Where it ends; -1 for at its last errand.</summary>
    public int End { get; init; } = -1;

    /// <summary>It does not leave before.</summary>
    public int Earliest { get; init; }

    /// <summary>It is back by then.</summary>
    public int Latest { get; init; } = Never;

    /// <summary>The room by dimension; dimensions beyond have none.</summary>
    public IReadOnlyList<int> Capacity { get; init; } = [];

    /// <summary>Its breaks.</summary>
    public IReadOnlyList<ErrandBreak> Breaks { get; init; } = [];

    /// <summary>The most errands on a route.</summary>
    public int MostErrands { get; init; } = int.MaxValue;

    /// <summary>The longest driving on a route.</summary>
    public int MostDriving { get; init; } = int.MaxValue;

    /// <summary>Which table of <see cref="ErrandDay.Tables"/> it drives by.</summary>
    public int Table { get; init; }

    /// <summary>What it costs to send it out at all.</summary>
    public long FixedCost { get; init; }

    /// <summary>Later than every time.</summary>
    public const int Never = 1 << 29;
}

/// <summary>Times and costs of driving between all places, for a kind of vehicle; row-major.</summary>
public sealed record ErrandTable(int[] Seconds, int[] Costs);

/// <summary>Errands and vehicles with all that VROOM knows of: several windows, setups, breaks, shipments, loads, kinds of vehicle.</summary>
public sealed class ErrandDay
{
    private readonly bool[] may;

    /// <param name="errands">What is to be done.</param>
    /// <param name="vehicles">Who may do it.</param>
    /// <param name="tables">By kind of vehicle.</param>
    /// <param name="placeCount">How many places the tables have.</param>
    /// <param name="may">Whether a vehicle has the skills for an errand.</param>
    /// <exception cref="ArgumentException">Something contradicts itself; the message names it.</exception>
    public ErrandDay(IReadOnlyList<Errand> errands, IReadOnlyList<ErrandVehicle> vehicles, IReadOnlyList<ErrandTable> tables, int placeCount, Func<int, int, bool> may)
    {
        ArgumentNullException.ThrowIfNull(errands);
        ArgumentNullException.ThrowIfNull(vehicles);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(may);
        (Errands, Vehicles, Tables, PlaceCount) = ([.. errands], [.. vehicles], [.. tables], placeCount);
        if (Tables.Length == 0 || Tables.Any(table => table.Seconds.Length != (long)placeCount * placeCount || table.Costs.Length != table.Seconds.Length))
            throw new ArgumentException($"A table has not {placeCount} × {placeCount} entries.", nameof(tables));
        if (Vehicles.Any(vehicle => vehicle.Table < 0 || vehicle.Table >= Tables.Length || vehicle.Start >= placeCount || vehicle.End >= placeCount))
            throw new ArgumentException("A vehicle has a place or a table that there is not.", nameof(vehicles));
        DeliveredAt = new int[Errands.Length];
        Array.Fill(DeliveredAt, -1);
        for (var e = 0; e < Errands.Length; e++)
        {
            if (Errands[e].Place < 0 || Errands[e].Place >= placeCount)
                throw new ArgumentException($"Errand {e} is at place {Errands[e].Place}, which there is not.", nameof(errands));
            var pickup = Errands[e].PickedUpAt;
            if (pickup < -1 || pickup >= Errands.Length || pickup == e || (pickup >= 0 && (DeliveredAt[pickup] >= 0 || Errands[pickup].PickedUpAt >= 0)))
                throw new ArgumentException($"Errand {e} is picked up at {pickup}, which cannot be.", nameof(errands));
            if (pickup >= 0)
                DeliveredAt[pickup] = e;
        }

        Dimensions = Math.Max(
            Vehicles.Select(vehicle => vehicle.Capacity.Count).DefaultIfEmpty().Max(),
            Errands.Select(errand => Math.Max(errand.Brings.Count, errand.Takes.Count)).DefaultIfEmpty().Max());
        this.may = new bool[Errands.Length * Vehicles.Length];
        for (var e = 0; e < Errands.Length; e++)
        {
            for (var v = 0; v < Vehicles.Length; v++)
                this.may[e * Vehicles.Length + v] = may(e, v);
        }

        Kind = Kinds();
    }

    /// <summary>What is to be done.</summary>
    public Errand[] Errands { get; }

    /// <summary>Who may do it.</summary>
    public ErrandVehicle[] Vehicles { get; }

    /// <summary>Driving, by kind of vehicle.</summary>
    public ErrandTable[] Tables { get; }

    /// <summary>How many places.</summary>
    public int PlaceCount { get; }

    /// <summary>How many dimensions of load.</summary>
    public int Dimensions { get; }

    /// <summary>The delivery of each pickup; -1 for anything else.</summary>
    internal int[] DeliveredAt { get; }

    /// <summary>Vehicles of one kind are the same in everything.</summary>
    internal int[] Kind { get; }

    /// <summary>Whether a vehicle has the skills for an errand.</summary>
    public bool May(int errand, int vehicle) => may[errand * Vehicles.Length + vehicle];

    private int[] Kinds()
    {
        var seen = new Dictionary<string, int>();
        return [.. Vehicles.Select((vehicle, v) =>
        {
            var skills = new char[Errands.Length];
            for (var e = 0; e < skills.Length; e++)
                skills[e] = May(e, v) ? '1' : '0';
            var breaks = string.Join('|', vehicle.Breaks.Select(pause => $"{string.Join(' ', pause.Windows)} {pause.Seconds}"));
            var text = FormattableString.Invariant(
                $"{vehicle.Start} {vehicle.End} {vehicle.Earliest} {vehicle.Latest} {vehicle.MostErrands} {vehicle.MostDriving} {vehicle.Table} {vehicle.FixedCost} ")
                + $"{string.Join(' ', vehicle.Capacity)};{breaks};{new string(skills)}";
            return seen.TryGetValue(text, out var kind) ? kind : seen[text] = seen.Count;
        })];
    }
}
