using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dispatch.Planning.Search;

/// <summary>A node on a route, with what was computed of it when the route last changed.</summary>
/// <remarks>Ready and Latest hold without the break taken before (0) and with it (1); what they mean is up to the kind of tours.</remarks>
internal struct TourNode
{
    public int Next, Previous, Route, DriveNext, Ready0, Ready1, Latest0, Latest1;
}

/// <summary>
/// A plan under work: routes as linked lists over flat nodes, changed in place, with what each costs. A change runs from
/// <see cref="Begin"/> through removals and insertions and can be taken back by <see cref="Undo"/>; nothing is allocated meanwhile.
/// </summary>
internal abstract partial class Tours
{
    /// <summary>So much less than any drive that a detour by way of a node that is on no route seems dearer than all.</summary>
    protected const int OnNone = -FlatDay.Never;

    private const int BlinkEvery = 200;

    protected readonly FlatDay day;
    protected readonly TourNode[] nodes;
    protected readonly StopFacts[] stops;

    // Of each node the drive to the next and from the one before, apart from the rest, so that many are compared one after another;
    // Absent where it is on no route.
    protected readonly int[] driveOut;
    protected readonly int[] driveIn;
    protected readonly long[] routeCost;
    protected readonly int[] used;
    protected readonly long[] softLate;
    private readonly int[] late;
    private readonly int[] lengths;
    private readonly bool[] isBroken;
    private readonly bool[] isFixed;
    private readonly int[] lastFixed;
    private readonly int[] absent;
    private readonly int[] absentAt;
    private int blinkIn = int.MaxValue;

    protected Tours(FlatDay day, UrgencyPrices prices)
    {
        this.day = day;
        Prices = prices;
        stops = day.Stops;
        nodes = new TourNode[day.NodeCount];
        (driveOut, driveIn) = (new int[day.NodeCount], new int[day.NodeCount]);
        (routeCost, lengths, isBroken, lastFixed) = (new long[day.RouteCount], new int[day.RouteCount], new bool[day.RouteCount], new int[day.RouteCount]);
        used = new int[day.RouteCount * day.Van.Dimensions];
        (softLate, late) = (new long[day.RouteCount], new int[day.RouteCount * UrgencyLevels.Classes]);
        (savedUsed, savedRoute) = (new int[used.Length], new (long, int, bool)[day.RouteCount]);
        isFixed = new bool[day.NodeCount];
        (absent, absentAt) = (new int[day.VisitCount], new int[day.VisitCount]);
        (touchedAt, touched) = (new int[day.VisitCount], new (int, bool)[day.VisitCount]);
        (changedAt, changed) = (new int[day.RouteCount], new int[day.RouteCount]);
        (savedIds, savedNodes) = (new int[day.NodeCount], new TourNode[day.NodeCount]);
        ClassOut = [.. day.Problem.Visits.Select(visit => visit.SkipCost == PlanVisit.NoPrice ? visit.Urgency : -1)];
        SoftOut = [.. day.Problem.Visits.Select(prices.SoftOut)];
        Empties = new EmptyRoutes(day);
        Groups = day.Problem.Groups is { } groups ? new GroupHolders(groups) : null;
    }

    /// <summary>What is planned.</summary>
    public FlatDay Day => day;

    /// <summary>What all routes cost, and all visits that have a price and are on none.</summary>
    public long Cost { get; private set; }

    /// <summary>Exact urgency: comes before all cost.</summary>
    public UrgencyLevels Urgency { get; } = new();

    /// <summary>Urgency as the search weighs it, in the unit of cost.</summary>
    public long SoftUrgency { get; private set; }

    /// <summary>Routes that break a hard rule: what a removal may leave, and a plan may start with.</summary>
    public int Broken { get; private set; }

    /// <summary>How many routes are in use.</summary>
    public int UsedRoutes { get; private set; }

    /// <summary>Visits on no route, in no order.</summary>
    public ReadOnlySpan<int> Absent => absent.AsSpan(0, AbsentCount);

    /// <summary>How many they are.</summary>
    public int AbsentCount { get; private set; }

    /// <summary>Routes that nobody uses.</summary>
    public EmptyRoutes Empties { get; }

    /// <summary>No more routes are opened than these.</summary>
    public int MostRoutes { get; set; } = RouteLimit.None;

    /// <summary>Which route has which group of visits; none where there are no groups.</summary>
    public GroupHolders? Groups { get; }

    /// <summary>How many kinds of technicians have an empty route that may be opened.</summary>
    protected int OpenKinds => UsedRoutes < MostRoutes ? Empties.KindCount : 0;

    protected UrgencyPrices Prices { get; }

    // The class in which a visit counts when it is out; -1 if that has a price.
    private int[] ClassOut { get; }

    private long[] SoftOut { get; }

    /// <summary>The route of a visit; -1 for none.</summary>
    public int RouteOf(int visit) => nodes[visit].Route;

    /// <summary>How many visits a route has.</summary>
    public int Length(int route) => lengths[route];

    /// <summary>How many of them may not be touched.</summary>
    public int FixedLength(int route) => day.Problem.Technicians[route].Frozen.Count;

    /// <summary>Whether the search may move a visit.</summary>
    public bool IsFree(int visit) => !isFixed[visit];

    /// <summary>Whether a route breaks a hard rule.</summary>
    public bool IsBroken(int route) => isBroken[route];

    /// <summary>The node after one.</summary>
    public int Next(int node) => nodes[node].Next;

    /// <summary>The node before one.</summary>
    public int Previous(int node) => nodes[node].Previous;

