using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Dispatch.Web.Hubs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Dispatch.Web.Days;

/// <summary>What a dispatcher does to a day's plan.</summary>
internal static class DayEndpoints
{
    public static void MapDays(this IEndpointRouteBuilder desk)
    {
        var day = desk.MapGroup("/days/{territory}/{date}");
        Map<MoveVisits>(day, "moves", "MoveVisits", (plan, command, context, version) =>
            plan.MoveAsync(command with { ExpectedVersion = command.ExpectedVersion ?? version }, context));
        Map<PinVisit>(day, "pins", "PinVisit", (plan, command, context, _) => plan.PinAsync(command, context));
        Map<MarkTechnicianOut>(day, "out", "MarkTechnicianOut", (plan, command, context, _) => plan.MarkOutAsync(command, context));
        Map<MarkTechnicianBack>(day, "back", "MarkTechnicianBack", (plan, command, context, _) => plan.MarkBackAsync(command, context));
        Map<UndoChange>(day, "undo", "UndoChange", (plan, command, context, _) => plan.UndoAsync(command, context));
        Map<RedoChange>(day, "redo", "RedoChange", (plan, command, context, _) => plan.RedoAsync(command, context));
        Map<AnswerProposal>(day, "proposals", "AnswerProposal", (plan, command, context, _) => plan.AnswerProposalAsync(command, context));
        Map<ReportPartMissing>(day, "part-missing", "ReportPartMissing", (plan, command, context, _) => plan.ReportPartMissingAsync(command, context));
        day.MapPost("/what-if", (string territory, string date, WhatIf question, IGrainFactory grains) =>
            WithPlanAsync(territory, date, grains, async plan => Results.Ok(await plan.CompareAsync(question)))).Produces<PlanComparison>().WithName("CompareWhatIf");
        day.MapGet("/routes/{technician}/costs", (string territory, string date, string technician, IGrainFactory grains) =>
            WithPlanAsync(territory, date, grains, async plan => Requests.IsId(technician)
                ? Requests.OkOrNotFound(await plan.RouteCostsAsync(new TechnicianId(technician)), "technician on this day")
                : Requests.NotFound("technician on this day"))).Produces<RouteCostsView>().WithName("GetRouteCosts");
        day.MapPost("/publish", (string territory, string date, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            WithPlanAsync(territory, date, grains, plan => Requests.AnswerAsync(() => plan.PublishAsync(http.Command(clock))))).Produces<CommandResult>().WithName("PublishDay");
        day.MapGet("/feed", async (string territory, string date, long? after, FeedFanOut feeds, CancellationToken ct) =>
            Requests.IsId(territory) && LocalDatePattern.Iso.Parse(date) is { Success: true } parsed
                ? Results.Ok(await feeds.ReadAsync(FeedName.Day(new TerritoryId(territory), parsed.Value), after ?? -1, ct))
                : Requests.NotFound("day")).Produces<BoardMessage>().WithName("GetDayFeed");
        day.MapGet("/changes", (string territory, string date, int? count, IGrainFactory grains) =>
            WithPlanAsync(territory, date, grains, async plan => Results.Ok(await plan.ChangesAsync(count ?? 50)))).Produces<IReadOnlyList<ChangeNote>>().WithName("GetChanges");
    }

    private static void Map<TCommand>(
        IEndpointRouteBuilder day, string path, string name, Func<IDayPlanGrain, TCommand, CommandContext, long?, Task<CommandResult>> send) =>
        day.MapPost("/" + path, (string territory, string date, TCommand command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
            WithPlanAsync(territory, date, grains, plan =>
            {
                var context = http.Command(clock);
                return Requests.AnswerAsync(() => send(plan, command, context, http.PlanVersion()));
            })).Produces<CommandResult>().WithName(name);

    private static Task<IResult> WithPlanAsync(string territory, string date, IGrainFactory grains, Func<IDayPlanGrain, Task<IResult>> then)
    {
        var day = LocalDatePattern.Iso.Parse(date);
        return Requests.IsId(territory) && day.Success
            ? then(grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(new TerritoryId(territory), day.Value)))
            : Task.FromResult(Requests.NotFound("day"));
    }
}
