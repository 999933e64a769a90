using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Equipment;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using Dispatch.Grains.Desk;
using Dispatch.Grains.History;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using NodaTime;

namespace Dispatch.Grains.Equipment;

/// <summary>What happened to a device.</summary>
internal abstract record EquipmentEvent;

/// <summary>Entered or changed.</summary>
[JournalName("equipment-saved", 1)]
internal sealed record EquipmentSaved(EquipmentProfile Profile) : EquipmentEvent;

/// <summary>Taken off the books.</summary>
[JournalName("equipment-removed", 1)]
internal sealed record EquipmentRemoved : EquipmentEvent;

/// <summary>It said that something is wrong.</summary>
[JournalName("equipment-alarmed", 1)]
internal sealed record EquipmentAlarmed(DeviceAlarm Alarm, Instant At) : EquipmentEvent;

/// <summary>It said that it is well again.</summary>
[JournalName("equipment-cleared", 1)]
internal sealed record EquipmentCleared(Instant At) : EquipmentEvent;

/// <summary>A visit to it was done.</summary>
[JournalName("equipment-served", 1)]
internal sealed record EquipmentServed(VisitId Visit, VisitTypeId Type, Instant At) : EquipmentEvent;

/// <summary>Tells a device of a visit that was done.</summary>
[JournalName("tell-served", 1)]
internal sealed record TellServed(VisitId Visit, VisitTypeId Type, Instant At);

/// <summary>A device as its events have made it.</summary>
internal sealed record EquipmentStateOf(EquipmentProfile? Profile, Instant? AlarmedAt, int Alarms);

/// <summary>One device: the only writer of its state.</summary>
internal sealed class EquipmentGrain(GrainServices services)
    : JournaledGrain<EquipmentStateOf, EquipmentEvent>(services, "equipment"), IEquipmentGrain, IEquipmentInbox
{
    /// <inheritdoc />
    protected override EquipmentStateOf Initial { get; } = new(null, null, 0);

    private EquipmentId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public async Task<CommandResult> SaveAsync(EquipmentProfile profile, CommandContext context)
    {
        var mistake = await CheckAsync(profile);
        return await ExecuteAsync(context, _ => mistake is null
            ? Decision<EquipmentEvent>.Happened(new EquipmentSaved(profile))
            : Decision<EquipmentEvent>.Refused(mistake));
    }

    /// <inheritdoc />
    public async Task<Reason?> CheckAsync(EquipmentProfile profile)
    {
        var territory = await GrainFactory.GetGrain<ITerritoryGrain>(profile.Territory.Value).ProfileAsync();
        var patient = profile.Patient is { } who ? await GrainFactory.GetGrain<IPatientGrain>(who.Value).ProfileAsync() : null;
        return Mistake(profile, territory is not null, patient is not null);
    }

    /// <inheritdoc />
    public Task<CommandResult> RemoveAsync(CommandContext context) =>
        ExecuteAsync(context, state => state.Profile switch
        {
            null => Decision<EquipmentEvent>.Refused(CommandResult.NotFound("device").Refusal!),
            { Patient: not null } => Decision<EquipmentEvent>.Refused(new Reason("equipment-with-patient", "A patient has this device; collect it first.")),
            _ => Decision<EquipmentEvent>.Happened(new EquipmentRemoved()),
        });

    /// <inheritdoc />
    public Task<CommandResult> RecordAlarmAsync(DeviceAlarm alarm, CommandContext context) =>
        ExecuteAsync(context, state =>
        {
            if (state.Profile is not { } profile)
                return Decision<EquipmentEvent>.Refused(CommandResult.NotFound("device").Refusal!);
            if (alarm.IsCleared)
            {
                return Decision<EquipmentEvent>.Happened(new EquipmentCleared(context.OccurredAt))
                    .Telling(new Outgoing(ReceiverName.Desk(profile.Territory), new TellAlarmOver(AlarmOf(state.Alarms), "The device reports that it is well again.")));
            }

            // The device's word alone says nothing of the patient: a dependent one counts as on backup until someone has asked.
            var urgency = profile.Dependence switch
            {
                Dependence.LifeSupporting => UrgencyClass.P0,
                Dependence.Supporting => UrgencyClass.P1,
                _ => UrgencyClass.P3,
            };
            var what = new Reason(
                "device-alarm", $"{profile.Kind} {profile.Serial} reports {alarm.Code}: ask how the patient is.",
                new Dictionary<string, string> { ["kind"] = profile.Kind, ["serial"] = profile.Serial, ["alarm"] = alarm.Code });
            return Decision<EquipmentEvent>.Happened(new EquipmentAlarmed(alarm, context.OccurredAt))
                .Telling(new Outgoing(
                    ReceiverName.Desk(profile.Territory),
                    new TellAlarm(new RaiseAlarm(AlarmOf(state.Alarms + 1), "device-alarm", urgency, what, profile.Patient, Id, null, null))));
        });

    /// <inheritdoc />
    public Task<EquipmentProfile?> ProfileAsync() => Task.FromResult(State.Profile);

    /// <inheritdoc />
    public async Task<EquipmentDetailsView?> ViewAsync() =>
        State.Profile is { } profile ? new EquipmentDetailsView(profile, await StreamHistory.OfAsync(Journal, Stream)) : null;

    /// <inheritdoc />
    protected override EquipmentStateOf Evolve(EquipmentStateOf state, EquipmentEvent happened) => happened switch
    {
        EquipmentSaved e => state with { Profile = e.Profile },
        EquipmentRemoved => state with { Profile = null },
        EquipmentAlarmed e => state with { AlarmedAt = e.At, Alarms = state.Alarms + 1, Profile = In(state, EquipmentState.Faulty) },
        EquipmentCleared => state with { AlarmedAt = null, Profile = In(state, EquipmentState.InUse) },
        EquipmentServed => state with { AlarmedAt = null, Profile = In(state, EquipmentState.InUse) },
        _ => state,
    };

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context) => payload switch
    {
        TellServed told => await ExecuteAsync(context, state => state.Profile is null
            ? Decision<EquipmentEvent>.Nothing
            : Decision<EquipmentEvent>.Happened(new EquipmentServed(told.Visit, told.Type, told.At))),
        _ => await base.ReceiveAsync(payload, context),
    };

    private AlarmId AlarmOf(int number) => new($"{Id.Value}-{number}");

    private static EquipmentProfile? In(EquipmentStateOf state, EquipmentState next) =>
        state.Profile is { State: EquipmentState.InUse or EquipmentState.Faulty } profile ? profile with { State = next } : state.Profile;

    private Reason? Mistake(EquipmentProfile profile, bool isTerritoryKnown, bool isPatientKnown)
    {
        if (profile.Id != Id || !IdText.IsValid(Id.Value))
            return new Reason("id-mismatch", "The id in the entry and the one in the address differ.");
        if (!isTerritoryKnown)
            return new Reason("territory-unknown", $"There is no territory {profile.Territory}; enter it first.");
        if (profile.Patient is not null && !isPatientKnown)
            return new Reason("patient-unknown", $"There is no patient {profile.Patient}; enter the patient first.");
        if (profile.Serial.Length is 0 or > 100 || profile.Kind.Length is 0 or > 50)
            return new Reason("serial-missing", "Give kind and serial number of the device.");
        return profile.BatteryMinutes is < 0 or > 10_000 ? new Reason("battery-out-of-range", "A battery lasts 0 to 10,000 minutes.") : null;
    }
}
