using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Simulation.Happenings;

/// <summary>What patients and devices do on one day, as the seed has it.</summary>
internal sealed class DayHappenings(IGrainFactory grains, Chance chance, LocalDate date, DateTimeZone zone)
{
    private const double CancelShare = 0.03;
    private const double AtHomeShare = 0.25;
    private const int AlarmsPerHundredVisits = 4;

    /// <summary>The happenings of the day, in no order, for the visits that are in its plan.</summary>
    public async Task<IReadOnlyList<Happening>> OfAsync(CancellationToken cancellation)
    {
        var visits = (await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(DemoOptions.Territory, date)).VisitsAsync()).Where(visit => !VisitHalves.IsSecond(visit.Id)).ToList();
        cancellation.ThrowIfCancellationRequested();
        var happenings = new List<Happening>();
        foreach (var visit in visits)
        {
            if (chance.Of(visit.Id.Value, "cancels") < CancelShare)
                happenings.Add(Cancels(visit));
            else if (chance.Of(visit.Id.Value, "at-home") < AtHomeShare)
                happenings.Add(SaysAtHome(visit));
        }

        var devices = visits.SelectMany(visit => visit.Equipment).Distinct().Order(Comparer<EquipmentId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))).ToArray();
        for (var i = 0; i < visits.Count * AlarmsPerHundredVisits / 100 && devices.Length > 0; i++)
            happenings.Add(Alarms(chance.OneOf($"{date}/{i}", "alarming", devices), i));
        return happenings;
    }

    private Happening Cancels(VisitView visit) =>
        new(At(visit.Id.Value, "cancel-minute", 8 * 60, 15 * 60), "patient-cancels", async () =>
        {
            var now = await grains.GetGrain<IVisitGrain>(visit.Id.Value).ViewAsync();
            if (now is { Status: VisitStatus.Scheduled } or { Status: VisitStatus.Backlog })
            {
                await grains.GetGrain<IVisitGrain>(visit.Id.Value).RecordAnswerAsync(
                    new PatientAnswer(PatientAnswerKind.Cancel, null, null, null), Context("cancel-" + visit.Id, Role.Patient, "patient", visit.Id.Value, "cancel-minute", 8 * 60, 15 * 60));
            }
        });

    private Happening SaysAtHome(VisitView visit) =>
        new(At(visit.Id.Value, "home-minute", 7 * 60 + 30, 12 * 60), "patient-at-home", () =>
            grains.GetGrain<IVisitGrain>(visit.Id.Value).RecordAnswerAsync(
                new PatientAnswer(PatientAnswerKind.AtHome, null, null, null), Context("home-" + visit.Id, Role.Patient, "patient", visit.Id.Value, "home-minute", 7 * 60 + 30, 12 * 60)));

    private Happening Alarms(EquipmentId device, int number)
    {
        var name = $"{date}/{number}";
        var code = chance.OneOf(name, "alarm-code", (string[])["low-purity", "high-temperature", "no-flow", "power-cut"]);
        var alarm = new DeviceAlarm(code, code == "power-cut" ? FailureKind.PowerCut : FailureKind.DeviceAlarm, IsCleared: false);
        return new Happening(At(name, "alarm-minute", 9 * 60, 17 * 60), "device-alarms", () =>
            grains.GetGrain<IEquipmentGrain>(device.Value).RecordAlarmAsync(
                alarm, Context($"alarm-{date:yyyyMMdd}-{number}", Role.House, "device", name, "alarm-minute", 9 * 60, 17 * 60)));
    }

    private CommandContext Context(string id, Role role, string actor, string thing, string purpose, int fromMinute, int toMinute) =>
        new(new CommandId($"demo-{chance.Seed}-{id}"), actor, role, At(thing, purpose, fromMinute, toMinute));

    private Instant At(string thing, string purpose, int fromMinute, int toMinute) =>
        WorkingTime.At(date, LocalTime.FromMinutesSinceMidnight(chance.Whole(thing, purpose, fromMinute, toMinute)), zone)
        + Duration.FromSeconds(chance.Whole(thing, purpose + "/s", 0, 60));
}
