using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Desk;

/// <summary>Plans the visits of a territory that wait for a day, and takes what was found. Visits come onto the list as every visit is asked for, with days and no date.</summary>
internal static class BacklogEndpoints
{
    public static void MapBacklog(IEndpointRouteBuilder backlog)
    {
        backlog.MapGet("", (string t, IGrainFactory grains) => Requests.IsId(t)
            ? ViewAsync(grains.GetGrain<IBacklogGrain>(t))
            : Task.FromResult(Requests.NotFound("territory"))).Produces<BacklogPlanView>().WithName("GetBacklogPlan");
        Map<PlanBacklog>(backlog, "/plan", "PlanBacklog", (list, command, context) => list.PlanAsync(command, context));
        Map<TakeBacklogProposal>(backlog, "/take", "TakeBacklogProposal", (list, command, context) => list.TakeAsync(command, context));
        Map<UndoBacklogBooking>(backlog, "/undo", "UndoBacklogBooking", (list, command, context) => list.UndoAsync(command, context));
        backlog.MapDelete("/proposals/{id}", (string t, string id, HttpContext http, IGrainFactory grains, DomainClock clock) =>
        {
            var context = http.Command(clock);
            return Requests.IsId(t) && Requests.IsId(id)
                ? Requests.AnswerAsync(() => grains.GetGrain<IBacklogGrain>(t).DismissAsync(new ProposalId(id), context))
                : Task.FromResult(Requests.NotFound("proposal"));
        }).Produces<CommandResult>().WithName("DismissBacklogProposal");
    }

    private static async Task<IResult> ViewAsync(IBacklogGrain list) => Results.Ok(await list.ViewAsync());

    private static void Map<TCommand>(IEndpointRouteBuilder backlog, string path, string name, Func<IBacklogGrain, TCommand, CommandContext, Task<CommandResult>> send) =>
        backlog.MapPost(path, (string t, TCommand command, HttpContext http, IGrainFactory grains, DomainClock clock) =>
        {
            var context = http.Command(clock);
            return Requests.IsId(t)
                ? Requests.AnswerAsync(() => send(grains.GetGrain<IBacklogGrain>(t), command, context))
                : Task.FromResult(Requests.NotFound("territory"));
        }).Produces<CommandResult>().WithName(name);
}
