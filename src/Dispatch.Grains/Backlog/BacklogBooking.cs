using Dispatch.Contracts.Backlog;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Visits;
using NodaTime;

namespace Dispatch.Grains.Backlog;

/// <summary>What became of a visit that was to be booked.</summary>
/// <param name="IsBooked">Whether it now has the day.</param>
/// <param name="Remark">What differs from the proposal, or why it stays; none where it went as proposed.</param>
internal sealed record BookedDay(bool IsBooked, Reason? Remark);

/// <summary>Books a visit from the waiting list onto its day, as an offer is booked: the visit first, durably, then its place.</summary>
internal sealed class BacklogBooking(IGrainFactory grains, TerritoryId territory, DateTimeZone zone)
{
    // A technician who comes at most so much later than proposed still comes as proposed.
    private static readonly Duration AsProposed = Duration.FromMinutes(15);
    private const int MostOffers = 200;

    /// <summary>Books one visit. Sent twice with the same command id, it books once.</summary>
    public async Task<BookedDay> BookAsync(ProposedDay proposed, CommandContext context)
    {
        var visit = grains.GetGrain<IVisitGrain>(proposed.Visit.Value);
        var day = grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(territory, proposed.Date));
        if (await visit.ViewAsync() is not { } view || await visit.DetailsAsync() is not { } details)
            return Stays(CommandResult.NotFound("visit").Refusal!);
        if (view is { Status: VisitStatus.Scheduled } && view.Date == proposed.Date)
        {
            // It has the day already: what a crash has cut off goes on, and what somebody else did stands.
            await day.InsertAsync(new InsertVisit(proposed.Visit, details, null, null), context);
            return new BookedDay(true, null);
        }

        if (view.Status != VisitStatus.Backlog)
            return Stays(new Reason("backlog-not-waiting", "It does not wait for a day any more."));
        if (new WaitingVisit(proposed.Visit, details, "", "").On(proposed.Date, zone) is not { } wanted)
            return Stays(new Reason("backlog-days-changed", "It may not be done on that day any more; plan the list again."));
        if (Choose(await day.OffersAsync(proposed.Visit, wanted, MostOffers), proposed) is not { } offer)
            return Stays(new Reason("backlog-gap-gone", "The day has filled up since; plan the list again."));
        var rescheduled = await visit.RescheduleAsync(new RescheduleVisit(proposed.Date, wanted.Windows), context);
        if (!rescheduled.IsAccepted)
            return Stays(rescheduled.Refusal!);
        var inserted = await day.InsertAsync(new InsertVisit(proposed.Visit, wanted, offer.Option, offer.PlanVersion), context);
        return new BookedDay(true, inserted.Remarks is [var remark, ..] ? remark : Elsewhere(proposed, offer));
    }

    // The day is as it was, or another gap is found in it: the same technician first, about then; else whoever costs least.
    private static VisitOffer? Choose(IReadOnlyList<VisitOffer> offers, ProposedDay proposed)
    {
        var gaps = offers.Where(offer => offer is { LateMinutes: 0, Option: { OvertimeMinutes: 0, Displaces.Count: 0, Remarks.Count: 0 } } && !offer.Option.Shifts.Any(shift => shift.BreaksPromise)).ToList();
        return gaps.Where(offer => offer.Technician == proposed.Technician).OrderBy(offer => Apart(offer, proposed)).FirstOrDefault(offer => Apart(offer, proposed) <= AsProposed)
            ?? gaps.OrderBy(offer => offer.ExtraCost).FirstOrDefault();
    }

    private static Duration Apart(VisitOffer offer, ProposedDay proposed) =>
        offer.Option.ArriveAt > proposed.ArriveAt ? offer.Option.ArriveAt - proposed.ArriveAt : proposed.ArriveAt - offer.Option.ArriveAt;

    private static Reason? Elsewhere(ProposedDay proposed, VisitOffer offer) => offer.Technician == proposed.Technician && Apart(offer, proposed) <= AsProposed
        ? null
        : new Reason(
            "backlog-booked-otherwise", $"The day has moved on: {offer.TechnicianName} has it now.",
            new Dictionary<string, string> { ["technician"] = offer.TechnicianName, ["arrival"] = offer.Option.ArriveAt.ToString() });

    private static BookedDay Stays(Reason why) => new(false, why);
}
