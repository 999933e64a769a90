namespace Dispatch.Planning.Rich.Errands;

/// <summary>Errands and vehicles with all that VROOM knows of: several windows, setups, breaks, shipments, loads, kinds of vehicle.</summary>
public sealed class ErrandDay
{
    /// <summary>Most errands of a day.</summary>
    public const int MostErrands = 20_000;

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
        if (errands.Count > MostErrands || (long)errands.Count * vehicles.Count > Array.MaxLength)
            throw new ArgumentException($"there are {errands.Count} errands for {vehicles.Count} vehicles; a day holds {MostErrands} at most, plan parts of it.", nameof(errands));
        (Errands, Vehicles, Tables, PlaceCount) = ([.. errands], [.. vehicles], [.. tables], placeCount);
        if (Tables.Length == 0 || Tables.Any(table => table.Seconds.Length != (long)placeCount * placeCount || table.Costs.Length != table.Seconds.Length || (table.Metres ?? table.Costs).Length != table.Seconds.Length))
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

        if (Vehicles.Any(vehicle => vehicle.MostMetres < int.MaxValue && Tables[vehicle.Table].Metres is null))
            throw new ArgumentException("A vehicle has a longest way, but its table has no lengths.", nameof(vehicles));
        Places = [.. Errands.Select(errand => errand.Place)];
        Openings = new Openings([.. Errands.Select(errand => errand.Windows)]);
        var types = Vehicles.Select(vehicle => vehicle.Type).DefaultIfEmpty(-1).Max() + 2;
        Services = ByType(types, errand => errand.ServiceByType, errand => errand.Service);
        Setups = ByType(types, errand => errand.SetupByType, errand => errand.Setup);
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

    /// <summary>Where each errand is.</summary>
    internal int[] Places { get; }

    /// <summary>When each errand may begin.</summary>
    internal Openings Openings { get; }

    /// <summary>How long each errand takes, by the vehicle's type + 1.</summary>
    internal int[][] Services { get; }

    /// <summary>What is added where the stop before is at another place, by the vehicle's type + 1.</summary>
    internal int[][] Setups { get; }

    /// <summary>Vehicles of one kind are the same in everything.</summary>
    internal int[] Kind { get; }

    /// <summary>Whether a vehicle has the skills for an errand.</summary>
    public bool May(int errand, int vehicle) => may[errand * Vehicles.Length + vehicle];

    /// <summary>How long an errand takes a vehicle.</summary>
    public int ServiceOf(int errand, int vehicle) => Services[Vehicles[vehicle].Type + 1][errand];

    /// <summary>What is added where the vehicle comes from another place.</summary>
    public int SetupOf(int errand, int vehicle) => Setups[Vehicles[vehicle].Type + 1][errand];

    private int[][] ByType(int types, Func<Errand, IReadOnlyList<int>> own, Func<Errand, int> usual) =>
        [.. Enumerable.Range(-1, types).Select(type => Errands.Select(errand => type >= 0 && type < own(errand).Count && own(errand)[type] >= 0 ? own(errand)[type] : usual(errand)).ToArray())];

    private int[] Kinds()
    {
        var seen = new Dictionary<string, int>();
        return [.. Vehicles.Select((vehicle, v) =>
        {
            var skills = new char[Errands.Length];
            for (var e = 0; e < skills.Length; e++)
                skills[e] = May(e, v) ? '1' : '0';
            var breaks = string.Join('|', vehicle.Breaks.Select(pause => $"{string.Join(' ', pause.Windows)} {pause.Seconds} {string.Join(',', pause.MostLoad)}"));
            var text = FormattableString.Invariant(
                $"{vehicle.Start} {vehicle.End} {vehicle.Earliest} {vehicle.Latest} {vehicle.MostErrands} {vehicle.MostDriving} {vehicle.MostMetres} {vehicle.Table} {vehicle.Type} {vehicle.FixedCost} {vehicle.TaskHourCost} ")
                + $"{string.Join(' ', vehicle.Capacity)};{breaks};{new string(skills)}";
            return seen.TryGetValue(text, out var kind) ? kind : seen[text] = seen.Count;
        })];
    }
}
