namespace Dispatch.Planning.Rich.Errands;

/// <summary>When and where a vehicle is free again, and how much of the next drive was driven while waiting for a break.</summary>
internal readonly record struct Moment(int Free, int Place, int Driven);

/// <summary>Drives one vehicle from item to item, as early as possible.</summary>
internal sealed class ErrandClock
{
    private readonly ErrandVehicle vehicle;
    private readonly int[] seconds;
    private readonly int[] place;
    private readonly int[] service;
    private readonly int[] setup;
    private readonly int places;
    private readonly Openings errands;
    private readonly Openings breaks;

    public ErrandClock(ErrandDay day, int number)
    {
        vehicle = day.Vehicles[number];
        (seconds, places, place) = (day.Tables[vehicle.Table].Seconds, day.PlaceCount, day.Places);
        (service, setup, errands) = (day.Services[vehicle.Type + 1], day.Setups[vehicle.Type + 1], day.Openings);
        breaks = new Openings([.. vehicle.Breaks.Select(pause => pause.Windows)]);
    }

    /// <summary>How long a drive takes; nothing from or to no place.</summary>
    public int Leg(int from, int to) => from < 0 || to < 0 ? 0 : seconds[from * places + to];

    /// <summary>Where and when the route begins.</summary>
    public Moment Begin => new(vehicle.Earliest, vehicle.Start, 0);

    /// <summary>When the vehicle would be back.</summary>
    public int Back(in Moment moment) => moment.Free + Math.Max(0, Leg(moment.Place, vehicle.End) - moment.Driven);

    /// <summary>Does an errand, or takes break b as ~b; false where its windows are over.</summary>
    public bool TryGo(ref Moment moment, int item)
    {
        if (item < 0)
        {
            var rests = breaks.From(~item, moment.Free);
            moment = new Moment(rests + vehicle.Breaks[~item].Seconds, moment.Place, moment.Driven + rests - moment.Free);
            return rests < ErrandVehicle.Never;
        }

        var begin = errands.From(item, Arrive(moment, item));
        moment = new Moment(begin + service[item] + (moment.Place == place[item] ? 0 : setup[item]), place[item], 0);
        return begin < ErrandVehicle.Never;
    }

    /// <summary>When an errand or a break can begin from then on.</summary>
    public int Opens(int item, int time) => item < 0 ? breaks.From(~item, time) : errands.From(item, time);

    /// <summary>When the vehicle arrives at an errand, or is ready for a break.</summary>
    public int Arrive(in Moment moment, int item) => item < 0 ? moment.Free : moment.Free + Math.Max(0, Leg(moment.Place, place[item]) - moment.Driven);
}
