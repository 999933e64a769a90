using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Urgency;
using Dispatch.Planning;
using Dispatch.Planning.Offers;

namespace Dispatch.Grains.Visits;

/// <summary>Chooses among the intervals of several days what a caller is offered.</summary>
internal static class OfferSpread
{
    private static readonly Reason Nobody = new("no-interval", "Nobody can have it on these days within the hard rules; look at its reasons, or offer later days.");

    /// <summary>The best of all days, spread over them.</summary>
    public static OffersAnswer Choose(IReadOnlyList<IReadOnlyList<VisitOffer>> days, UrgencyClass urgency, int count, int promiseMinutes)
    {
        var known = new List<(IntervalOffer Interval, VisitOffer Offer)>();
        for (var day = 0; day < days.Count; day++)
        {
            foreach (var offer in days[day])
            {
                var start = (int)(offer.Interval.Start.ToUnixTimeSeconds() % int.MaxValue);
                var change = new Score { Cost = offer.ExtraCost }.Late((int)urgency, offer.LateMinutes);
                known.Add((new IntervalOffer(day, start, start + promiseMinutes * 60, 0, 0, start, change), offer));
            }
        }

        var chosen = IntervalOffers.Spread([.. known.Select(pair => pair.Interval)], count, new OfferRules { WidthSeconds = promiseMinutes * 60 });
        return chosen.Count == 0
            ? new OffersAnswer([], [Nobody])
            : new OffersAnswer([.. chosen.Select(interval => known.First(pair => ReferenceEquals(pair.Interval, interval)).Offer)], []);
    }
}
