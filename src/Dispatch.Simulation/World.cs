using System.Threading.Channels;
using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Roads;
using Dispatch.Simulation.Demo;
using Dispatch.Simulation.Desk;
using Dispatch.Simulation.Happenings;
using Dispatch.Simulation.Technicians;
using NodaTime;

namespace Dispatch.Simulation;

/// <summary>The simulated world of one demo: who lives in it, what is due in it, and the loop that makes it happen.</summary>
internal sealed class World(IGrainFactory grains, RoadsNow roads, DomainClock clock, DemoOptions options)
{
    // A day is planned and told the evening before, while patients may still be written to.
    private static readonly LocalTime Evening = new(17, 0);
    private static readonly LocalTime Publishing = new(18, 0);
    private static readonly LocalTime Morning = new(6, 0);
    private static readonly LocalTime Opening = new(9, 30);
    private const int MostLooks = 1_200; // A minute: a busy machine is waited for rather than told people half a plan.
    private static readonly Duration Stride = Duration.FromMinutes(10);
    private static readonly Duration LongestWait = Duration.FromMinutes(5);

    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
    private readonly DemoSeeding seeding = new(grains, roads.Map, options);
    private readonly PriorityQueue<Happening, Instant> happenings = new();
    private readonly List<(SimulatedTechnician Technician, ITechnicianDayObserver Reference)> technicians = [];
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private LocalDate firstDate;

    /// <summary>The simulated technicians.</summary>
    public IEnumerable<SimulatedTechnician> Technicians => technicians.Select(pair => pair.Technician);

    private IClockGrain Clock => grains.GetGrain<IClockGrain>(0);

    /// <summary>Enters the demo's data and runs the first morning up to its opening; after a restart it finds all that done.</summary>
    public async Task OpenAsync(LocalDate today, CancellationToken cancellation)
    {
        await PrepareAsync(today, cancellation);
        var opening = WorkingTime.At(firstDate, Opening, zone);
        var isFirstOpening = clock.Now < opening;
        await PassAsync(opening, Stride, null, cancellation);
        if ((options.Speed ?? (isFirstOpening ? 1 : null)) is { } speed)
            await Clock.SetSpeedAsync(speed, House($"speed-{CommandId.Fresh()}"));
    }

    /// <summary>Lets time pass in strides, by a clock that stands still between them; does what falls due.</summary>
    /// <param name="stride">What falls due within one is reported at its end, with its own time, as from phones that had no signal.</param>
    /// <param name="between">Awaited after each stride; none for nothing.</param>
    public async Task PassAsync(Instant until, Duration stride, Func<Task>? between, CancellationToken cancellation)
    {
        while (clock.Now < until)
        {
            await ActAsync(cancellation);
            if (between is not null)
                await between();
            var next = Instant.Min(until, Instant.Max(NextDue(until), clock.Now + stride));
            await Clock.AdvanceToAsync(next, House($"advance-{clock.Now.ToUnixTimeTicks()}"));
        }

        await ActAsync(cancellation);
    }

    /// <summary>Enters the demo's data on the evening before its first day, and meets the technicians; after a restart it finds all that done.</summary>
    public async Task PrepareAsync(LocalDate today, CancellationToken cancellation)
    {
        await Clock.StartAsync(WorkingTime.At(today.PlusDays(-1), Evening, zone), 0, House("clock")); // Refused once it has been started: it goes on then.
        firstDate = WorkingTime.DayOf((await Clock.ViewAsync()).StartedAt ?? clock.Now, zone).PlusDays(1);
        await seeding.EnterPeopleAsync(firstDate, cancellation);
        var present = WorkingTime.DayOf(clock.Now, zone);
        if (present >= firstDate)
            await BeginDayAsync(present, cancellation);
        if (present < firstDate || clock.Now >= WorkingTime.At(present, Evening, zone))
            await BeginDayAsync(present.PlusDays(1), cancellation);
        await MeetTechniciansAsync();
    }

