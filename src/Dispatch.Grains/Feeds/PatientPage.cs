using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Domain.Urgency;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Grains.Feeds;

/// <summary>Composes what stands on a patient's page: the interval, and nothing about anyone else.</summary>
internal static class PatientPage
{
    private static readonly Duration LivesOn = Duration.FromHours(24);

    /// <summary>The page; none if there is no such visit.</summary>
    public static async Task<PatientVisitView?> ComposeAsync(IGrainFactory grains, VisitId id, long number, Instant now)
    {
        if (await grains.GetGrain<IVisitGrain>(id.Value).ViewAsync() is not { } visit
            || await grains.GetGrain<IPatientGrain>(visit.Patient.Value).ProfileAsync() is not { } patient)
            return null;
        var territory = await grains.GetGrain<ITerritoryGrain>(patient.Territory.Value).ProfileAsync();
        var day = visit.Date is { } date ? grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(patient.Territory, date)) : null;
        var planned = day is null ? null : (await day.VisitAsync(id))?.Visit;
        var state = StateOf(visit, planned, now);
        if (state == PatientPageState.Expired)
            return Expired(number, territory, patient);

        var promise = planned?.Promise ?? visit.Promise;
        var technician = state is PatientPageState.OnTheWay or PatientPageState.Arrived && planned?.Technician is { } who
            ? await grains.GetGrain<ITechnicianGrain>(who.Value).ProfileAsync()
            : null;
        var comers = state == PatientPageState.OnTheWay ? await ComersAsync(day!, planned!) : [];
        var approaches = await ApproachesAsync(grains, comers, now);
        var type = territory?.VisitTypes.FirstOrDefault(known => known.Id == visit.Type);
        return new PatientVisitView(
            number, state, visit.Date, territory?.TimeZone ?? "UTC",
            promise is null ? null : new ArrivalInterval(promise.Start, promise.End),
            technician?.Name.Split(' ')[0] ?? "",
            approaches.Count > 0 ? approaches[0] : null,
            patient.Place,
            Preparation(type, patient.Contact.Language),
            territory?.DeskPhone ?? "",
            patient.Contact.Language,
            patient.Contact.AcceptsTexts,
            planned?.PatientIsHome ?? visit.PatientIsHome,
            OffersBackup: visit.Urgency <= UrgencyClass.P2,
            Answered: visit.PatientIsHome == true ? [PatientAnswerKind.AtHome] : [])
        {
            TechnicianCount = planned?.Partner is null ? 1 : 2,
            ThereCount = comers.Count(comer => comer.Stop == StopState.Arrived),
            SecondApproach = approaches.Count > 1 ? approaches[1] : null,
        };
    }

    private static PatientPageState StateOf(VisitView visit, VisitView? planned, Instant now) => (planned ?? visit).Status switch
    {
        VisitStatus.Done or VisitStatus.CouldNotBeDone or VisitStatus.Cancelled when visit.EstimatedEnd is { } end && now > end + LivesOn => PatientPageState.Expired,
        VisitStatus.Done => PatientPageState.Done,
        VisitStatus.Cancelled => PatientPageState.Cancelled,
        VisitStatus.Backlog or VisitStatus.CouldNotBeDone => PatientPageState.ToBeArranged,
        VisitStatus.OnTheWay => PatientPageState.OnTheWay,
        VisitStatus.Arrived => PatientPageState.Arrived,
        _ => PatientPageState.Expected,
    };

    // Who comes and how far each has got. Of two, each half says it of the other.
    private static async Task<IReadOnlyList<(TechnicianId Who, StopState Stop, Instant Arrival)>> ComersAsync(IDayPlanGrain day, VisitView planned)
    {
        if (planned is not { Technician: { } who, EstimatedArrival: { } arrival })
            return [];
        if (planned.Partner is not { Technician: { } partner } second)
            return [(who, StopState.OnTheWay, arrival)];
        var first = (await day.VisitAsync(second.Visit))?.Visit.Partner;
        return [(who, first?.Stop ?? StopState.Planned, first?.Arrival ?? arrival), (partner, second.Stop, second.Arrival ?? arrival)];
    }

    // Only who has set out for this patient is shown: until then a technician may be at another's home.
    private static async Task<IReadOnlyList<ApproachView>> ApproachesAsync(IGrainFactory grains, IReadOnlyList<(TechnicianId Who, StopState Stop, Instant Arrival)> comers, Instant now)
    {
        var approaches = new List<ApproachView>();
        foreach (var (who, _, arrival) in comers.Where(comer => comer.Stop == StopState.OnTheWay))
        {
            if (await grains.GetGrain<ITechnicianGrain>(who.Value).PositionAsync() is { } position)
                approaches.Add(new ApproachView(position.Position, position.HeadingDegrees ?? 0, position.FixAt, Instant.Max(arrival, now), ""));
        }

        return approaches;
    }

    private static IReadOnlyList<string> Preparation(VisitType? type, string language) =>
        type is null ? [] : type.Preparation.TryGetValue(language, out var lines) || type.Preparation.TryGetValue("en", out lines) ? lines : [];

    private static PatientVisitView Expired(long number, TerritoryProfile? territory, PatientProfile patient) => new(
        number, PatientPageState.Expired, null, territory?.TimeZone ?? "UTC", null, "", null, null, [], territory?.DeskPhone ?? "",
        patient.Contact.Language, patient.Contact.AcceptsTexts, null, false, []);
}
