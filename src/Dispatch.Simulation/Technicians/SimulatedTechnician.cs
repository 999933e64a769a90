using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using NodaTime;

namespace Dispatch.Simulation.Technicians;

/// <summary>One simulated technician: hears the own day as a phone does, reports what happens, and drives the van.</summary>
internal sealed class SimulatedTechnician(
    IGrainFactory grains, TechnicianId id, TechnicianBehaviour behaviour, SignalLoss signal, Van van, Action changed) : ITechnicianDayObserver
{
    private TechnicianDayView? day;
    private CommandId nextCommand = CommandId.Fresh();
    private Instant silentUntil = Instant.MinValue;

    /// <summary>Who it is.</summary>
    public TechnicianId Id => id;

    /// <summary>The day as last heard; none before the first.</summary>
    public TechnicianDayView? Day => Volatile.Read(ref day);

    /// <inheritdoc />
    public Task DayChangedAsync(TechnicianDayView day)
    {
        Hear(day);
        changed();
        return Task.CompletedTask;
    }

    /// <summary>Takes the day in if it is newer than what is known.</summary>
    public void Hear(TechnicianDayView? heard)
    {
        if (heard is null || Day is { } known && known.Date == heard.Date && known.Number > heard.Number)
            return;
        Volatile.Write(ref day, heard);
    }

    /// <summary>When the next step can be reported: when it happens, or when the signal is back; none if there is none.</summary>
    public Instant? NextReportAt()
    {
        if (Day is not { } known || Next(known) is not { } step)
            return null;
        var heard = signal.LostUntil(id.Value, step.Due) is { } back && back > step.Due ? back : step.Due;
        return Instant.Max(heard, silentUntil);
    }

    /// <summary>The step that is to be reported at <paramref name="now"/>; none if none is due, or a person has this phone.</summary>
    public async Task<DueStep?> DueAsync(Instant now)
    {
        if (Day is not { } known || NextReportAt() is not { } due || due > now || Next(known) is not { } step)
            return null;
        var signedIn = await grains.GetGrain<ITechnicianGrain>(id.Value).LastSignInAsync();
        if (signedIn is { } at && known.ShiftStart is { } start && at >= start - Duration.FromHours(8))
        {
            // A person has this phone today: the van goes on, the reports are theirs.
            silentUntil = now + Duration.FromMinutes(1);
            return null;
        }

        return new DueStep(this, step, known.Date, new CommandContext(nextCommand, "simulation", Role.Technician, step.Due));
    }

    /// <summary>Takes the day in as it is after a step was reported.</summary>
    public async Task ReportedAsync(DueStep reported, Instant now)
    {
        nextCommand = CommandId.Fresh();
        Hear(await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(DemoOptions.Territory, reported.Date)).TechnicianDayAsync(id));
        // A report that leaves the same step due was contradicted by the desk: look again in a minute instead of repeating it.
        if (Next(Day!) is { } next && next.Fact == reported.Step.Fact && next.Answer == reported.Step.Answer)
            silentUntil = now + Duration.FromMinutes(1);
    }

    /// <summary>Sends the van's position, unless there is no signal.</summary>
    public async Task SendPositionAsync(Instant now)
    {
        if (Day is not { } known || signal.LostUntil(id.Value, now) is not null)
            return;
        await grains.GetGrain<ITechnicianGrain>(id.Value).ReportPositionAsync(van.At(known, now));
    }

    private Step? Next(TechnicianDayView known) => behaviour.Next(known, stop => van.DriveTime(known, stop));
}
