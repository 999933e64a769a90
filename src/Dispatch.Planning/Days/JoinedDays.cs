namespace Dispatch.Planning.Days;

/// <summary>Several days as one problem: a row for each technician and day, what is booked pinned to its row, and what waits free to go to any.</summary>
/// <remarks>
/// Days count skills, parts and room each in their own way. So who may have which waiting visit is asked of the days and stands as
/// <see cref="PlanTechnician.AllowedVisits"/>, and parts and room have columns of their own for each day, of which the rows of other days have plenty.
/// </remarks>
internal sealed class JoinedDays
{
    private const int Plenty = 1_000_000;

    private readonly IReadOnlyList<DayGaps> days;
    private readonly IReadOnlyList<FixedDay> held;
    private readonly List<(int Day, int Technician)> rows = [];
    private readonly List<(int Day, int Visit)> booked = [];
    private readonly Dictionary<(int Day, int Technician), int> rowOf = [];
    private readonly TravelMatrix[] vehicles;
    private readonly int[] partColumns;
    private readonly int[] loadColumns;

    /// <param name="leavingOut">By waiting visit: what it costs that it waits on.</param>
    public JoinedDays(IReadOnlyList<DayGaps> days, IReadOnlyList<FixedDay> held, IReadOnlyList<long> leavingOut)
    {
        (this.days, this.held) = (days, held);
        // Each day counts its kinds of vehicles by itself; a kind that several have is one table.
        vehicles = [.. held.SelectMany(day => Enumerable.Range(0, day.Plan.Problem.Travel.VehicleCount).Select(day.Plan.Problem.Travel.Of)).Distinct()];
        partColumns = Columns(problem => problem.Visits.Select(visit => visit.Parts.Count).Concat(problem.Technicians.Select(who => who.Stock.Count)));
        loadColumns = Columns(problem => problem.Visits.Select(visit => Math.Max(visit.Brings.Count, visit.Takes.Count)).Concat(problem.Technicians.Select(who => who.Capacity.Count)));
        for (var d = 0; d < days.Count; d++)
        {
            for (var t = 0; t < held[d].IsOpen.Count; t++)
            {
                if (!held[d].IsOpen[t])
                    continue;
                rowOf[(d, t)] = rows.Count;
                rows.Add((d, t));
                booked.AddRange(held[d].Plan.Routes[t].Select(visit => (d, visit)));
            }
        }

        var index = booked.Select((visit, i) => (visit, i)).ToDictionary(pair => pair.visit, pair => pair.i);
        var waiting = Enumerable.Range(0, leavingOut.Count).ToArray();
        var routes = rows.Select(row => held[row.Day].Plan.Routes[row.Technician].Select(visit => index[(row.Day, visit)]).ToArray()).ToArray();
        var problem = new Problem(
            [.. rows.Select((row, r) => Row(row, routes[r], [.. routes[r], .. waiting.Where(w => MayHave(row, w)).Select(w => booked.Count + w)]))],
            [.. rows.SelectMany((row, r) => held[row.Day].Plan.Routes[row.Technician].Select(visit => Booked(row, r, visit))), .. waiting.Select(w => Waiting(w, leavingOut[w]))],
            TravelMatrix.ByVehicle(vehicles), held[0].Plan.Problem.Weights);
        Plan = new Plan(problem, routes);
    }

    /// <summary>What is booked, nothing else.</summary>
    public Plan Plan { get; }

    /// <summary>The days' plans as one of the whole.</summary>
    public Plan Joined(IReadOnlyList<Plan> plans)
    {
        var index = booked.Select((visit, i) => (visit, i)).ToDictionary(pair => pair.visit, pair => pair.i);
        foreach (var (day, d) in days.Select((day, d) => (day, d)))
        {
            for (var w = 0; w < day.Waiting.Count; w++)
            {
                if (day.Waiting[w] is >= 0 and var visit)
                    index[(d, visit)] = booked.Count + w;
            }
        }

        return new Plan(Plan.Problem, [.. rows.Select(row => plans[row.Day].Routes[row.Technician].Select(visit => index[(row.Day, visit)]).ToArray())]);
    }

    /// <summary>The day and technician of a row.</summary>
    public (int Day, int Technician) this[int row] => rows[row];

    /// <summary>A route of the whole as one of its day.</summary>
    public int[] RouteOf(int row, int[] joined) => [.. joined.Select(visit => visit < booked.Count ? booked[visit].Visit : days[rows[row].Day].Waiting[visit - booked.Count])];

    /// <summary>Where a plan of the whole has a waiting visit; none if it leaves it out.</summary>
    public GapPlace? PlaceOf(Plan plan, int waiting) => plan.TechnicianOf[booked.Count + waiting] is >= 0 and var row ? new GapPlace(rows[row].Day, rows[row].Technician) : null;

