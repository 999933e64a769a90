using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Visits;

/// <summary>Asks for the places of a visit that would be requested.</summary>
public sealed record OptionsRequest(RequestVisit Request);

/// <summary>The best places, as <see cref="InsertionOptions"/> has them, and the visit that they are for.</summary>
public sealed record OptionsAnswer(long PlanVersion, IReadOnlyList<InsertionOption> Options, IReadOnlyList<Reason> WhyNot, VisitDetails Details);

/// <summary>Requests a visit, at a place that was shown.</summary>
public sealed record VisitBooking(RequestVisit Request, InsertionOption? Option, long? PlanVersion);

/// <summary>The visit that was made, and what became of its place.</summary>
public sealed record VisitBooked(VisitId Visit, CommandResult Result);

/// <summary>How many intervals to offer.</summary>
public sealed record IntervalsRequest(int Count);

/// <summary>Asks for intervals for a visit that would be requested; over so many days, beginning today, or over the territory's.</summary>
public sealed record OfferRequest(RequestVisit Request, int Count, int? Days);

/// <summary>Asks for other intervals for a visit that there is.</summary>
public sealed record OffersRequest(int Count, int? Days);

/// <summary>Visits: taking calls in, booking, changing, calling off.</summary>
internal static class VisitEndpoints
{
    public static void MapVisits(this IEndpointRouteBuilder endpoints)
    {
        // Who asks about one half of a visit for two asks about the visit.
        var desk = endpoints.MapGroup("").AddEndpointFilter((call, next) =>
        {
            if (call.HttpContext.GetRouteValue("id") is string id && VisitHalves.WholeOf(new VisitId(id)).Value is var whole && whole != id)
            {
                for (var i = 0; i < call.Arguments.Count; i++)
                    call.Arguments[i] = call.Arguments[i] is string text && text == id ? whole : call.Arguments[i];
            }

            return next(call);
        });
        desk.MapPost("/triage", async (TriageRequest request, IGrainFactory grains) =>
            Requests.OkOrNotFound(await grains.GetGrain<IIntakeGrain>(request.Territory.Value).JudgeAsync(request), "patient"))
            .Produces<TriageView>().WithName("Triage");
        desk.MapPost("/visits/options", OptionsAsync).Produces<OptionsAnswer>().WithName("ProposeOptions");
        desk.MapPost("/visits/offers", OfferAsync).Produces<OffersAnswer>().WithName("OfferVisit");
        desk.MapPost("/visits/{id}/offers", OfferKnownAsync).Produces<OffersAnswer>().WithName("OfferKnownVisit");
        desk.MapGet("/visits/{id}/reasons", ReasonsAsync).Produces<VisitReasonsView>().WithName("GetVisitReasons");
        desk.MapPost("/visits", BookAsync).Produces<VisitBooked>(201).WithName("BookVisit");
        desk.MapGet("/visits/{id}", ViewAsync).Produces<VisitDetailsView>().WithName("GetVisit");
        desk.MapPatch("/visits/{id}", (string id, EditVisit command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IVisitGrain>(id).EditAsync(command, http.Command(clock)))).Produces<CommandResult>().WithName("EditVisit");
        desk.MapPost("/visits/{id}/reschedule", (string id, RescheduleVisit command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IVisitGrain>(id).RescheduleAsync(command, http.Command(clock)))).Produces<CommandResult>().WithName("RescheduleVisit");
        desk.MapPost("/visits/{id}/cancel", (string id, CancelVisit command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            Requests.AnswerAsync(() => grains.GetGrain<IVisitGrain>(id).CancelAsync(command, http.Command(clock)))).Produces<CommandResult>().WithName("CancelVisit");
        desk.MapPost("/visits/{id}/intervals", IntervalsAsync).Produces<IReadOnlyList<OfferedInterval>>().WithName("OfferIntervals");
    }

    private static async Task<IResult> OptionsAsync(OptionsRequest body, IGrainFactory grains, DomainClock clock)
    {
        var draft = await grains.GetGrain<IIntakeGrain>(body.Request.Territory.Value).DraftAsync(body.Request, clock.Now);
        if (draft.Details is not { } details)
            return Requests.Problem(draft.Refusal!);
        if (details.Date is not { } date)
            return Results.Ok(new OptionsAnswer(0, [], [], details));
        var plan = grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date));
        var found = await plan.ProposeInsertionsAsync(details);
        return Results.Ok(new OptionsAnswer(found.PlanVersion, found.Options, found.WhyNot, details));
    }

    // The visit first, durably; then its place, for the immediate answer. If this process ends between the two, the outbox does it.
    private static async Task<IResult> BookAsync(VisitBooking body, HttpContext http, IGrainFactory grains, DomainClock clock)
    {
        var context = http.Command(clock);
        var id = new VisitId(context.Id.Value);
        var visit = grains.GetGrain<IVisitGrain>(id.Value);
        var requested = await Requests.SendAsync(() => visit.RequestAsync(body.Request, context));
        if (!requested.IsAccepted)
            return requested.ToHttp();
        var result = requested;
        if (await visit.DetailsAsync() is { Date: { } date } details)
        {
            var plan = grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date));
            result = await Requests.SendAsync(() => plan.InsertAsync(new InsertVisit(id, details, body.Option, body.PlanVersion), context));
        }

        return Results.Created($"/api/visits/{id.Value}", new VisitBooked(id, result));
    }

    private static async Task<IResult> ViewAsync(string id, IGrainFactory grains)
    {
        if (!Requests.IsId(id) || await grains.GetGrain<IVisitGrain>(id).ViewAsync() is not { } view)
            return Requests.NotFound("visit");
        var visit = new VisitId(id);
        if (view.Date is { } date && await grains.GetGrain<IVisitGrain>(id).DetailsAsync() is { } details
            && await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date)).VisitAsync(visit) is { } planned)
            return Results.Ok(planned);
        return Results.Ok(new VisitDetailsView(view, [], new Dictionary<string, long>(), await grains.GetGrain<IVisitGrain>(id).HistoryAsync()));
    }

    private static async Task<IResult> IntervalsAsync(string id, IntervalsRequest body, IGrainFactory grains)
    {
        if (await grains.GetGrain<IVisitGrain>(id).DetailsAsync() is not { Date: { } date } details)
            return Requests.NotFound("visit on a day");
        return Results.Ok(await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date)).OfferIntervalsAsync(new VisitId(id), details, body.Count));
    }

    private static async Task<IResult> OfferAsync(OfferRequest body, IGrainFactory grains, DomainClock clock)
    {
        var intake = grains.GetGrain<IIntakeGrain>(body.Request.Territory.Value);
        var draft = await intake.DraftAsync(body.Request, clock.Now);
        return draft.Details is { } details
            ? Results.Ok(await intake.OffersAsync(null, details, body.Count, body.Days))
            : Requests.Problem(draft.Refusal!);
    }

    private static async Task<IResult> OfferKnownAsync(string id, OffersRequest body, IGrainFactory grains)
    {
        if (!Requests.IsId(id) || await grains.GetGrain<IVisitGrain>(id).DetailsAsync() is not { } details)
            return Requests.NotFound("visit");
        return Results.Ok(await grains.GetGrain<IIntakeGrain>(details.Territory.Value).OffersAsync(new VisitId(id), details, body.Count, body.Days));
    }

    private static async Task<IResult> ReasonsAsync(string id, IGrainFactory grains)
    {
        if (!Requests.IsId(id) || await grains.GetGrain<IVisitGrain>(id).DetailsAsync() is not { Date: { } date } details)
            return Requests.NotFound("visit on a day");
        return Requests.OkOrNotFound(await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date)).ReasonsAsync(new VisitId(id)), "visit on this day");
    }
}
