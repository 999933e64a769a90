using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.DayPlans;

/// <summary>What people ask of the plan.</summary>
internal sealed partial class DayPlanGrain
{
    private static readonly NodaTime.Duration NightLasts = NodaTime.Duration.FromHours(12);

    /// <inheritdoc />
    public async Task<InsertionOptions> ProposeInsertionsAsync(VisitDetails details)
    {
        var (picture, visit) = await WithDraftAsync(null, details);
        return InsertRules.Options(picture, visit, Version);
    }

    /// <inheritdoc />
    public async Task<CommandResult> InsertAsync(InsertVisit command, CommandContext context)
    {
        await table.AddAsync([command.Details.Place]);
        var (typeName, patientName) = await NamesAsync(command.Details);
        var result = await DecideAsync(context, picture => BookingRules.Book(
            picture, command, new DayVisitAdded(command.Visit, command.Details, typeName, patientName), context, PictureOf));
        Search();
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> MoveAsync(MoveVisits command, CommandContext context)
    {
        if (command.ExpectedVersion is { } expected && expected != Version && !HasSeen(context))
            return CommandResult.Stale(Version);
        await ReachAsync(command.Visits);
        return await DecideAsync(context, picture => MoveRules.Move(picture, command, context));
    }

    /// <inheritdoc />
    public async Task<CommandResult> PinAsync(PinVisit command, CommandContext context)
    {
        await ReachAsync([command.Visit]);
        return await DecideAsync(context, picture => MoveRules.Pin(picture, command, context));
    }

    /// <inheritdoc />
    public Task<CommandResult> UndoAsync(UndoChange command, CommandContext context) =>
        DecideAsync(context, picture => MoveRules.Undo(picture, command.Change, context, PictureOf));

    /// <inheritdoc />
    public Task<CommandResult> RedoAsync(RedoChange command, CommandContext context) =>
        DecideAsync(context, picture => MoveRules.Redo(picture, command.Change, context));

    /// <inheritdoc />
    public async Task<CommandResult> MarkOutAsync(MarkTechnicianOut command, CommandContext context)
    {
        var result = await DecideAsync(context, picture => OutRules.Out(picture, command, context, PictureOf));
        PlaceWhatIsLeft();
        Search();
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> MarkBackAsync(MarkTechnicianBack command, CommandContext context)
    {
        var result = await DecideAsync(context, picture => picture.State.Technicians.TryGetValue(command.Technician, out var technician)
            ? technician.Duty == Domain.Technicians.DutyState.Out
                ? Decision<DayPlanEvent>.Happened(new TechnicianCameBack(command.Technician))
                : Decision<DayPlanEvent>.Nothing
            : Decision<DayPlanEvent>.Refused(CommandResult.NotFound("technician on this day").Refusal!));
        placing?.Change(Soon, Timeout.InfiniteTimeSpan);
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> ReportPartMissingAsync(ReportPartMissing command, CommandContext context)
    {
        var result = await DecideAsync(context, picture => PartRules.Take(picture, command, context, PictureOf));
        PlaceWhatIsLeft();
        Search();
        return result;
    }

    /// <inheritdoc />
    public Task<CommandResult> AnswerProposalAsync(AnswerProposal command, CommandContext context) =>
        DecideAsync(context, picture => OutRules.Answer(picture, command, context));

    /// <inheritdoc />
    public async Task<CommandResult> ReportAsync(TechnicianId technician, TechnicianFact fact, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(fact);
        // What was under way at midnight is still on the day before, and ends there.
        if (FactRules.VisitOf(fact) is { } visit && !Day.Visits.ContainsKey(visit) && Now < DayStart + NightLasts)
        {
            var yesterday = GrainFactory.GetGrain<IDayPlanGrain>(DayPlanKey.Of(TerritoryId, Date.PlusDays(-1)));
            if (await yesterday.VisitAsync(visit) is not null)
                return await yesterday.ReportAsync(technician, fact, context);
        }

        var result = await DecideAsync(context, picture => FactRules.Take(picture, technician, fact, context));
        if (fact is RunsLate or CannotDoVisit)
            Search();
        return result;
    }

    /// <inheritdoc />
    public async Task ReportTogetherAsync(IReadOnlyList<TechnicianReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (!State.IsOpen || reports.Any(report => FactRules.VisitOf(report.Fact) is { } visit && !State.Visits.ContainsKey(visit)))
        {
            foreach (var report in reports)
                await ReportAsync(report.Technician, report.Fact, report.Context);
            return;
        }

        await ExecuteTogetherAsync([.. reports.Select(report => report.Context)], (state, i) => new Consequences(TerritoryId, Date, PictureOf).Of(
            state, FactRules.Take(PictureOf(state), reports[i].Technician, reports[i].Fact, reports[i].Context), reports[i].Context, followsAlways: false));
        if (reports.Any(report => report.Fact is RunsLate or CannotDoVisit))
            Search();
    }

    /// <inheritdoc />
    public async Task<CommandResult> AnswerRouteChangeAsync(TechnicianId technician, AnswerRouteChange answer, CommandContext context)
    {
        var result = await DecideAsync(context, picture => FactRules.Answer(picture, technician, answer, context));
        if (!answer.IsAccepted)
            placing?.Change(Soon, Timeout.InfiniteTimeSpan);
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> PublishAsync(CommandContext context)
    {
        await PlaceWaitingAsync(CancellationToken.None);
        return await DecideAsync(context, picture => picture.State.PublishedAt is null
            ? Decision<DayPlanEvent>.Happened(new DayPublished(Now))
            : Decision<DayPlanEvent>.Nothing);
    }

    // What has just come in may be moved at once: its drive times are asked for here if the planner has not done so yet.
    private Task ReachAsync(IEnumerable<VisitId> visits) =>
        table.AddAsync([.. visits.Where(Day.Visits.ContainsKey).Select(visit => Day.Visits[visit].Details.Place)]);

    // What there was no time for within the bound of one event has its turn a moment later.
    private void PlaceWhatIsLeft()
    {
        if (Picture().Plan.Unassigned.Length > 0)
            placing?.Change(Soon, Timeout.InfiniteTimeSpan);
    }

    // A picture with the visit in it, also one that is not on this day; nothing of it is kept.
    private async Task<(DayPicture Picture, VisitId Visit)> WithDraftAsync(VisitId? visit, VisitDetails details)
    {
        await table.AddAsync([details.Place]);
        if (visit is { } known && Day.Visits.ContainsKey(known))
            return (Picture(), known);
        var id = visit ?? new VisitId("draft");
        return (PictureOf(Day.Evolve(new DayVisitAdded(id, details, "", ""))), id);
    }

    private async Task<(string TypeName, string PatientName)> NamesAsync(VisitDetails details)
    {
        var type = territory?.VisitTypes.FirstOrDefault(known => known.Id == details.Type);
        var patient = await GrainFactory.GetGrain<Contracts.Patients.IPatientGrain>(details.Patient.Value).ProfileAsync();
        return (type?.Name ?? details.Type.Value, patient?.Name ?? "");
    }
}
