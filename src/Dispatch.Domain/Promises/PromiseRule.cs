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

    private static Instant RoundDown(Instant instant)
    {
        var step = StepMinutes * 60L;
        var seconds = instant.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - ((seconds % step + step) % step));
    }
}
