namespace Dispatch.Planning.Rich.Restocking;

/// <summary>One technician's stops, with the stretches from the start to each place and from there to the end, without and with the restock.</summary>
internal sealed partial class RestockRoute(RestockDay day, int technician)
{
    private int[] stops = new int[16];
    private Stretch[] ahead = new Stretch[17];
    private Stretch[] behind = new Stretch[17];
    private Stretch[] aheadStocked = new Stretch[17];
    private Stretch[] behindStocked = new Stretch[17];
    private int[] placeAhead = new int[17];

    // Parts used before the restock, or by all.
    private readonly int[] used = new int[day.PartKinds];

    /// <summary>How many stops.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are begun and stay.</summary>
    public int Begun { get; private set; }

    /// <summary>The restock comes before this stop, <see cref="Count"/> for after the last; -1 for none.</summary>
    public int Restock { get; private set; } = -1;

    /// <summary>Whether the drive to the restock is begun.</summary>
    public bool IsRestockBegun { get; private set; }

    /// <summary>No drive begins before this, those that are begun apart.</summary>
    public int NotBefore { get; private set; }

    /// <summary>The working time.</summary>
    public int Takes { get; private set; }

    public ReadOnlySpan<int> Stops => stops.AsSpan(0, Count);

    public RestockDay Day => day;

    public int Technician => technician;

    /// <summary>Becomes the same as another route of the same technician.</summary>
    public void CopyFrom(RestockRoute other)
    {
        Grow(other.Count);
        (Count, Begun, Restock, IsRestockBegun, NotBefore, Takes) = (other.Count, other.Begun, other.Restock, other.IsRestockBegun, other.NotBefore, other.Takes);
        Array.Copy(other.stops, stops, Count);
        Array.Copy(other.ahead, ahead, Count + 1);
        Array.Copy(other.behind, behind, Count + 1);
        Array.Copy(other.aheadStocked, aheadStocked, Count + 1);
        Array.Copy(other.behindStocked, behindStocked, Count + 1);
        Array.Copy(other.placeAhead, placeAhead, Count + 1);
        Array.Copy(other.used, used, used.Length);
    }

    /// <summary>Takes stops and a restock as they are; those that are begun first.</summary>
    public void Set(ReadOnlySpan<int> given, int restock, int begun, bool isRestockBegun, int notBefore)
    {
        Grow(given.Length);
        given.CopyTo(stops);
        (Count, Restock, Begun, IsRestockBegun, NotBefore) = (given.Length, restock, begun, isRestockBegun, notBefore);
        Measure();
    }

    public void Remove(int visit)
    {
        var at = Stops.IndexOf(visit);
        Array.Copy(stops, at + 1, stops, at, Count - at - 1);
        Count--;
        if (Restock > at)
            Restock--;
        Measure();
    }

    /// <summary>Inserts a visit at a place; the restock goes to where it was said, counted with the visit in.</summary>
    public void Insert(int visit, int at, int restock)
    {
        Grow(Count + 1);
        Array.Copy(stops, at, stops, at + 1, Count - at);
        stops[at] = visit;
        Count++;
        Restock = restock;
        Measure();
    }

    /// <summary>Whether a restock may be added.</summary>
    public bool MayRestock => Restock < 0 && day.RestockOf[technician] >= 0;

    /// <summary>Puts the restock where it serves best, or leaves it out where nothing is lacking.</summary>
    public void Settle()
    {
        if (IsRestockBegun || day.RestockOf[technician] < 0)
            return;
        var lacking = FirstLacking();
        if (lacking < Count)
        {
            PlaceRestock(lacking);
        }
        else if (Restock >= 0)
        {
            Restock = -1;
            Measure();
        }
    }

    /// <summary>Adds a restock that is not needed yet, if there is time for it.</summary>
    public void GoToDepot() => PlaceRestock(Count);

    private void PlaceRestock(int latest)
    {

        var (travel, places, depot) = (day.Travel, day.PlaceCount, Depot);
        var stocked = new Stretch(depot.DurationSeconds, depot.Windows[0].Start, depot.Windows[0].End);
        var (least, best) = (int.MaxValue, -1);
        for (var at = Begun; at <= latest; at++)
        {
            var there = ahead[at].Join(travel[placeAhead[at] * places + depot.Place], stocked);
            var takes = there.TakesWith(travel[depot.Place * places + (at == Count ? EndPlace : day.Place[stops[at]])], behind[at]);
            if (takes < least)
                (least, best) = (takes, at);
        }

        if (best == Restock)
            return;
        Restock = best;
        Measure();
    }

    /// <summary>Whether the van has what every stop needs.</summary>
    public bool IsStocked => Restock < 0 ? FirstLacking() == Count : FirstLacking() >= Restock;

    /// <summary>Whether all is in time.</summary>
    public bool IsPossible { get; private set; }

