using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Urgency;

namespace Dispatch.Grains.DayPlans;

/// <summary>An alarm that the day's state asks for.</summary>
/// <param name="Key">Names its cause; the same cause stands once.</param>
internal sealed record DayAlarm(string Key, string Code, UrgencyClass Urgency, Reason What, PatientId? Patient, VisitId? Visit, TechnicianId? Technician)
{
    /// <summary>The command to the desk.</summary>
    public RaiseAlarm Raise(AlarmId id) => new(id, Code, Urgency, What, Patient, null, Visit, Technician);
}

/// <summary>Which alarms the state of a day asks for; what is over asks for none, and so they go.</summary>
internal static class DayAlarms
{
    public static IReadOnlyList<DayAlarm> Of(DayPlanState state, DayPicture picture)
    {
        var alarms = new List<DayAlarm>();
        foreach (var visit in state.Visits.Values.Where(visit => !visit.IsOver))
        {
            if (visit.Details.Urgency == UrgencyClass.P0 && !visit.IsSecondHalf)
                alarms.Add(Make("p0", "p0", visit, new Reason("p0", "Life at risk: emergency plan and ambulance first.")));
            if (visit.Details.Urgency <= UrgencyClass.P1 && state.HolderOf(visit.Id) is null)
                alarms.Add(Make("unassigned", "unassigned", visit, new Reason("urgent-unassigned", $"Nobody has an urgent visit: {visit.TypeName}.", Values(("type", visit.TypeName)))));
        }

        foreach (var route in picture.AllTimes())
        {
            foreach (var stop in route.Stops)
            {
                var visit = state.Visits[stop.Visit];
                if (visit.IsOver || visit.IsSecondHalf || Halves.Whole(state, visit) == StopState.Arrived)
                    continue;
                if (visit.Details is { Urgency: <= UrgencyClass.P1, Deadline: { } deadline } && stop.Start > deadline)
                {
                    var minutes = (int)Math.Ceiling((stop.Start - deadline).TotalMinutes);
                    alarms.Add(Make("late", "will-be-late", visit, new Reason(
                        "will-be-late", $"{visit.TypeName} will be {minutes} min late.", Values(("type", visit.TypeName), ("minutes", $"{minutes}"))), route.Technician));
                }
            }
        }

        return alarms;
    }

    private static DayAlarm Make(string key, string code, DayVisit visit, Reason what, TechnicianId? technician = null) =>
        new($"{key}-{Short(visit.Id)}", code, visit.Details.Urgency, what, visit.Details.Patient, visit.Id, technician);

    // Room for the key and the time beside the visit's own id.
    private static string Short(VisitId visit) => visit.Value.Length <= 40 ? visit.Value : visit.Value[..40];

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in pairs)
            values[name] = value;
        return values;
    }
}
