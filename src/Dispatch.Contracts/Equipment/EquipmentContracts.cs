using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Equipment;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;
using NodaTime;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.Equipment;

/// <summary>One serialised device.</summary>
/// <param name="Kind">"concentrator", "ventilator", "dialysis", "monitor", "pap", "cylinder-set" or another the provider uses.</param>
/// <param name="Udi">Unique device identifier; empty if it has none.</param>
/// <param name="Patient">Who has it; none in the depot.</param>
/// <param name="BatteryMinutes">What a charged battery lasts; 0 without one.</param>
/// <param name="NextServiceDate">When its next maintenance is due.</param>
[GenerateSerializer, Immutable]
public sealed record EquipmentProfile(
    EquipmentId Id,
    TerritoryId Territory,
    string Kind,
    string Model,
    string Serial,
    string Udi,
    string Lot,
    PatientId? Patient,
    EquipmentState State,
    Dependence Dependence,
    int BatteryMinutes,
    LocalDate? NextServiceDate);

/// <summary>A device says that something is wrong, or that it is well again.</summary>
/// <param name="Code">The maker's alarm code, or "offline", "power-cut", "cleared".</param>
[GenerateSerializer, Immutable]
public sealed record DeviceAlarm(string Code, FailureKind Failure, bool IsCleared);

/// <summary>A device with its history.</summary>
[GenerateSerializer, Immutable]
public sealed record EquipmentDetailsView(EquipmentProfile Equipment, IReadOnlyList<HistoryEntry> History);

/// <summary>One device; key: the equipment's id.</summary>
[Alias("dispatch.equipment")]
public interface IEquipmentGrain : IGrainWithStringKey
{
    /// <summary>Enters or changes the device.</summary>
    [Alias("save")]
    Task<CommandResult> SaveAsync(EquipmentProfile profile, CommandContext context);

    /// <summary>What <see cref="SaveAsync"/> would refuse this entry for; none if it would take it. Changes nothing.</summary>
    [Alias("check"), ReadOnly]
    Task<Reason?> CheckAsync(EquipmentProfile profile);

    /// <summary>Takes the device out of the territory's books; refused while a patient has it.</summary>
    [Alias("remove")]
    Task<CommandResult> RemoveAsync(CommandContext context);

    /// <summary>Takes an alarm; always taken, and raised on the desk.</summary>
    [Alias("alarm")]
    Task<CommandResult> RecordAlarmAsync(DeviceAlarm alarm, CommandContext context);

    /// <summary>The device without its history; none if there is no such one.</summary>
    [Alias("profile"), ReadOnly]
    Task<EquipmentProfile?> ProfileAsync();

    /// <summary>The device; none if there is no such one.</summary>
    [Alias("view"), ReadOnly]
    Task<EquipmentDetailsView?> ViewAsync();
}
