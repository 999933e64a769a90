using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Simulation.Demo;

/// <summary>The planned visits of one demo day, a function of the seed and the date.</summary>
internal sealed class DemoVisits(Chance chance, int patientCount, DateTimeZone zone)
{
    /// <summary>The visit with this number on a day; the same each time it is asked for.</summary>
    public (VisitId Id, RequestVisit Request) Make(LocalDate date, int index)
    {
        var id = new VisitId($"{LocalDatePattern.Iso.Format(date)}-{index + 1:0000}");
        var mix = TypeOf(id.Value);
        var patient = PatientFor(mix.Device, id.Value);
        return (id, new RequestVisit(
            DemoOptions.Territory,
            mix.Type.Id,
            DemoPatients.Id(patient),
            mix.Device is null ? [] : [new EquipmentId($"e{patient + 1:00000}")],
            date,
            mix.Type.Urgency is UrgencyClass.P3 or UrgencyClass.P4 ? date.PlusDays(chance.Whole(id.Value, "due", 0, 4)) : null,
            DurationMinutes: null,
            Windows(date, id.Value),
            Urgency: null,
            Deadline: mix.Type.Urgency <= UrgencyClass.P2 ? At(date, 13 * 60 + 30 * chance.Whole(id.Value, "deadline", 0, 8)) : null,
            Backup: null,
            Note: ""));
    }

    private DemoCatalogue.Mix TypeOf(string visit)
    {
        var lot = chance.Whole(visit, "type", 0, DemoCatalogue.Types.Sum(mix => mix.PerThousand));
        foreach (var mix in DemoCatalogue.Types)
        {
            lot -= mix.PerThousand;
            if (lot < 0)
                return mix;
        }

        return DemoCatalogue.Types[^1];
    }

    // Kinds repeat in tens, so the nearest patient with the wanted device is at most nine numbers on.
    private int PatientFor(string? device, string visit)
    {
        var first = chance.Whole(visit, "patient", 0, patientCount);
        for (var step = 0; step < patientCount; step++)
        {
            var index = (first + step) % patientCount;
            if (device is null || DemoPatients.KindOf(index) == device)
                return index;
        }

        return first;
    }

    private TimeWindow[] Windows(LocalDate date, string visit)
    {
        var lot = chance.Of(visit, "window");
        if (lot < 0.5)
            return [];
        var startMinutes = 8 * 60 + 30 * chance.Whole(visit, "window-start", 0, 13);
        var lengthMinutes = lot < 0.8 ? 240 : 120;
        return [new TimeWindow(At(date, startMinutes), At(date, startMinutes + lengthMinutes), IsHard: lot > 0.96)];
    }

    private Instant At(LocalDate date, int minuteOfDay) => WorkingTime.At(date, LocalTime.FromMinutesSinceMidnight(minuteOfDay), zone);
}
