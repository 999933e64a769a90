using NodaTime;

namespace Dispatch.Domain.Promises;

/// <summary>How promises are made from an estimate, and what leaving one means.</summary>
public static class PromiseRule
{
    /// <summary>Ends and starts of told intervals lie on these minutes, since nobody says 14:07.</summary>
    public const int StepMinutes = 5;

    /// <summary>An interval of <paramref name="widthMinutes"/> round an estimated arrival: a third before it, the rest after, for lateness is likelier than earliness.</summary>
    /// <param name="notBefore">The interval does not begin before it: nobody is told what lies in the past.</param>
    public static ArrivalInterval Around(Instant estimate, int widthMinutes, Instant notBefore)
    {
        var start = RoundDown(Instant.Max(estimate - Duration.FromMinutes(widthMinutes / 3), notBefore));
        return new ArrivalInterval(start, start + Duration.FromMinutes(widthMinutes));
    }

    /// <summary>An interval that likely holds: it ends when somebody is there in most cases, and begins no later than estimated, for who comes earlier waits at the door.</summary>
    /// <param name="early">Before it somebody is there in few cases.</param>
    /// <param name="late">After it somebody is there in few cases.</param>
    /// <param name="leastMinutes">As wide at least.</param>
    /// <param name="mostMinutes">And no wider; what does not fit is cut off where the interval begins, and only then where it ends.</param>
    /// <param name="notBefore">The interval does not begin before it: nobody is told what lies in the past.</param>
    public static ArrivalInterval Holding(Instant estimate, Instant early, Instant late, int leastMinutes, int mostMinutes, Instant notBefore)
    {
        var (least, most) = (Duration.FromMinutes(leastMinutes), Duration.FromMinutes(mostMinutes));
        var end = RoundUp(Instant.Max(late, estimate));
        var start = Instant.Max(RoundDown(Instant.Min(estimate, Instant.Max(early, RoundUp(end - most)))), notBefore);
        return new ArrivalInterval(start, Instant.Min(Instant.Max(end, start + least), start + most));
    }

    /// <summary>How far an arrival lies outside a promise; zero inside, ends included.</summary>
    public static Duration Outside(Promise promise, Instant arrival)
    {
        ArgumentNullException.ThrowIfNull(promise);
        if (arrival > promise.End)
            return arrival - promise.End;
        return arrival < promise.Start ? promise.Start - arrival : Duration.Zero;
    }

    /// <summary>Whether an arrival after its promise was told is late enough to be a broken promise; early arrivals can wait at the door.</summary>
    public static bool IsBroken(Promise promise, Instant arrival)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return arrival > promise.End;
    }

    private static Instant RoundUp(Instant instant) => RoundDown(instant + Duration.FromSeconds(StepMinutes * 60 - 1));

    private static Instant RoundDown(Instant instant)
    {
        var step = StepMinutes * 60L;
        var seconds = instant.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - ((seconds % step + step) % step));
    }
}
