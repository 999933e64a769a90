using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Messages;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Dispatch.Web.Hubs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Web.Desk;

/// <summary>What day it is in a territory.</summary>
public sealed record TodayView(LocalDate Date, Instant Now, string TimeZone);

/// <summary>Sets the clock's speed.</summary>
public sealed record SpeedChange(double Speed);

/// <summary>Territories, lists, search, alarms, calls, messages, clock: what a desk reads and does besides the plan.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/territories", async (IGrainFactory grains) => Results.Ok(await grains.GetGrain<ITerritoriesGrain>(0).ListAsync()))
            .Produces<IReadOnlyList<TerritoryProfile>>().WithName("GetTerritories");
        desk.MapGet("/territories/{t}", async (string t, IGrainFactory grains) =>
            Requests.OkOrNotFound(await grains.GetGrain<ITerritoryGrain>(t).ProfileAsync(), "territory")).Produces<TerritoryProfile>().WithName("GetTerritory");
        desk.MapGet("/territories/{t}/today", async (string t, IGrainFactory grains, DomainClock clock) =>
            await grains.GetGrain<ITerritoryGrain>(t).ProfileAsync() is { } profile
                ? Results.Ok(new TodayView(await grains.GetGrain<ITerritoryGrain>(t).TodayAsync(), clock.Now, profile.TimeZone))
                : Requests.NotFound("territory")).Produces<TodayView>().WithName("GetToday");
        desk.MapGet("/territories/{t}/feed", async (string t, long? after, FeedFanOut feeds, CancellationToken ct) =>
            Requests.IsId(t) ? Results.Ok(await feeds.ReadAsync(FeedName.Desk(new TerritoryId(t)), after ?? -1, ct)) : Requests.NotFound("territory"))
            .Produces<BoardMessage>().WithName("GetDeskFeed");
        MapLists(desk.MapGroup("/territories/{t}"));
        MapSteps(desk.MapGroup("/territories/{t}"));
        TrafficEndpoint.MapTraffic(desk.MapGroup("/territories/{t}/traffic"));
        ClosureEndpoints.MapClosures(desk.MapGroup("/territories/{t}/closures"));
        BacklogEndpoints.MapBacklog(desk.MapGroup("/territories/{t}/backlog"));
        desk.MapGet("/patients/{id}", async (string id, IGrainFactory grains) =>
            Requests.OkOrNotFound(await grains.GetGrain<IPatientGrain>(id).ViewAsync(), "patient")).Produces<PatientDetailsView>().WithName("GetPatient");
        desk.MapPut("/patients/{id}/preferred", (string id, PreferTechnicians command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IPatientGrain>(id).PreferAsync(command, http.Command(clock)))).Produces<CommandResult>().WithName("PreferTechnicians");
        desk.MapGet("/equipment/{id}", async (string id, IGrainFactory grains) =>
            Requests.OkOrNotFound(await grains.GetGrain<IEquipmentGrain>(id).ViewAsync(), "device")).Produces<EquipmentDetailsView>().WithName("GetEquipment");
        desk.MapGet("/technicians/{id}", async (string id, IGrainFactory grains) =>
            Requests.OkOrNotFound(await grains.GetGrain<ITechnicianGrain>(id).ViewAsync(), "technician")).Produces<TechnicianDetailsView>().WithName("GetTechnician");
        desk.MapPut("/clock/speed", (SpeedChange change, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IClockGrain>(0).SetSpeedAsync(change.Speed, http.Command(clock)))).Produces<CommandResult>().WithName("SetSpeed");
    }

    private static void MapLists(IEndpointRouteBuilder territory)
    {
        territory.MapGet("/search", async (string t, string? text, int? limit, ISearch search, CancellationToken ct) =>
            Results.Ok(await search.FindAsync(new TerritoryId(t), text ?? "", limit ?? 20, ct))).Produces<IReadOnlyList<SearchHit>>().WithName("Search");
        territory.MapGet("/patients", async (string t, string? text, string? next, int? limit, ISearch search, CancellationToken ct) =>
            Results.Ok(await search.PatientsAsync(new TerritoryId(t), text ?? "", next ?? "", limit ?? 50, ct))).Produces<Page<PatientProfile>>().WithName("ListPatients");
        territory.MapGet("/equipment", async (string t, string? patient, string? text, string? next, int? limit, ISearch search, CancellationToken ct) =>
            Results.Ok(await search.EquipmentAsync(new TerritoryId(t), patient is null ? null : new PatientId(patient), text ?? "", next ?? "", limit ?? 50, ct)))
            .Produces<Page<EquipmentProfile>>().WithName("ListEquipment");
        territory.MapGet("/technicians", async (string t, string? text, string? next, int? limit, ISearch search, CancellationToken ct) =>
            Results.Ok(await search.TechniciansAsync(new TerritoryId(t), text ?? "", next ?? "", limit ?? 50, ct))).Produces<Page<TechnicianProfile>>().WithName("ListTechnicians");
        territory.MapGet("/visits", async (string t, string? patient, string? from, string? to, string? text, string? next, int? limit, ISearch search, CancellationToken ct) =>
            {
                // Who has just booked asks at once how many there are.
                await search.CatchUpAsync(ct);
                return Results.Ok(await search.VisitsAsync(
                    new TerritoryId(t), patient is null ? null : new PatientId(patient), Date(from), Date(to), text ?? "", next ?? "", limit ?? 50, ct));
            })
            .Produces<Page<VisitView>>().WithName("ListVisits");
        territory.MapGet("/messages", async (string t, int? count, IGrainFactory grains) =>
            Results.Ok(await grains.GetGrain<IDeskGrain>(t).MessagesAsync(count ?? 100))).Produces<IReadOnlyList<MessageView>>().WithName("ListMessages");
    }

    private static void MapSteps(IEndpointRouteBuilder territory)
    {
        territory.MapPost("/alarms/steps", (string t, TakeAlarmStep step, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IDeskGrain>(t).TakeStepAsync(step, http.Command(clock)))).Produces<CommandResult>().WithName("TakeAlarmStep");
        territory.MapPost("/calls/outcomes", (string t, RecordCallOutcome outcome, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IDeskGrain>(t).RecordOutcomeAsync(outcome, http.Command(clock)))).Produces<CommandResult>().WithName("RecordCallOutcome");
        territory.MapPost("/messages", (string t, WriteToTechnician message, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IDeskGrain>(t).WriteAsync(message, http.Command(clock)))).Produces<CommandResult>().WithName("WriteToTechnician");
    }

    private static LocalDate? Date(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
