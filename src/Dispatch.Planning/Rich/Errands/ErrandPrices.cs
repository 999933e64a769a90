namespace Dispatch.Planning.Rich.Errands;

/// <summary>What a way round costs more: in money, in driving and in metres.</summary>
internal readonly record struct Detour(long Price, int Driving, long Metres)
{
    public static Detour operator +(in Detour a, in Detour b) => new(a.Price + b.Price, a.Driving + b.Driving, a.Metres + b.Metres);

    public static Detour operator -(in Detour a, in Detour b) => new(a.Price - b.Price, a.Driving - b.Driving, a.Metres - b.Metres);
}

/// <summary>What one vehicle's ways and work cost.</summary>
internal sealed class ErrandPrices
{
    private readonly ErrandVehicle vehicle;
    private readonly int[] place;
    private readonly int places;
    private readonly int[] seconds;
    private readonly int[] costs;
    private readonly int[]? metres;

    // Of service and setup, by errand; none where they cost nothing.
    private readonly long[]? service;
    private readonly long[]? setup;

    public ErrandPrices(ErrandDay day, int number)
    {
        vehicle = day.Vehicles[number];
        (place, places) = (day.Places, day.PlaceCount);
        (seconds, costs, metres) = (day.Tables[vehicle.Table].Seconds, day.Tables[vehicle.Table].Costs, vehicle.MostMetres == int.MaxValue ? null : day.Tables[vehicle.Table].Metres);
        if (vehicle.TaskHourCost == 0)
            return;
        service = [.. day.Services[vehicle.Type + 1].Select(vehicle.TaskCost)];
        setup = [.. day.Setups[vehicle.Type + 1].Select(vehicle.TaskCost)];
    }

    /// <summary>Going to an errand and doing it.</summary>
    public Detour Leg(int from, int errand)
    {
        var way = Way(from, place[errand]);
        return service is null ? way : way with { Price = way.Price + service[errand] + (from == place[errand] ? 0 : setup![errand]) };
    }

    /// <summary>Going to where the route ends.</summary>
    public Detour Home(int from) => Way(from, vehicle.End);

    /// <summary>An errand between a place and the next one (-1: the end), instead of the straight way if there is one.</summary>
    public Detour Of(int from, int errand, int next, bool hasWay)
    {
        var round = Leg(from, errand) + Onward(place[errand], next);
        return hasWay ? round - Onward(from, next) : round;
    }

    /// <summary>Two errands between.</summary>
    public Detour Of(int from, int errand, int then, int next, bool hasWay)
    {
        var round = Leg(from, errand) + Leg(place[errand], then) + Onward(place[then], next);
        return hasWay ? round - Onward(from, next) : round;
    }

    private Detour Onward(int from, int next) => next < 0 ? Home(from) : Leg(from, next);

    private Detour Way(int from, int to)
    {
        if (from < 0 || to < 0)
            return default;
        var at = from * places + to;
        return new Detour(costs[at], seconds[at], metres is null ? 0 : metres[at]);
    }
}
