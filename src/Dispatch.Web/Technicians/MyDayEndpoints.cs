using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Desk;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Dispatch.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Dispatch.Web.Technicians;

/// <summary>A fact with the id and the time that the phone gave it, since it may come much later.</summary>
public sealed record ReportedFact(CommandId Id, Instant OccurredAt, TechnicianFact Fact);

/// <summary>An answer to a changed route, with id and time.</summary>
public sealed record ReportedAnswer(CommandId Id, Instant OccurredAt, AnswerRouteChange Answer);

/// <summary>Writes to the desk.</summary>
public sealed record MessageToDesk(string Text);

/// <summary>A technician's own day; nobody else's.</summary>
internal static class MyDayEndpoints
{
    private const int MostAtOnce = 200;

    public static void MapMyDay(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/my-day").RequireAuthorization(Protection.Access.Technician);
        mine.MapGet("", async (HttpContext http, IGrainFactory grains) =>
            await PlanAsync(http, grains) is { } found && await found.Plan.TechnicianDayAsync(found.Technician) is { } day ? Results.Ok(day) : Results.NoContent())
            .Produces<TechnicianDayView>().Produces(204).WithName("GetMyDay");
        GuidanceEndpoint.MapGuidance(mine);
        mine.MapGet("/parts", async (HttpContext http, IGrainFactory grains) =>
            http.User.TerritoryOf() is { } territory && await grains.GetGrain<ITerritoryGrain>(territory.Value).ProfileAsync() is { } profile
                ? Results.Ok(profile.Parts) : Requests.NotFound("territory")).Produces<IReadOnlyList<PartKind>>().WithName("ListMyParts");
        mine.MapPost("/facts", FactsAsync).Produces<IReadOnlyList<CommandResult>>().WithName("ReportFacts");
        mine.MapPost("/positions", PositionsAsync).Produces<CommandResult>().WithName("ReportPositions");
        mine.MapPost("/answers", async (ReportedAnswer answer, HttpContext http, IGrainFactory grains) =>
            await PlanAsync(http, grains) is { } found
                ? await Requests.AnswerAsync(() => found.Plan.AnswerRouteChangeAsync(found.Technician, answer.Answer, http.Command(answer.Id, answer.OccurredAt)))
                : Requests.NotFound("day")).Produces<CommandResult>().WithName("AnswerRouteChange");
        mine.MapPost("/messages", async (MessageToDesk message, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            http.User.TechnicianOf() is { } technician && http.User.TerritoryOf() is { } territory
                ? await Requests.AnswerAsync(() => grains.GetGrain<IDeskGrain>(territory.Value).WriteAsync(new WriteToTechnician(technician, message.Text), http.Command(clock)))
                : Requests.NotFound("technician")).Produces<CommandResult>().WithName("WriteToDesk");
    }

    // In the order in which they happened; each is answered, and one that is refused does not stop the others.
    private static async Task<IResult> FactsAsync(IReadOnlyList<ReportedFact> facts, HttpContext http, IGrainFactory grains)
    {
        if (facts.Count > MostAtOnce)
            return Requests.Problem(new Reason("too-many", $"Send at most {MostAtOnce} reports at once."));
        if (await PlanAsync(http, grains) is not { } found)
            return Requests.NotFound("day");
        var results = new List<CommandResult>();
        foreach (var fact in facts)
            results.Add(await Requests.SendAsync(() => found.Plan.ReportAsync(found.Technician, fact.Fact, http.Command(fact.Id, fact.OccurredAt))));
        return Results.Ok(results);
    }

    private static async Task<IResult> PositionsAsync(IReadOnlyList<PositionReport> positions, HttpContext http, IGrainFactory grains)
    {
        if (http.User.TechnicianOf() is not { } technician)
            return Requests.NotFound("technician");
        if (positions.Count > MostAtOnce)
            return Requests.Problem(new Reason("too-many", $"Send at most {MostAtOnce} positions at once."));
        var result = CommandResult.Accepted(0);
        foreach (var position in positions.OrderBy(position => position.FixAt))
            result = await grains.GetGrain<ITechnicianGrain>(technician.Value).ReportPositionAsync(position);
        return result.ToHttp();
    }

    private static async Task<(IDayPlanGrain Plan, TechnicianId Technician)?> PlanAsync(HttpContext http, IGrainFactory grains)
    {
        if (http.User.TechnicianOf() is not { } technician || await grains.GetGrain<ITechnicianGrain>(technician.Value).ProfileAsync() is not { } profile)
            return null;
        var today = await grains.GetGrain<ITerritoryGrain>(profile.Territory.Value).TodayAsync();
        return (grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(profile.Territory, today)), technician);
    }
}
