using Dispatch.Domain.Ids;
using Dispatch.Domain.Promises;
using Dispatch.Grains.LearnedTimes;
using Dispatch.Planning.Intervals;
using NodaTime;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// An estimate as a patient was told it, until somebody is there and it is known how much later that was. What comes in during the
/// day, what takes longer and what is moved is all in it; so the interval made of what was learned holds as often as it says.
/// </summary>
/// <param name="From">When the route goes on that leads there: when it was told, or when the working day begins.</param>
/// <param name="Arrival">When somebody was thought to be there.</param>
/// <param name="IsAhead">Whether it was told before the working day began.</param>
internal sealed record ToldEstimate(Instant From, Instant Arrival, bool IsAhead)
{
    /// <summary>Of a visit that a technician has, or is to have.</summary>
    public static ToldEstimate Of(DayPicture picture, TechnicianId technician, Instant arrival)
    {
        var begins = picture.State.Technicians[technician].WorksFrom ?? picture.Now;
        var isAhead = begins > picture.Now;
        return new ToldEstimate(isAhead ? begins : picture.Now, arrival, isAhead);
    }

    private int LeadSeconds => (int)Math.Clamp((Arrival - From).TotalSeconds, 0, 86_400);

    /// <summary>The interval that holds in as many cases as the territory wants of its intervals; only who comes after it breaks it.</summary>
    public ArrivalInterval Interval(DayPicture picture)
    {
        var settings = picture.Settings;
        var share = settings.Planning.IntervalPercent / 100.0;
        Instant At(double below) => From + Duration.FromSeconds(picture.Learned.Told(IsAhead, LeadSeconds, below));
        return PromiseRule.Holding(Arrival, At(1 - share), At(share), settings.PromiseMinutes, settings.PromiseMinutes + settings.Planning.PromiseExtraMinutes, picture.Now);
    }

    /// <summary>What an arrival teaches of it.</summary>
    public TimeObserved Observed(Instant arrived) =>
        new(ObservedTimes.ToldGroups(IsAhead, LeadSeconds), ObservedTimes.ToldFactor(LeadSeconds, (int)Math.Clamp((arrived - From).TotalSeconds, -86_400, 86_400)));
}
