using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using Dispatch.Domain.Technicians;
using Dispatch.Domain.Urgency;
using Dispatch.Planning;
using Dispatch.Planning.Intervals;
using Dispatch.Simulation.Technicians;
using NodaTime;

namespace Dispatch.Simulation.Tests;

/// <summary>
/// One simulated technician's day on one route, step by step as <see cref="TechnicianBehaviour"/> decides it, re-timed after each
/// step as a day's plan is. What it asks of time is the simulation's own; nothing is known of it beforehand.
/// </summary>
internal sealed class PlayedRoute
{
    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly string[] Types = ["refill", "setup", "service"];

    private readonly TechnicianBehaviour behaviour;
    private readonly TechnicianId technician;
    private readonly Problem problem;
    private readonly (StopState State, int Depart, int Arrive, int End)[] stops;
    private DutyState duty = DutyState.OffDuty;
    private int breakStarted = -1;
    private int breakEnded = -1;

    public PlayedRoute(int seed, int number)
    {
        var random = new Random(seed * 1000 + number);
        (behaviour, technician, Seed) = (new TechnicianBehaviour(new Chance(seed)), new TechnicianId($"t{number:000}"), seed);
        var count = random.Next(6, 12);
        var seconds = new int[(count + 1) * (count + 1)];
        for (var i = 0; i < seconds.Length; i++)
            seconds[i] = i % (count + 2) == 0 ? 0 : random.Next(120, 1500);
        var shift = 7 * 3600 + 900 * random.Next(7);
        var estimate = shift;
        var visits = new PlanVisit[count];
        for (var v = 0; v < count; v++)
        {
            visits[v] = new PlanVisit { Place = v + 1, DurationSeconds = 60 * random.Next(20, 61), Urgency = 3 };
            estimate += seconds[v * (count + 1) + v + 1] + visits[v].DurationSeconds + (v == count / 2 ? 1800 : 0);
            // Every third patient was told an hour round the estimate: the technician is not there before.
            if (random.Next(3) == 0)
                visits[v] = visits[v] with { PromiseStart = estimate - 1200 - visits[v].DurationSeconds, PromiseEnd = estimate + 2400 - visits[v].DurationSeconds };
        }

        problem = new Problem(
            [new PlanTechnician { StartPlace = 0, EndPlace = 0, AvailableFrom = shift, ShiftEnd = shift + 30_600, Break = new PlanBreak(40_500, 48_600, 1_800) }],
            visits, new TravelMatrix(seconds, count + 1));
        stops = new (StopState, int, int, int)[count];
    }

    private int Seed { get; }

    private int Shift => problem.Technicians[0].AvailableFrom;

    /// <summary>Plays it, telling of each moment at which the technician has ended something, and what was observed.</summary>
    /// <param name="moment">Called in the morning and after each visit; with the present and the stops ahead.</param>
    public int[] Play(Action<int, int[]> moment)
    {
        moment(Shift, Ahead());
        while (behaviour.Next(View(), DriveTime) is { Fact: not DutyEnded } step)
        {
            var at = (int)(step.Due - Midnight).TotalSeconds;
            Take(step.Fact!, at);
            if (step.Fact is FinishedVisit or CannotDoVisit)
                moment(at, Ahead());
        }

        return [.. stops.Select(stop => stop.Arrive)];
    }

    /// <summary>What the day has taught.</summary>
    public void Teach(ObservedTimes learned)
    {
        for (var i = 0; i < stops.Length; i++)
        {
            var planned = problem.Travel[i, i + 1];
            learned.Add(ObservedTimes.DriveGroups(stops[i].Depart / 3600, technician.Value), (double)(stops[i].Arrive - stops[i].Depart) / planned);
            learned.Add(ObservedTimes.WorkGroups(TypeOf(i), technician.Value), (double)(stops[i].End - stops[i].Arrive) / problem.Visits[i].DurationSeconds);
            if (i == 0 || breakStarted >= stops[i - 1].End && breakStarted <= stops[i].Depart)
                continue;
            var ready = stops[i - 1].End + ObservedTimes.BetweenSeconds;
            if (RouteTimes.EarliestStart(problem.Visits[i], ready + planned) - planned <= ready)
                learned.Add(ObservedTimes.BetweenGroups(technician.Value), (double)(stops[i].Depart - stops[i - 1].End) / ObservedTimes.BetweenSeconds);
        }
    }