    /// <summary>Takes the routes of a plan.</summary>
    public void Load(int[][] routes)
    {
        (Cost, SoftUrgency, Broken, UsedRoutes, AbsentCount) = (0, 0, 0, 0, 0);
        Urgency.Clear();
        Array.Clear(routeCost);
        Array.Clear(lengths);
        Array.Clear(isBroken);
        Array.Clear(used);
        Array.Clear(softLate);
        Array.Clear(late);
        Array.Clear(isFixed);
        Empties.Clear();
        Groups?.Clear();
        for (var v = 0; v < day.VisitCount; v++)
        {
            nodes[v].Route = -1;
            Leave(v);
        }

        for (var r = 0; r < routes.Length; r++)
        {
            var (last, frozen) = (day.Start(r), FixedLength(r));
            nodes[last].Route = nodes[day.End(r)].Route = r;
            nodes[last].Previous = nodes[day.End(r)].Next = -1;
            lastFixed[r] = last;
            for (var i = 0; i < routes[r].Length; i++)
            {
                var v = routes[r][i];
                Join(v, r);
                (nodes[v].Previous, nodes[last].Next) = (last, v);
                last = v;
                if (i >= frozen)
                    continue;
                isFixed[v] = true;
                lastFixed[r] = v;
            }

            (nodes[last].Next, nodes[day.End(r)].Previous) = (day.End(r), last);
            lengths[r] = routes[r].Length;
            UsedRoutes += lengths[r] > 0 ? 1 : 0;
            if (lengths[r] == 0)
                Empties.Add(r);
            Loaded(r);
        }
    }

    /// <summary>The routes as a plan has them.</summary>
    public int[][] ToRoutes()
    {
        var routes = new int[day.RouteCount][];
        for (var r = 0; r < routes.Length; r++)
        {
            routes[r] = new int[lengths[r]];
            for (var (i, node) = (0, nodes[day.Start(r)].Next); i < lengths[r]; i++, node = nodes[node].Next)
                routes[r][i] = node;
        }

        return routes;
    }

    /// <summary>From now on one place in a hundred is overlooked.</summary>
    public void BeginBlinking() => blinkIn = BlinkEvery / 2;

    /// <summary>Whether putting a visit in never makes the rest cheaper, roads having no shortcuts through a visit.</summary>
    public virtual bool HasOnlyDetours => false;

    /// <summary>Only places that cost less are of use to <see cref="Cheapest"/>; kept to where <see cref="HasOnlyDetours"/> says so.</summary>
    public long Bound { get; set; } = long.MaxValue;

    /// <summary>All together as the search weighs it.</summary>
    public long Weighed => Cost + SoftUrgency;

    /// <summary>What a visit counts while it is on no route.</summary>
    public long PriceOut(int visit) => SoftOut[visit] + day.SkipCost[visit];

    /// <summary>
    /// The node behind which a visit costs least, with the change of cost; -1 if a hard rule forbids every place that was looked at.
    /// </summary>
    /// <param name="isWide">Whether all routes are looked at, not only the places beside near visits and empty routes.</param>
    public abstract (int Behind, long Change) Cheapest(int visit, bool isWide, ref Dice dice);

    /// <summary>The same over the routes that have changed since <see cref="Begin"/>.</summary>
    public abstract (int Behind, long Change) CheapestAmongChanged(int visit, ref Dice dice);

    /// <summary>Computes a route from nothing, and books its cost.</summary>
    protected abstract void Loaded(int route);

    /// <summary>Brings a route up to date after a visit was linked in.</summary>
    protected abstract void Inserted(int route, int visit);

    /// <summary>Brings a route up to date after a stretch was taken out, whose nodes still know each other and their old neighbours.</summary>
    protected abstract void Removed(int route, int first, int last);

    /// <summary>After a route's nodes and cost are as they were before.</summary>
    protected virtual void Restored(int route)
    {
    }

    /// <summary>Whether a visit may stand right behind a node: nothing goes among the fixed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool IsOpenBehind(int node) =>
        (node < day.VisitCount && !isFixed[node]) || lastFixed[nodes[node].Route] == node;

    /// <summary>The last node of a route that may not be touched: its start, or the last that is frozen.</summary>
    protected int LastFixed(int route) => lastFixed[route];

    /// <summary>Whether this place is overlooked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool Blinks(ref Dice dice)
    {
        if (--blinkIn > 0)
            return false;
        blinkIn = 1 + dice.Below(BlinkEvery);
        return true;
    }

    protected ref TourNode Node(int node) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(nodes), node);

    /// <summary>Notes what a route now costs and whether a hard rule is broken.</summary>
    protected void Book(int route, long cost, bool broken)
    {
        Cost += cost - routeCost[route];
        routeCost[route] = cost;
        Broken += (broken ? 1 : 0) - (isBroken[route] ? 1 : 0);
        isBroken[route] = broken;
    }

    /// <summary>Notes how late a route is.</summary>
    /// <param name="route">A route.</param>
    /// <param name="minutes">By class, how late it is now.</param>
    protected void BookLate(int route, ReadOnlySpan<int> minutes)
    {
        for (var u = 0; u < UrgencyLevels.Classes; u++)
        {
            ref var was = ref late[route * UrgencyLevels.Classes + u];
            if (was == minutes[u])
                continue;
            Urgency.Late(u, minutes[u] - was);
            var weighed = Prices.SoftLate(u) * (minutes[u] - was);
            SoftUrgency += weighed;
            softLate[route] += weighed;
            was = minutes[u];
        }
    }
}
