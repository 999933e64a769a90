using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>What became of a visit that was to be booked.</summary>
/// <param name="Proposed">What was proposed for it.</param>
/// <param name="Change">By which its day has it; none where it stays on the list.</param>
/// <param name="Remark">What differs from the proposal, or why it stays; none where it went as proposed.</param>
internal sealed record BookedDay(ProposedDay Proposed, CommandId? Change, Reason? Remark);

/// <summary>Books visits from the waiting list onto their days: the visits first, durably, then all of a day together in their places.</summary>
internal sealed class BacklogBooking(IGrainFactory grains, TerritoryId territory, DateTimeZone zone)
{
    /// <summary>Books what is taken of a proposal. Sent twice with the same command id, it books once.</summary>
    public async Task<IReadOnlyList<BookedDay>> BookAsync(BacklogProposal proposal, Func<VisitId, bool> isTaken, CommandContext context)
    {
        var became = new List<BookedDay>();
        var wanted = proposal.Visits.Select((proposed, i) => (Proposed: proposed, Change: Own(context, $"{i}").Id)).Where(one => isTaken(one.Proposed.Visit)).ToList();
        foreach (var day in wanted.GroupBy(one => one.Proposed.Date))
            became.AddRange(await DayAsync(proposal, day.Key, [.. day.OrderBy(one => one.Proposed.Technician.Value, StringComparer.Ordinal).ThenBy(one => one.Proposed.RouteExtraDriveMinutes).ThenBy(one => one.Proposed.ArriveAt)], context));
        return became;
    }

    /// <summary>Takes bookings back, each that still can be; gives what stays, and why.</summary>
    public async Task<IReadOnlyList<Reason>> TakeBackAsync(IReadOnlyList<BookedWaiting> booked, CommandContext context)
    {
        var remarks = new List<Reason>();
        foreach (var day in booked.GroupBy(visit => visit.Date))
        {
            var answer = await Day(day.Key).TakeGapsBackAsync([.. day.Select(visit => new GapWithdrawn(visit.Visit, visit.Change))], Own(context, Iso(day.Key)));
            remarks.AddRange(answer.Refusal is { } refusal ? day.Select(visit => refusal.About(visit.Visit)) : answer.Remarks);
        }

        return remarks;
    }

    private async Task<IReadOnlyList<BookedDay>> DayAsync(BacklogProposal proposal, LocalDate date, IReadOnlyList<(ProposedDay Proposed, CommandId Change)> wanted, CommandContext context)
    {
        var became = new Dictionary<VisitId, BookedDay>();
        var looked = await Task.WhenAll(wanted.Select(async one => (one.Proposed, one.Change, Found: await LookAsync(one.Proposed))));
        foreach (var (proposed, _, found) in looked)
        {
            if (found.Why is { } why)
                became[proposed.Visit] = new BookedDay(proposed, null, why);
        }

        var taken = wanted.Select(one => one.Proposed.Visit).ToHashSet();
        GapWanted[] gaps = [.. looked.Where(one => one.Found.Details is not null).Select(one => new GapWanted(
            one.Proposed.Visit, one.Found.Details!, one.Change, one.Proposed.Technician, After(proposal, one.Proposed.Date, one.Proposed.After, taken), one.Proposed.RouteExtraDriveMinutes)
        {
            Second = one.Proposed.Second is { } second ? second with { After = After(proposal, one.Proposed.Date, second.After, taken) } : null,
        })];
        var has = looked.Where(one => one.Found.HasTheDay).Select(one => one.Proposed.Visit).ToHashSet();
        var fitting = (await Day(date).FittingAsync(gaps)).ToHashSet();
        var rescheduled = await Task.WhenAll(gaps.Where(gap => !has.Contains(gap.Visit)).Select(async gap => (gap.Visit, Why: fitting.Contains(gap.Visit)
            ? (await grains.GetGrain<IVisitGrain>(gap.Visit.Value).RescheduleAsync(new RescheduleVisit(date, gap.Details.Windows), context with { Id = gap.Change })).Refusal
            : new Reason("backlog-gap-gone", "The day has filled up since; plan the list again."))));
        foreach (var (visit, why) in rescheduled)
        {
            if (why is not null)
                became[visit] = new BookedDay(wanted.First(one => one.Proposed.Visit == visit).Proposed, null, why);
        }

        GapWanted[] booked = [.. gaps.Where(gap => !became.ContainsKey(gap.Visit))];
        if (booked.Length > 0)
        {
            var answer = await Day(date).BookGapsAsync(booked, Own(context, Iso(date)));
            var remarks = answer.Remarks.Where(remark => remark.Values.ContainsKey("visit")).ToLookup(remark => remark.Values["visit"]);
            foreach (var gap in booked)
                became[gap.Visit] = new BookedDay(wanted.First(one => one.Proposed.Visit == gap.Visit).Proposed, gap.Change, remarks[gap.Visit.Value].FirstOrDefault());
        }

        return [.. wanted.Select(one => became[one.Proposed.Visit])];
    }

    // The visit as it would be on its day, or why it cannot be. One that has the day already goes on: a crash may have cut its booking off.
    private async Task<(VisitDetails? Details, bool HasTheDay, Reason? Why)> LookAsync(ProposedDay proposed)
    {
        var visit = grains.GetGrain<IVisitGrain>(proposed.Visit.Value);
        if (await visit.ViewAsync() is not { } view || await visit.DetailsAsync() is not { } details)
            return (null, false, CommandResult.NotFound("visit").Refusal);
        if (view is { Status: VisitStatus.Scheduled } && view.Date == proposed.Date)
            return (details, true, null);
        if (view.Status != VisitStatus.Backlog)
            return (null, false, new Reason("backlog-not-waiting", "It does not wait for a day any more."));
        return new WaitingVisit(proposed.Visit, details, "", "").On(proposed.Date, zone) is { } wanted
            ? (wanted, false, null)
            : (null, false, new Reason("backlog-days-changed", "It may not be done on that day any more; plan the list again."));
    }

    // What was to come before it and is not taken is passed over.
    private static VisitId? After(BacklogProposal proposal, LocalDate date, VisitId? after, HashSet<VisitId> taken)
    {
        for (var looked = 0; looked < proposal.Visits.Count; looked++)
        {
            if (after is not { } stop || taken.Contains(VisitHalves.WholeOf(stop)) || proposal.Visits.FirstOrDefault(other => other.Visit == VisitHalves.WholeOf(stop) && other.Date == date) is not { } left)
                break;
            after = VisitHalves.IsSecond(stop) ? left.Second?.After : left.After;
        }

        return after;
    }

    private IDayGapBook Day(LocalDate date) => grains.GetGrain<IDayGapBook>(DayPlanKey.Of(territory, date));

    private static CommandContext Own(CommandContext context, string suffix) => context with { Id = new CommandId($"{context.Id.Value[..Math.Min(63 - suffix.Length, context.Id.Value.Length)]}-{suffix}") };

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
