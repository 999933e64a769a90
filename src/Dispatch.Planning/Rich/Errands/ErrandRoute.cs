namespace Dispatch.Planning.Rich.Errands;

/// <summary>One vehicle's stops in order, its breaks among them; what can be inserted where is found by driving on until nothing is later than before.</summary>
/// <remarks>An item is an errand, or a break b as ~b. A vehicle without errands stays where it is: no cost, and its breaks do not matter.</remarks>
internal sealed class ErrandRoute
{
    private readonly ErrandDay day;
    private readonly ErrandVehicle vehicle;
    private readonly int[] seconds;
    private readonly int[] costs;
    private readonly int[] room;
    private int[] items;
    private Moment[] after;
    private int[] load;
    private int[] most;

    public ErrandRoute(ErrandDay day, int number)
    {
        (this.day, Number, vehicle) = (day, number, day.Vehicles[number]);
        (seconds, costs) = (day.Tables[vehicle.Table].Seconds, day.Tables[vehicle.Table].Costs);
        room = [.. Enumerable.Range(0, day.Dimensions).Select(d => d < vehicle.Capacity.Count ? vehicle.Capacity[d] : 0)];
        (items, after, load, most) = (new int[16], new Moment[17], new int[17 * day.Dimensions], new int[34 * day.Dimensions]);
        Clear();
    }

    /// <summary>When and where the vehicle is free again, and how much of the next drive was driven while waiting for a break.</summary>
    internal readonly record struct Moment(int Free, int Place, int Driven);

    public int Number { get; }

    public int Count { get; private set; }

    /// <summary>How many items are errands.</summary>
    public int Errands { get; private set; }

    public long Cost { get; private set; }

    public int Driving { get; private set; }

    public bool IsPossible { get; private set; }

    public ReadOnlySpan<int> Items => items.AsSpan(0, Count);

    /// <summary>Only the breaks are left.</summary>
    public void Clear()
    {
        Grow(vehicle.Breaks.Count);
        Count = 0;
        foreach (var b in Enumerable.Range(0, vehicle.Breaks.Count).OrderBy(b => vehicle.Breaks[b].Windows.Count == 0 ? 0 : vehicle.Breaks[b].Windows[0].Start))
            items[Count++] = ~b;
        Measure();
    }

    public void CopyFrom(ErrandRoute other)
    {
        Grow(other.Count);
        (Count, Errands, Cost, Driving, IsPossible) = (other.Count, other.Errands, other.Cost, other.Driving, other.IsPossible);
        Array.Copy(other.items, items, Count);
        Array.Copy(other.after, after, Count + 1);
        Array.Copy(other.load, load, (Count + 1) * day.Dimensions);
        Array.Copy(other.most, most, 2 * (Count + 1) * day.Dimensions);
    }

    /// <summary>Takes items as they are.</summary>
    public void Set(ReadOnlySpan<int> given)
    {
        Grow(given.Length);
        given.CopyTo(items);
        Count = given.Length;
        Measure();
    }

    public void Remove(int item)
    {
        var at = Items.IndexOf(item);
        Array.Copy(items, at + 1, items, at, Count - at - 1);
        Count--;
        Measure();
    }

    public void Insert(int item, int at)
    {
        Grow(Count + 1);
        Array.Copy(items, at, items, at + 1, Count - at);
        items[at] = item;
        Count++;
        Measure();
    }

    /// <summary>The cheapest place of a job, or of a pickup and its delivery (counted with the pickup in); a price of <see cref="long.MaxValue"/> if there is none below the bound.</summary>
    public (long Price, int At, int Then) Cheapest(int errand, long bound, ref Search.Dice dice)
    {
        var delivery = day.DeliveredAt[errand];
        var best = (Price: bound, At: -1, Then: -1);
        var start = Errands == 0 ? vehicle.FixedCost : 0;
        if (Errands + (delivery < 0 ? 1 : 2) > vehicle.MostErrands)
            return (long.MaxValue, -1, -1);
        for (var at = 0; at <= Count; at++)
        {
            if (dice.Below(Strings.StringSearch.Blink) == 0)
                continue;
            if (delivery < 0)
            {
                var (price, driving) = Detour(errand, at);
                if (price + start < best.Price && driving + Driving <= vehicle.MostDriving && HasRoom(errand, at) && InTime(errand, at, -1, at))
                    best = (price + start, at, -1);
            }
            else if (InTime(errand, at, -1, at))
            {
                Pair(errand, delivery, at, start, ref best);
            }
        }

        return best.At < 0 ? (long.MaxValue, -1, -1) : best;
    }