    /// <summary>The 90 % intervals of the stops ahead at a moment.</summary>
    public (int Start, int End)[] Intervals(ObservedTimes learned, int now, int[] ahead)
    {
        var last = ahead.Length == 0 || ahead[0] == 0 ? Shift : stops[ahead[0] - 1].End;
        var uncertain = new RouteUncertainty(
            UnderWay.Free, last, now, 0, 0, [.. Enumerable.Range(0, 24).Select(hour => learned.Drive(hour, technician.Value))], learned.Work("", technician.Value),
            [.. ahead.Select(stop => learned.Work(TypeOf(stop), technician.Value))], learned.Between(technician.Value));
        var (_, spreads) = new ArrivalSampler().Of(Remaining(now, ahead), 0, ahead, uncertain, (ulong)(Seed + 1));
        return [.. spreads.Select(spread => spread.Interval(0.9, 60))];
    }

    private string TypeOf(int stop) => Types[(stop + Seed) % Types.Length];

    private int[] Ahead() => [.. Enumerable.Range(0, stops.Length).Where(i => stops[i].State == StopState.Planned)];

    private Problem Remaining(int now, int[] ahead) => new(
        [problem.Technicians[0] with { StartPlace = ahead.Length == 0 ? 0 : ahead[0], AvailableFrom = Math.Max(now, Shift), Break = breakStarted >= 0 ? null : problem.Technicians[0].Break }],
        problem.Visits, problem.Travel);

    private void Take(TechnicianFact fact, int at)
    {
        int Of(VisitId id) => int.Parse(id.Value.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
        switch (fact)
        {
            case DutyStarted:
                duty = DutyState.OnDuty;
                break;
            case BreakStarted:
                (duty, breakStarted) = (DutyState.OnBreak, at);
                break;
            case BreakEnded:
                (duty, breakEnded) = (DutyState.OnDuty, at);
                break;
            case SetOut e:
                stops[Of(e.Visit)] = (StopState.OnTheWay, at, 0, 0);
                break;
            case ArrivedAtVisit e:
                stops[Of(e.Visit)] = (StopState.Arrived, stops[Of(e.Visit)].Depart, at, 0);
                break;
            case FinishedVisit e:
                stops[Of(e.Visit)] = stops[Of(e.Visit)] with { State = StopState.Done, End = at };
                break;
            case CannotDoVisit e:
                stops[Of(e.Visit)] = stops[Of(e.Visit)] with { State = StopState.CouldNotBeDone, End = at };
                break;
        }
    }

    private TechnicianDayView View()
    {
        var ahead = Ahead();
        var last = stops.LastOrDefault(stop => stop.State != StopState.Planned);
        var now = Math.Max(Math.Max(Shift, last.End), breakEnded);
        if (last.State is StopState.OnTheWay or StopState.Arrived)
            now = Math.Max(now, last.Depart);
        var times = new RouteTimes();
        times.Compute(Remaining(now, ahead), 0, ahead);
        var views = new List<TechnicianStop>();
        for (var i = 0; i < stops.Length; i++)
        {
            var at = Array.IndexOf(ahead, i);
            var drive = problem.Travel[i, i + 1];
            var (depart, arrive, end) = at >= 0 ? (times.Depart[at], times.Arrive[at], times.End[at]) : (stops[i].Depart, stops[i].Arrive, stops[i].End);
            views.Add(new TechnicianStop(
                new StopView(
                    new VisitId($"{Seed}-{technician.Value}-{i}"), stops[i].State, drive, 0, At(depart), At(arrive), At(arrive), At(end), false, false),
                TypeOf(i), problem.Visits[i].DurationSeconds / 60, UrgencyClass.P3, "A Patient", "", Address.Unknown, new GeoPoint(0, 0), "", "", [], [], [], ""));
        }

        return new TechnicianDayView(
            1, technician, "A Technician", new LocalDate(2026, 3, 2), "UTC", "", duty, At(Shift), At(Shift + 30_600),
            breakEnded >= 0 ? null : breakStarted >= 0 ? At(breakStarted) : times.BreakStart >= 0 ? At(times.BreakStart) : null,
            breakEnded >= 0 ? 0 : 30, [], views, null, []);
    }

    private Duration DriveTime(TechnicianStop stop) => Duration.FromSeconds(Math.Max(20, stop.Stop.DriveSeconds * behaviour.DriveSpread(stop)));

    private static Instant At(int seconds) => Midnight + Duration.FromSeconds(seconds);
}
