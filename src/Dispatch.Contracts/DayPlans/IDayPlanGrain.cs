using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using NodaTime;
using NodaTime.Text;
using Orleans;
using Orleans.Concurrency;

namespace Dispatch.Contracts.DayPlans;

/// <summary>The key of a day plan: "territory/yyyy-MM-dd".</summary>
public static class DayPlanKey
{
    /// <summary>The key of one territory's one day.</summary>
    public static string Of(TerritoryId territory, LocalDate date) => $"{territory.Value}/{LocalDatePattern.Iso.Format(date)}";

    /// <summary>The parts of a key that <see cref="Of"/> made.</summary>
    public static (TerritoryId Territory, LocalDate Date) Parse(string key)
    {
        var slash = key.LastIndexOf('/');
        return (new TerritoryId(key[..slash]), LocalDatePattern.Iso.Parse(key[(slash + 1)..]).Value);
    }
}

/// <summary>The only writer of one territory's routes on one service day; key: <see cref="DayPlanKey"/>.</summary>
[Alias("dispatch.day-plan")]
public interface IDayPlanGrain : IGrainWithStringKey
{
    /// <summary>The best places for a visit that is not in the plan yet, with what each would change. Changes nothing.</summary>
    [Alias("options")]
    Task<InsertionOptions> ProposeInsertionsAsync(VisitDetails details);

    /// <summary>The best k arrival intervals for a visit, that in the plan or a new one. Changes nothing.</summary>
    [Alias("offer")]
    Task<IReadOnlyList<OfferedInterval>> OfferIntervalsAsync(VisitId? visit, VisitDetails details, int count);

    /// <summary>All intervals that this day has for a visit: the best of each technician and part of the day, cheapest first, at most <paramref name="count"/>. Changes nothing.</summary>
    /// <param name="count">1 to 200.</param>
    [Alias("day-offers")]
    Task<IReadOnlyList<VisitOffer>> OffersAsync(VisitId? visit, VisitDetails details, int count);

    /// <summary>Two plans side by side: the present one and the one that would be. Changes nothing.</summary>
    [Alias("what-if")]
    Task<PlanComparison> CompareAsync(WhatIf question);

    /// <summary>Why a visit is where it is, by technician; none if it is not on this day.</summary>
    [Alias("reasons"), ReadOnly]
    Task<VisitReasonsView?> ReasonsAsync(VisitId visit);

    /// <summary>What each rule costs on a technician's route; none if not on the day's roster.</summary>
    [Alias("route-costs"), ReadOnly]
    Task<RouteCostsView?> RouteCostsAsync(TechnicianId technician);

    /// <summary>Takes in that a van lacks a part; what it can no longer do finds another technician.</summary>
    [Alias("part-missing")]
    Task<CommandResult> ReportPartMissingAsync(ReportPartMissing command, CommandContext context);

    /// <summary>Takes a visit in, at once and always: what nobody can do stands unassigned with its reason.</summary>
    [Alias("insert")]
    Task<CommandResult> InsertAsync(InsertVisit command, CommandContext context);

    /// <summary>Moves visits by hand.</summary>
    [Alias("move")]
    Task<CommandResult> MoveAsync(MoveVisits command, CommandContext context);

    /// <summary>Pins or unpins.</summary>
    [Alias("pin")]
    Task<CommandResult> PinAsync(PinVisit command, CommandContext context);

    /// <summary>Takes a technician out.</summary>
    [Alias("out")]
    Task<CommandResult> MarkOutAsync(MarkTechnicianOut command, CommandContext context);

    /// <summary>Takes a technician back in.</summary>
    [Alias("back")]
    Task<CommandResult> MarkBackAsync(MarkTechnicianBack command, CommandContext context);

    /// <summary>Takes back one's own change: what is free goes back, what is not is named.</summary>
    [Alias("undo")]
    Task<CommandResult> UndoAsync(UndoChange command, CommandContext context);

    /// <summary>Makes an undone change again.</summary>
    [Alias("redo")]
    Task<CommandResult> RedoAsync(RedoChange command, CommandContext context);

    /// <summary>Answers a proposal.</summary>
    [Alias("proposal")]
    Task<CommandResult> AnswerProposalAsync(AnswerProposal command, CommandContext context);

    /// <summary>Takes a fact from the field; always taken.</summary>
    [Alias("fact")]
    Task<CommandResult> ReportAsync(TechnicianId technician, TechnicianFact fact, CommandContext context);

    /// <summary>Takes several facts in their order, as <see cref="ReportAsync"/> takes each, with one wait until all are durable.</summary>
    [Alias("facts")]
    Task ReportTogetherAsync(IReadOnlyList<TechnicianReport> reports);

    /// <summary>Takes a technician's answer to a changed route.</summary>
    [Alias("answer")]
    Task<CommandResult> AnswerRouteChangeAsync(TechnicianId technician, AnswerRouteChange answer, CommandContext context);

    /// <summary>Sends the first promises of the day, to all who have none.</summary>
    [Alias("publish")]
    Task<CommandResult> PublishAsync(CommandContext context);

    /// <summary>The day as a whole.</summary>
    [Alias("view"), ReadOnly]
    Task<DayView> ViewAsync();

    /// <summary>All routes, technicians in the order of their names.</summary>
    [Alias("routes"), ReadOnly]
    Task<IReadOnlyList<RouteView>> RoutesAsync();

    /// <summary>All visits of the day, assigned or not.</summary>
    [Alias("visits"), ReadOnly]
    Task<IReadOnlyList<VisitView>> VisitsAsync();

    /// <summary>One visit with why it is where it is; none if it is not in this day.</summary>
    [Alias("visit"), ReadOnly]
    Task<VisitDetailsView?> VisitAsync(VisitId visit);

    /// <summary>What one technician's phone shows; none if not on the day's roster.</summary>
    [Alias("technician-day")]
    Task<TechnicianDayView?> TechnicianDayAsync(TechnicianId technician);

    /// <summary>The changes of the day, newest first, at most <paramref name="count"/>.</summary>
    [Alias("changes"), ReadOnly]
    Task<IReadOnlyList<ChangeNote>> ChangesAsync(int count);

    /// <summary>Whether the plan has been read and a visit could be inserted now.</summary>
    [Alias("ready"), AlwaysInterleave]
    Task<bool> IsReadyAsync();
}