    /// <summary>Runs until cancelled: does what is due, and waits for the clock or for news.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await ActAsync(cancellation);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(clock.WaitUntilAsync(NextDue(clock.Now + LongestWait), waiting.Token), changes.Reader.ReadAsync(waiting.Token).AsTask());
            await waiting.CancelAsync();
        }
    }

    /// <summary>Listens on for every technician's day; a subscription lapses without it.</summary>
    public async Task RenewAsync()
    {
        foreach (var (technician, reference) in technicians)
            technician.Hear(await grains.GetGrain<ITechnicianFeedGrain>(technician.Id.Value).WatchAsync(reference));
    }

    private async Task ActAsync(CancellationToken cancellation)
    {
        while (happenings.TryPeek(out var happening, out var due) && due <= clock.Now)
        {
            cancellation.ThrowIfCancellationRequested();
            await happening.HappenAsync();
            happenings.Dequeue();
        }

        // Several steps may be due at once after a jump or a lost signal; each is taken with its own time.
        while (!cancellation.IsCancellationRequested && await DueAsync() is { Count: > 0 } due)
        {
            foreach (var day in due.GroupBy(step => step.Date))
                await ReportAsync(grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(DemoOptions.Territory, day.Key)), day);
            await Task.WhenAll(due.Select(step => step.Technician.ReportedAsync(step, clock.Now)));
        }
    }

    private async Task<List<DueStep>> DueAsync() =>
        [.. (await Task.WhenAll(technicians.Select(pair => pair.Technician.DueAsync(clock.Now)))).OfType<DueStep>().OrderBy(due => due.Step.Due)];

    private static async Task ReportAsync(IDayPlanGrain plan, IEnumerable<DueStep> due)
    {
        var facts = due.Where(step => step.Step.Fact is not null).Select(step => new TechnicianReport(step.Technician.Id, step.Step.Fact!, step.Context)).ToList();
        if (facts.Count > 0)
            await plan.ReportTogetherAsync(facts);
        foreach (var step in due)
        {
            if (step.Step.Answer is { } answer)
                await plan.AnswerRouteChangeAsync(step.Technician.Id, answer, step.Context);
        }
    }

    private Instant NextDue(Instant atTheLatest)
    {
        var next = atTheLatest;
        if (happenings.TryPeek(out _, out var due))
            next = Instant.Min(next, due);
        foreach (var (technician, _) in technicians)
        {
            if (technician.NextReportAt() is { } at)
                next = Instant.Min(next, at);
        }

        return Instant.Max(next, clock.Now);
    }

    private async Task BeginDayAsync(LocalDate date, CancellationToken cancellation)
    {
        var dayNumber = Period.DaysBetween(firstDate, date);
        await seeding.EnterVisitsAsync(date, dayNumber, zone, cancellation);
        var plan = grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(DemoOptions.Territory, date));
        Enqueue(WorkingTime.At(date.PlusDays(-1), Publishing, zone), "publish", () => PublishAsync(plan, date, cancellation));
        var desk = new EveningDesk(grains, new Chance(options.Seed), date, zone);
        foreach (var time in desk.Times.Where(time => time >= clock.Now))
            Enqueue(time, "calls", () => desk.CallAsync(time, cancellation));
        Enqueue(WorkingTime.At(date, Morning, zone), "morning", async () =>
        {
            foreach (var happening in await new DayHappenings(grains, new Chance(options.Seed + dayNumber), date, zone).OfAsync(cancellation))
            {
                if (happening.Due >= clock.Now)
                    happenings.Enqueue(happening, happening.Due);
            }
        });
        Enqueue(WorkingTime.At(date, Evening, zone), "evening", () => BeginDayAsync(date.PlusDays(1), cancellation));
        Enqueue(zone.AtStartOfDay(date).ToInstant(), "midnight", RenewAsync);
    }

    private void Enqueue(Instant due, string name, Func<Task> happen) => happenings.Enqueue(new Happening(due, name, happen), due);

    // The visits reach the plan by the outbox, and the planner looks at them once; a dispatcher would look at the plan, too, before telling people.
    private async Task PublishAsync(IDayPlanGrain plan, LocalDate date, CancellationToken cancellation)
    {
        // After a restart there are promises already, and some visits of the day may be called off: nothing is waited for then.
        await Looking.UntilAsync(
            async () => await plan.ViewAsync() is { Score: var score } day
                && (score.PromisesKept + score.PromisesBroken > 0 || (!day.IsPlanning && score.Visits >= options.Visits)),
            MostLooks, cancellation);
        await plan.PublishAsync(House($"publish-{date:yyyyMMdd}"));
    }

    private async Task MeetTechniciansAsync()
    {
        var depots = (await grains.GetGrain<Contracts.Territories.ITerritoryGrain>(DemoOptions.Territory.Value).ProfileAsync())!.Depots;
        for (var index = 0; index < options.Technicians; index++)
        {
            var id = DemoTechnicians.Id(index);
            var profile = await grains.GetGrain<Contracts.Technicians.ITechnicianGrain>(id.Value).ProfileAsync();
            if (profile is not { IsActive: true })
                continue;
            var chance = new Chance(options.Seed);
            var start = profile is { StartsAtHome: true, Home: { } home } ? home : depots.First(depot => depot.Id == profile.Depot).Place;
            var behaviour = new TechnicianBehaviour(chance);
            var technician = new SimulatedTechnician(
                grains, id, behaviour, new SignalLoss(chance), new Van(roads, new Traffic(chance), behaviour, start, zone, profile.DrivePercent), () => changes.Writer.TryWrite(true));
            technicians.Add((technician, grains.CreateObjectReference<ITechnicianDayObserver>(technician)));
        }

        await RenewAsync();
    }

    private CommandContext House(string what) => new(new CommandId($"demo-{options.Seed}-{what}"), "demo", Role.House, clock.Now);
}
