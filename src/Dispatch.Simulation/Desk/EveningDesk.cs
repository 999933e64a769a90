using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using NodaTime;

namespace Dispatch.Simulation.Desk;

/// <summary>The colleague at the desk in the evening and before it opens: calls the patients who take no texts about the next day's visits.</summary>
/// <remarks>From the opening on the desk is whoever sits at it: what falls due then is left alone.</remarks>
/// <param name="date">The day of the visits.</param>
internal sealed class EveningDesk(IGrainFactory grains, Chance chance, LocalDate date, DateTimeZone zone)
{
    /// <summary>Who does it: the demo's second dispatcher.</summary>
    public const string Actor = "dispatcher2";

    private const int MostLooks = 200; // Ten seconds.
    private static readonly string[] Told = ["call-promised", "call-moved", "call-cancelled"];

    private static readonly (int DaysOn, LocalTime At)[] Looks =
    [
        (-1, new(18, 40)), (-1, new(19, 40)), (-1, new(20, 40)), (0, new(8, 20)), (0, new(9, 20)),
    ];

    /// <summary>When the list of calls is looked at.</summary>
    public IEnumerable<Instant> Times => Looks.Select(look => WorkingTime.At(date.PlusDays(look.DaysOn), look.At, zone));

    /// <summary>Makes the calls that are due.</summary>
    /// <param name="now">When; a call that has been made stays made.</param>
    /// <param name="cancellation">Ends it between two calls.</param>
    public async Task CallAsync(Instant now, CancellationToken cancellation)
    {
        var desk = grains.GetGrain<IDeskGrain>(DemoOptions.Territory.Value);
        if (now == Times.First())
            await AwaitCallsAsync(desk, cancellation);
        foreach (var call in await desk.CallsAsync())
        {
            if (!Told.Contains(call.Why.Code) || call.DueAt > now || call.Outcome.Length > 0)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var outcome = chance.Of(call.Id.Value, "answers") < 0.04 ? "wrong-number" : "reached";
            await desk.RecordOutcomeAsync(
                new RecordCallOutcome(call.Id, outcome, ""), new CommandContext(new CommandId($"demo-{chance.Seed}-{call.Id.Value}"), Actor, Role.Dispatcher, now));
        }
    }

    // Calls reach the desk by the outbox. By a clock that stands between strides they could come hours after they were asked for.
    private async Task AwaitCallsAsync(IDeskGrain desk, CancellationToken cancellation)
    {
        var promised = (await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(DemoOptions.Territory, date)).VisitsAsync()).Where(visit => visit.Promise is not null && !VisitHalves.IsSecond(visit.Id)).ToList();
        var patients = await Task.WhenAll(promised.Select(visit => visit.Patient).Distinct().Select(patient => grains.GetGrain<IPatientGrain>(patient.Value).ProfileAsync()));
        var called = patients.OfType<PatientProfile>().Where(patient => !patient.Contact.AcceptsTexts).Select(patient => patient.Id).ToHashSet();
        await Looking.UntilAsync(
            async () => (await grains.GetGrain<IClockGrain>(0).ViewAsync()).Speed != 0
                || (await desk.CallsAsync()).Select(call => call.Patient).OfType<PatientId>().ToHashSet().IsSupersetOf(called),
            MostLooks, cancellation);
    }
}
