namespace Dispatch.Planning.Rich.Errands;

/// <summary>One vehicle's stops in order, its breaks among them, with times, loads and cost.</summary>
/// <remarks>An item is an errand, or a break b as ~b. A vehicle without errands stays where it is: no cost, and its breaks do not matter.</remarks>
internal sealed class ErrandRoute
{
    private readonly ErrandDay day;
    private readonly ErrandVehicle vehicle;
    private readonly ErrandPrices prices;
    private readonly int[] breaksByTime;
    private int[] items = new int[16];
    private Moment[] after = new Moment[17];

    public ErrandRoute(ErrandDay day, int number)
    {
        (this.day, Number, vehicle) = (day, number, day.Vehicles[number]);
        (Clock, Loads, prices) = (new ErrandClock(day, number), new ErrandLoads(day, vehicle), new ErrandPrices(day, number));
        breaksByTime = [.. Enumerable.Range(0, vehicle.Breaks.Count).OrderBy(b => vehicle.Breaks[b].Windows.Count == 0 ? 0 : vehicle.Breaks[b].Windows[0].Start)];
        Clear();
    }

    public int Number { get; }

    public int Count { get; private set; }

    /// <summary>How many items are errands.</summary>
    public int Errands { get; private set; }

    public long Cost => Sum.Price;

    /// <summary>Cost, driving and way of the whole route.</summary>
    public Detour Sum { get; private set; }

    /// <summary>Whether it keeps all rules; one without errands does.</summary>
    public bool IsPossible { get; private set; }

    public ReadOnlySpan<int> Items => items.AsSpan(0, Count);

    public ErrandClock Clock { get; }

    public ErrandLoads Loads { get; }

    /// <summary>The vehicle before the item at a place.</summary>
    public ref readonly Moment Before(int at) => ref after[at];

    /// <summary>Only the breaks are left.</summary>
    public void Clear()
    {
        Grow(breaksByTime.Length);
        Count = 0;
        foreach (var b in breaksByTime)
            items[Count++] = ~b;
        Measure();
    }

    public void CopyFrom(ErrandRoute other)
    {
        Grow(other.Count);
        (Count, Errands, Sum, IsPossible) = (other.Count, other.Errands, other.Sum, other.IsPossible);
        Array.Copy(other.items, items, Count);
        Array.Copy(other.after, after, Count + 1);
        Loads.CopyFrom(other.Loads, Count);
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
        TakeOut(Items.IndexOf(item));
        Measure();
    }

    public void Insert(int item, int at)
    {
        PutIn(item, at);
        Measure();
    }

    /// <summary>Puts breaks where the route is over soonest.</summary>
    public void Settle()
    {
        if (Errands == 0 || vehicle.Breaks.Count == 0)
            return;
        for (var b = 0; b < vehicle.Breaks.Count; b++)
        {
            var from = Items.IndexOf(~b);
            TakeOut(from);
            var (best, place) = (int.MaxValue, from);
            for (var at = 0; at <= Count; at++)
            {
                if (!Loads.MayRest(Items, at, b))
                    continue;
                PutIn(~b, at);
                if (Drive() is { } end && end < best)
                    (best, place) = (end, at);
                TakeOut(at);
            }

            PutIn(~b, place);
        }

        Measure();
    }

    /// <summary>What an errand would cost more before the item at a place.</summary>
    public Detour Detour(int errand, int at) =>
        Errands == 0 ? prices.Of(after[at].Place, errand, -1, false) : prices.Of(after[at].Place, errand, Next(at), true);

    /// <summary>What two errands after each other would cost more.</summary>
    public Detour Detour(int errand, int then, int at) =>
        Errands == 0 ? prices.Of(after[at].Place, errand, then, -1, false) : prices.Of(after[at].Place, errand, then, Next(at), true);

    /// <summary>Drives the route as early as possible; gives when each item begins and is arrived at, and when the vehicle is back.</summary>
    public int Times(Span<int> arrive, Span<int> begin)
    {
        var moment = Clock.Begin;
        for (var i = 0; i < Count; i++)
        {
            arrive[i] = Clock.Arrive(moment, items[i]);
            begin[i] = Clock.Opens(items[i], arrive[i]);
            Clock.TryGo(ref moment, items[i]);
        }

        return Clock.Back(moment);
    }

    // The next errand; -1 for the end.
    private int Next(int at)
    {
        while (at < Count && items[at] < 0)
            at++;
        return at == Count ? -1 : items[at];
    }

    private int? Drive()
    {
        var moment = Clock.Begin;
        foreach (var item in Items)
        {
            if (!Clock.TryGo(ref moment, item))
                return null;
        }

        var end = Clock.Back(moment);
        return end <= vehicle.Latest ? end : null;
    }

    private void Measure()
    {
        var moment = Clock.Begin;
        (Errands, after[0], IsPossible) = (0, moment, true);
        var sum = default(Detour);
        for (var i = 0; i < Count; i++)
        {
            if (items[i] >= 0)
            {
                Errands++;
                sum += prices.Leg(moment.Place, items[i]);
            }

            IsPossible &= Clock.TryGo(ref moment, items[i]);
            after[i + 1] = moment;
        }

        var fits = Loads.Measure(Items);
        if (Errands == 0)
        {
            // Nobody goes out; what an insertion needs is where and when the vehicle is.
            (Sum, IsPossible) = (default, true);
            return;
        }

        sum += prices.Home(moment.Place);
        Sum = sum with { Price = sum.Price + vehicle.FixedCost };
        IsPossible &= fits && Clock.Back(moment) <= vehicle.Latest && IsShort(sum) && Errands <= vehicle.MostErrands;
    }

    /// <summary>Whether the vehicle may drive so long and so far.</summary>
    public bool IsShort(in Detour sum) => sum.Driving <= vehicle.MostDriving && sum.Metres <= vehicle.MostMetres;

    private void TakeOut(int at)
    {
        Array.Copy(items, at + 1, items, at, Count - at - 1);
        Count--;
    }

    private void PutIn(int item, int at)
    {
        Grow(Count + 1);
        Array.Copy(items, at, items, at + 1, Count - at);
        items[at] = item;
        Count++;
    }

    private void Grow(int count)
    {
        if (count <= items.Length)
            return;
        var size = Math.Max(count, 2 * items.Length);
        Array.Resize(ref items, size);
        Array.Resize(ref after, size + 1);
    }
}