    private bool MayHave((int Day, int Technician) row, int waiting) =>
        days[row.Day].Waiting[waiting] is >= 0 and var visit && held[row.Day].Plan.MayHave(row.Technician, visit);

    private PlanTechnician Row((int Day, int Technician) row, int[] route, IEnumerable<int> allowed)
    {
        var who = held[row.Day].Plan.Problem.Technicians[row.Technician];
        return who with
        {
            Day = days[row.Day].Day,
            Vehicle = Array.IndexOf(vehicles, held[row.Day].Plan.Problem.Travel.Of(who.Vehicle)),
            AllowedVisits = allowed.ToHashSet(),
            Skills = 0,
            Tools = 0,
            Frozen = route[..who.Frozen.Count],
            Stock = Spread([(row.Day, who.Stock)], partColumns, Plenty),
            Capacity = Spread([(row.Day, who.Capacity.Count == 0 ? [.. Enumerable.Repeat(Plenty, loadColumns[row.Day])] : who.Capacity)], loadColumns, Plenty),
        };
    }

    private PlanVisit Booked((int Day, int Technician) row, int number, int index) => Plain(held[row.Day].Plan.Problem.Visits[index], row.Technician) with
    {
        PinnedTechnician = number,
        Parts = Spread([(row.Day, held[row.Day].Plan.Problem.Visits[index].Parts)], partColumns, 0),
        Brings = Spread([(row.Day, held[row.Day].Plan.Problem.Visits[index].Brings)], loadColumns, 0),
        Takes = Spread([(row.Day, held[row.Day].Plan.Problem.Visits[index].Takes)], loadColumns, 0),
        Days = [new PlanVisitDay(days[row.Day].Day)],
    };

    private PlanVisit Waiting(int waiting, long leavingOut)
    {
        var on = days.Select((day, d) => (Day: d, Visit: day.Waiting[waiting])).Where(day => day.Visit >= 0)
            .Select(day => (day.Day, Visit: held[day.Day].Plan.Problem.Visits[day.Visit])).ToList();
        if (on.Count == 0)
            return new PlanVisit { Place = held[0].Plan.Problem.Visits is [var any, ..] ? any.Place : held[0].Plan.Problem.Technicians[0].StartPlace, DurationSeconds = 0, SkipCost = 0 };
        return Plain(on[0].Visit, -1) with
        {
            SkipCost = leavingOut,
            PinnedTechnician = -1,
            Windows = [],
            Deadline = PlanVisit.None,
            IsWindowStrict = true,
            Preferred = RowsOf(on, visit => visit.Preferred),
            Known = RowsOf(on, visit => visit.Known),
            OutsideAreaOf = RowsOf(on, visit => visit.OutsideAreaOf),
            Parts = Spread(on.Select(day => (day.Day, day.Visit.Parts)), partColumns, 0),
            Brings = Spread(on.Select(day => (day.Day, day.Visit.Brings)), loadColumns, 0),
            Takes = Spread(on.Select(day => (day.Day, day.Visit.Takes)), loadColumns, 0),
            Days = [.. on.Select(day => new PlanVisitDay(days[day.Day].Day) { Windows = day.Visit.Windows, Deadline = day.Visit.Deadline })],
        };
    }

    // What names technicians or bits of one day is left out: it has been asked already.
    private static PlanVisit Plain(PlanVisit visit, int technician) => visit with
    {
        DurationSeconds = visit.DurationByTechnician.Count > 0 && technician >= 0 ? visit.DurationByTechnician[technician] : visit.DurationSeconds,
        DurationByTechnician = [],
        Skills = 0,
        AnySkills = [],
        Tools = 0,
        TiedTo = -1,
        Group = -1,
        ToldTechnician = -1,
        Excluded = [],
        Preferred = [],
        Known = [],
        OutsideAreaOf = [],
    };

    private int[] RowsOf(List<(int Day, PlanVisit Visit)> on, Func<PlanVisit, IReadOnlyList<int>> technicians) =>
        [.. on.SelectMany(day => technicians(day.Visit).Where(t => rowOf.ContainsKey((day.Day, t))).Select(t => rowOf[(day.Day, t)])).Order()];

    private int[] Columns(Func<Problem, IEnumerable<int>> counts) => [.. held.Select(day => counts(day.Plan.Problem).DefaultIfEmpty(0).Max())];

    private static int[] Spread(IEnumerable<(int Day, IReadOnlyList<int> Own)> owners, int[] columns, int elsewhere)
    {
        var spread = new int[columns.Sum()];
        Array.Fill(spread, elsewhere);
        foreach (var (day, own) in owners)
        {
            var first = columns.Take(day).Sum();
            for (var column = 0; column < columns[day]; column++)
                spread[first + column] = column < own.Count ? own[column] : 0;
        }

        return spread;
    }
}
