using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Domain.Urgency;
using NodaTime;
using Orleans.Concurrency;

namespace Dispatch.Grains.Visits;

/// <summary>Takes calls in: judges them by the rules of the territory, and drafts the visit.</summary>
[StatelessWorker]
internal sealed class IntakeGrain(DomainClock clock) : Grain, IIntakeGrain
{
    private const int MostOffers = 10;
    private const int MostDays = 14;

    /// <inheritdoc />
    public async Task<TriageView?> JudgeAsync(TriageRequest request)
    {
        var territory = await GrainFactory.GetGrain<ITerritoryGrain>(request.Territory.Value).ProfileAsync();
        var patient = await GrainFactory.GetGrain<IPatientGrain>(request.Patient.Value).ProfileAsync();
        if (territory is null || patient is null)
            return null;
        var device = await DeviceAsync(request.Equipment?.Value);
        var type = territory.VisitTypes.FirstOrDefault(known => known.Id == request.Type);
        var triage = TriageRule.Judge(
            request.Backup, FactsOf(patient, device), territory.Settings.Runway, type?.Urgency ?? UrgencyClass.P2);
        return new TriageView(
            triage.Urgency, triage.Deadline, triage.Runway,
            type?.Id ?? VisitDrafting.Suggest(territory, device?.Kind, triage, request.Backup.Failure)?.Id,
            triage.OpensEmergencyCard, patient.EmergencyPlan, patient.EmergencyNumber,
            [.. triage.Codes.Select(TriageReasons.Of)]);
    }

    /// <inheritdoc />
    public async Task<VisitDraft> DraftAsync(RequestVisit request, Instant at)
    {
        var territory = await GrainFactory.GetGrain<ITerritoryGrain>(request.Territory.Value).ProfileAsync();
        var patient = await GrainFactory.GetGrain<IPatientGrain>(request.Patient.Value).ProfileAsync();
        EquipmentProfile? device = null;
        foreach (var id in request.Equipment)
        {
            if (await DeviceAsync(id.Value) is not { } found)
                return Refuse("equipment-unknown", $"There is no device {id}; choose one of the patient's.");
            device ??= found;
        }

        if (territory is null)
            return Refuse("territory-unknown", $"There is no territory {request.Territory}.");
        if (patient is null || patient.Territory != territory.Id)
            return Refuse("patient-unknown", $"There is no patient {request.Patient} in this territory.");
        if (territory.VisitTypes.FirstOrDefault(known => known.Id == request.Type) is not { } type)
            return Refuse("visit-type-unknown", $"There is no visit type {request.Type} in this territory.");
        var today = WorkingTime.DayOf(clock.Now, DateTimeZoneProviders.Tzdb.GetZoneOrNull(territory.TimeZone) ?? DateTimeZone.Utc);
        if ((VisitDrafting.Mistake(request, clock.Now) ?? DaySpanRules.Mistake(request.Days, request.Date, request.Windows, today)) is { } mistake)
            return new VisitDraft(null, "", "", mistake);
        var details = VisitDrafting.Draft(request, territory, type, patient, FactsOf(patient, device), at);
        var books = GrainFactory.GetGrain<IPatientGrain>(patient.Id.Value);
        return new VisitDraft(details with { KnownTo = await books.KnownToAsync(), Preferred = await books.PreferredAsync() }, type.Name, patient.Name, null);
    }

    /// <inheritdoc />
    public async Task<OffersAnswer> OffersAsync(VisitId? visit, VisitDetails details, int count, int? days)
    {
        var settings = (await GrainFactory.GetGrain<ITerritoryGrain>(details.Territory.Value).ProfileAsync())?.Settings ?? TerritorySettings.Default;
        var first = await GrainFactory.GetGrain<ITerritoryGrain>(details.Territory.Value).TodayAsync();
        var wanted = Math.Clamp(count, 1, MostOffers);
        var dates = Enumerable.Range(0, Math.Clamp(days ?? settings.Planning.OfferDays, 1, MostDays)).Select(first.PlusDays).ToList();
        var found = await Task.WhenAll(dates.Select(date => GrainFactory.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date))
            .OffersAsync(visit, details with { Date = date }, wanted)));
        return OfferSpread.Choose(found, details.Urgency, wanted, settings.PromiseMinutes);
    }

    private async Task<EquipmentProfile?> DeviceAsync(string? id) =>
        id is null ? null : await GrainFactory.GetGrain<IEquipmentGrain>(id).ProfileAsync();

    private static DependenceFacts FactsOf(PatientProfile patient, EquipmentProfile? device) => new(
        device?.Dependence ?? Dependence.None, device?.BatteryMinutes ?? 0, patient.FlowLitresPerMinute,
        device is null || device.Dependence == Dependence.LifeSupporting ? patient.FreeBreathingMinutes : null);

    private static VisitDraft Refuse(string code, string text) => new(null, "", "", new Reason(code, text));
}