    // The delivery right after the pickup, or later, as long as there is room for the load.
    private void Pair(int pickup, int delivery, int at, long start, ref (long Price, int At, int Then) best)
    {
        var amounts = day.Errands[delivery].Brings;
        var (first, driving) = Detour(pickup, at);
        var isNext = true;
        for (var then = at; then <= Count; then++)
        {
            for (var d = 0; d < amounts.Count; d++)
            {
                if (load[then * day.Dimensions + d] + amounts[d] > room[d])
                    return;
            }

            // With nothing but breaks in between the two follow each other.
            isNext &= then == at || items[then - 1] < 0;
            var (price, more) = isNext ? Both(pickup, delivery, at) : Sum(first, driving, Detour(delivery, then));
            if (price + start < best.Price && more + Driving <= vehicle.MostDriving && InTime(pickup, at, delivery, then))
                best = (price + start, at, then + 1);
        }

        static (long, int) Sum(long first, int driving, (long Price, int Driving) second) => (first + second.Price, driving + second.Driving);
    }

    /// <summary>Puts breaks where the route is over soonest.</summary>
    public void Settle()
    {
        if (Errands == 0 || vehicle.Breaks.Count == 0)
            return;
        for (var b = 0; b < vehicle.Breaks.Count; b++)
        {
            var from = Items.IndexOf(~b);
            Array.Copy(items, from + 1, items, from, Count - from - 1);
            Count--;
            var (best, place) = (int.MaxValue, from);
            for (var at = 0; at <= Count; at++)
            {
                Array.Copy(items, at, items, at + 1, Count - at);
                items[at] = ~b;
                Count++;
                if (Drive() is { } end && end < best)
                    (best, place) = (end, at);
                Array.Copy(items, at + 1, items, at, Count - at - 1);
                Count--;
            }

            Array.Copy(items, place, items, place + 1, Count - place);
            items[place] = ~b;
            Count++;
        }

        Measure();
    }

    /// <summary>Drives the route as early as possible; gives when each item begins and is arrived at, and when the vehicle is back.</summary>
    public int Times(Span<int> arrive, Span<int> begin)
    {
        var moment = new Moment(vehicle.Earliest, vehicle.Start, 0);
        for (var i = 0; i < Count; i++)
        {
            var item = items[i];
            arrive[i] = item < 0 ? moment.Free : moment.Free + Math.Max(0, Leg(moment.Place, day.Errands[item].Place) - moment.Driven);
            begin[i] = Opening(item < 0 ? vehicle.Breaks[~item].Windows : day.Errands[item].Windows, arrive[i]);
            TryGo(ref moment, item);
        }

        return moment.Free + Math.Max(0, Leg(moment.Place, vehicle.End) - moment.Driven);
    }

    private int Leg(int from, int to) => from < 0 || to < 0 ? 0 : seconds[from * day.PlaceCount + to];

    private int Price(int from, int to) => from < 0 || to < 0 ? 0 : costs[from * day.PlaceCount + to];

    // What going there costs and takes more.
    private (long Price, int Driving) Detour(int errand, int at)
    {
        var (from, place, to) = (after[at].Place, day.Errands[errand].Place, Next(at));
        return Errands == 0
            ? (Price(from, place) + (long)Price(place, vehicle.End), Leg(from, place) + Leg(place, vehicle.End))
            : (Price(from, place) + (long)Price(place, to) - Price(from, to), Leg(from, place) + Leg(place, to) - Leg(from, to));
    }

    private (long Price, int Driving) Both(int pickup, int delivery, int at)
    {
        var (from, one, two, to) = (after[at].Place, day.Errands[pickup].Place, day.Errands[delivery].Place, Errands == 0 ? vehicle.End : Next(at));
        var (price, driving) = (Price(from, one) + (long)Price(one, two) + Price(two, to), Leg(from, one) + Leg(one, two) + Leg(two, to));
        return Errands == 0 ? (price, driving) : (price - Price(from, to), driving - Leg(from, to));
    }

    // The place of the next errand, or the end.
    private int Next(int at)
    {
        while (at < Count && items[at] < 0)
            at++;
        return at == Count ? vehicle.End : day.Errands[items[at]].Place;
    }

    private bool HasRoom(int errand, int at)
    {
        var (brings, takes) = (day.Errands[errand].Brings, day.Errands[errand].Takes);
        var dimensions = day.Dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            var (bring, take) = (d < brings.Count ? brings[d] : 0, d < takes.Count ? takes[d] : 0);
            if (bring > 0 && most[2 * at * dimensions + d] + bring > room[d])
                return false;
            if (take > 0 && most[(2 * at + 1) * dimensions + d] + take > room[d])
                return false;
        }