    private PlanVisit Depot => day.Problem.Visits[day.RestockOf[technician]];

    private int EndPlace => day.Problem.Technicians[technician].EndPlace;

    // The first stop that the van of the morning cannot do any more; Count if it can do all.
    private int FirstLacking()
    {
        var tools = day.Problem.Technicians[technician].Tools;
        Span<int> left = stackalloc int[day.PartKinds];
        day.Stock.AsSpan(technician * day.PartKinds, day.PartKinds).CopyTo(left);
        for (var i = 0; i < Count; i++)
        {
            if ((day.Problem.Visits[day.Visits[stops[i]]].Tools & ~tools) != 0)
                return i;
            for (var kind = 0; kind < left.Length; kind++)
            {
                var needs = day.Parts[stops[i] * day.PartKinds + kind];
                left[kind] -= needs;
                if (needs > 0 && left[kind] < 0)
                    return i;
            }
        }

        return Count;
    }

    private void Measure()
    {
        var who = day.Problem.Technicians[technician];
        var (travel, places) = (day.Travel, day.PlaceCount);
        var limit = new Stretch(0, who.AvailableFrom, who.ShiftEnd);
        var waiting = new Stretch(0, NotBefore, int.MaxValue / 2);
        var depot = day.RestockOf[technician] < 0 ? null : Depot;
        var stocked = depot is null ? Stretch.Never : new Stretch(depot.DurationSeconds, depot.Windows[0].Start, depot.Windows[0].End);
        Array.Clear(used);
        (ahead[0], placeAhead[0]) = (limit, who.StartPlace);
        // Whoever has nothing ahead is done, and pays for no waiting unless he gets something more.
        var done = Stretch.Never;
        var isDone = Count == Begun && (Restock < 0 || IsRestockBegun);
        for (var i = 0; i <= Count; i++)
        {
            if (isDone && i == Count)
                done = Restock < 0 ? ahead[i] : i == Restock ? ahead[i].Join(travel[placeAhead[i] * places + depot!.Place], stocked) : aheadStocked[i];
            if (i == Begun && NotBefore > 0 && !IsRestockBegun)
                ahead[i] = ahead[i].Join(0, waiting);
            if (i == Restock)
            {
                aheadStocked[i] = ahead[i].Join(travel[placeAhead[i] * places + depot!.Place], stocked);
                if (i == Begun && NotBefore > 0 && IsRestockBegun)
                    aheadStocked[i] = aheadStocked[i].Join(0, waiting);
            }
            else if (Restock >= 0 && i > Restock && i == Begun && NotBefore > 0)
            {
                aheadStocked[i] = aheadStocked[i].Join(0, waiting);
            }

            if (i == Count)
                break;
            var (stop, place) = (stops[i], day.Place[stops[i]]);
            ahead[i + 1] = ahead[i].Join(travel[placeAhead[i] * places + place], day.At[stop]);
            if (Restock >= 0 && i >= Restock)
                aheadStocked[i + 1] = aheadStocked[i].Join(travel[(i == Restock ? depot!.Place : placeAhead[i]) * places + place], day.At[stop]);
            placeAhead[i + 1] = place;
            for (var kind = 0; kind < used.Length && (Restock < 0 || i < Restock); kind++)
                used[kind] += day.Parts[stop * used.Length + kind];
        }

        behind[Count] = limit;
        for (var i = Count - 1; i >= 0; i--)
            behind[i] = day.At[stops[i]].Join(travel[day.Place[stops[i]] * places + (i == Count - 1 ? who.EndPlace : day.Place[stops[i + 1]])], behind[i + 1]);
        for (var i = Restock; i >= 0; i--)
        {
            behindStocked[i] = i == Restock
                ? stocked.Join(travel[depot!.Place * places + (i == Count ? who.EndPlace : day.Place[stops[i]])], behind[i])
                : day.At[stops[i]].Join(travel[day.Place[stops[i]] * places + (i + 1 == Restock ? depot!.Place : day.Place[stops[i + 1]])], behindStocked[i + 1]);
        }

        var home = isDone ? done : Restock < 0 ? ahead[Count] : aheadStocked[Count];
        var last = Restock == Count ? depot!.Place : placeAhead[Count];
        Takes = Count == 0 && Restock < 0 ? 0 : home.TakesWith(travel[last * places + who.EndPlace], limit);
        IsPossible = Takes != int.MaxValue;
    }

    private void Grow(int count)
    {
        if (count <= stops.Length)
            return;
        var size = Math.Max(count, 2 * stops.Length);
        Array.Resize(ref stops, size);
        Array.Resize(ref ahead, size + 1);
        Array.Resize(ref behind, size + 1);
        Array.Resize(ref aheadStocked, size + 1);
        Array.Resize(ref behindStocked, size + 1);
        Array.Resize(ref placeAhead, size + 1);
    }
}
