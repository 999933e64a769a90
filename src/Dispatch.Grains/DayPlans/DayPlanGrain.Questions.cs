using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Offers;

namespace Dispatch.Grains.DayPlans;

/// <summary>What people ask of the plan without changing it: intervals for a caller, reasons, costs, and what would be if.</summary>
internal sealed partial class DayPlanGrain
{
    private const int MostOffers = 200;

    /// <inheritdoc />
    public async Task<IReadOnlyList<VisitOffer>> OffersAsync(VisitId? visit, VisitDetails details, int count)
    {
        if (territory is null || State.IsClosed)
            return [];
        var (picture, id) = await WithDraftAsync(visit, details);
        if (!picture.VisitIndex.TryGetValue(id, out var index))
            return [];
        var edit = new RouteEdit(picture);
        edit.TakeOff(id);
        if (picture.State.Visits[id].OtherHalf is { } half)
            edit.TakeOff(half);
        var plan = edit.Plan(picture.Problem);
        var rules = new OfferRules { WidthSeconds = picture.Settings.PromiseMinutes * 60, StepSeconds = PromiseRule.StepMinutes * 60 };
        var offers = new List<VisitOffer>();
        if (plan.Problem.OtherOfTie(index) >= 0)
            return [.. PairOptions.All(picture, plan, id, Math.Clamp(count, 1, MostOffers)).Select((both, i) => Offer(picture, both.Option, both.Choice.Change.Cost, i))];
        foreach (var offer in IntervalOffers.Spread(IntervalOffers.OfDay(plan, index, rules), Math.Clamp(count, 1, MostOffers), rules))
        {
            if (VisitInsertion.At(plan, index, offer.Technician, offer.Position) is not { } choice)
                continue;
            var option = InsertRules.Describe(picture, id, choice, offers.Count);
            offers.Add(Offer(picture, option, choice.Change.Cost, offers.Count));
        }

        return offers;
    }

    private VisitOffer Offer(DayPicture picture, InsertionOption option, long extraCost, int number) => new(
        $"{Date:yyyyMMdd}-{number + 1}", Date, ToldEstimate.Of(picture, option.Technician, option.ArriveAt).Interval(picture),
        option.Technician, option.TechnicianName, extraCost, option.ExtraDriveMinutes, option.LateMinutes, Version, option);

    /// <inheritdoc />
    public async Task<IReadOnlyList<OfferedInterval>> OfferIntervalsAsync(VisitId? visit, VisitDetails details, int count) =>
        [.. (await OffersAsync(visit, details, Math.Clamp(count, 1, 10))).OrderBy(offer => offer.Interval.Start).Select((offer, i) =>
            new OfferedInterval($"{i + 1}", offer.Interval, offer.ExtraDriveMinutes))];

    /// <inheritdoc />
    public async Task<PlanComparison> CompareAsync(WhatIf question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (picture, context, version) = (Picture(), House("what-if"), Version);
        // On the pool: a question must not keep the day's commands waiting.
        return await Task.Run(() => WhatIfRules.Compare(picture, question, PictureOf, context, version));
    }

    /// <inheritdoc />
    public Task<VisitReasonsView?> ReasonsAsync(VisitId visit)
    {
        var picture = Picture();
        if (!picture.State.Visits.TryGetValue(visit, out var state))
            return Task.FromResult<VisitReasonsView?>(null);
        var why = picture.State.HolderOf(visit) is { } holder
            ? state.IsAhead ? DayReasons.WhyHere(picture, visit, holder) : []
            : state.IsAhead ? DayReasons.Unassigned(picture, visit) : [];
        return Task.FromResult<VisitReasonsView?>(PlanReasons.Of(picture, visit, why, Version));
    }

    /// <inheritdoc />
    public Task<RouteCostsView?> RouteCostsAsync(TechnicianId technician)
    {
        var picture = Picture();
        return Task.FromResult(picture.TechnicianIndex.ContainsKey(technician) ? PlanReasons.Route(picture, technician, Version) : null);
    }
}