        return true;
    }

    // Drives on from the first change until nothing is later than it was; to the end where the route as it is comes home too late, as
    // breaks alone may.
    private bool InTime(int errand, int at, int other, int then)
    {
        var moment = after[at];
        if (!TryGo(ref moment, errand))
            return false;
        if (other >= 0 && then == at)
        {
            if (!TryGo(ref moment, other))
                return false;
            other = -1;
        }

        for (var i = at; i < Count; i++)
        {
            if (!TryGo(ref moment, items[i]))
                return false;
            if (other >= 0 && then == i + 1)
            {
                if (!TryGo(ref moment, other))
                    return false;
                other = -1;
            }
            else if (other < 0 && IsPossible && Errands > 0 && moment.Free <= after[i + 1].Free && moment.Place == after[i + 1].Place && moment.Driven >= after[i + 1].Driven)
            {
                return true;
            }
        }

        return moment.Free + Math.Max(0, Leg(moment.Place, vehicle.End) - moment.Driven) <= vehicle.Latest;
    }

    private bool TryGo(ref Moment moment, int item)
    {
        if (item < 0)
        {
            var pause = vehicle.Breaks[~item];
            var rests = Opening(pause.Windows, moment.Free);
            var waited = rests - moment.Free;
            moment = new Moment(rests + pause.Seconds, moment.Place, moment.Driven + waited);
            return rests < ErrandVehicle.Never;
        }

        var errand = day.Errands[item];
        var begin = Opening(errand.Windows, moment.Free + Math.Max(0, Leg(moment.Place, errand.Place) - moment.Driven));
        moment = new Moment(begin + errand.Service + (moment.Place == errand.Place ? 0 : errand.Setup), errand.Place, 0);
        return begin < ErrandVehicle.Never;
    }

    private static int Opening(IReadOnlyList<(int Start, int End)> windows, int time)
    {
        if (windows.Count == 0)
            return time;
        for (var i = 0; i < windows.Count; i++)
        {
            if (time <= windows[i].End)
                return Math.Max(time, windows[i].Start);
        }

        return ErrandVehicle.Never;
    }

    private int? Drive()
    {
        var moment = new Moment(vehicle.Earliest, vehicle.Start, 0);
        foreach (var item in Items)
        {
            if (!TryGo(ref moment, item))
                return null;
        }

        var end = moment.Free + Math.Max(0, Leg(moment.Place, vehicle.End) - moment.Driven);
        return end <= vehicle.Latest ? end : null;
    }

    private void Measure()
    {
        var moment = new Moment(vehicle.Earliest, vehicle.Start, 0);
        (Errands, Cost, Driving, IsPossible, after[0]) = (0, 0, 0, true, moment);
        var dimensions = day.Dimensions;
        Array.Clear(load, 0, dimensions);
        for (var i = 0; i < Count; i++)
        {
            var item = items[i];
            if (item >= 0)
            {
                Errands++;
                Cost += Price(moment.Place, day.Errands[item].Place);
                Driving += Leg(moment.Place, day.Errands[item].Place);
                if (day.Errands[item].PickedUpAt < 0)
                    Add(load.AsSpan(0, dimensions), day.Errands[item].Brings, 1);
            }

            IsPossible &= TryGo(ref moment, item);
            after[i + 1] = moment;
        }

        if (Errands == 0)
        {
            // Nobody goes out; what an insertion needs is where and when the vehicle is.
            (Cost, Driving, IsPossible) = (0, 0, true);
        }
        else
        {
            Cost += vehicle.FixedCost + Price(moment.Place, vehicle.End);
            Driving += Leg(moment.Place, vehicle.End);
            IsPossible &= moment.Free + Math.Max(0, Leg(moment.Place, vehicle.End) - moment.Driven) <= vehicle.Latest && Driving <= vehicle.MostDriving && Errands <= vehicle.MostErrands;
        }

        Loads();
    }

    private void Loads()
    {
        var dimensions = day.Dimensions;
        for (var i = 0; i < Count; i++)
        {
            var now = load.AsSpan((i + 1) * dimensions, dimensions);
            load.AsSpan(i * dimensions, dimensions).CopyTo(now);
            if (items[i] < 0)
                continue;
            var errand = day.Errands[items[i]];
            Add(now, errand.Brings, -1);
            Add(now, errand.Takes, 1);
            if (day.DeliveredAt[items[i]] is >= 0 and var delivery)
                Add(now, day.Errands[delivery].Brings, 1);
        }

        for (var d = 0; d < dimensions; d++)
        {
            for (var i = 0; i <= Count; i++)
            {
                most[2 * i * dimensions + d] = i == 0 ? load[d] : Math.Max(most[2 * (i - 1) * dimensions + d], load[i * dimensions + d]);
                IsPossible &= load[i * dimensions + d] <= room[d];
            }

            for (var i = Count; i >= 0; i--)
                most[(2 * i + 1) * dimensions + d] = i == Count ? load[i * dimensions + d] : Math.Max(most[(2 * i + 3) * dimensions + d], load[i * dimensions + d]);
        }
    }

    private static void Add(Span<int> into, IReadOnlyList<int> amounts, int sign)
    {
        for (var d = 0; d < amounts.Count; d++)
            into[d] += sign * amounts[d];
    }

    private void Grow(int count)
    {
        if (count <= items.Length)
            return;
        var size = Math.Max(count, 2 * items.Length);
        Array.Resize(ref items, size);
        Array.Resize(ref after, size + 1);
        Array.Resize(ref load, (size + 1) * day.Dimensions);
        Array.Resize(ref most, 2 * (size + 1) * day.Dimensions);
    }
}
