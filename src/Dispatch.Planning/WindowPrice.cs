namespace Dispatch.Planning;

/// <summary>What it costs to begin outside of a visit's windows: convex in how far outside.</summary>
/// <remarks>
/// The price of one more second rises evenly with the seconds before it, so that one visit two hours late is dearer than two that are
/// one hour late each. Beyond eleven days it rises no further.
/// </remarks>
internal static class WindowPrice
{
    // A window that was agreed as fixed counts so many times.
    private const int Hard = 10;
    private const long LongestRise = 1 << 20;
    private const long TenthHoursTwice = 2 * 10 * 3600;

    /// <summary>The price.</summary>
    /// <param name="outside">Seconds to the nearest window; 0 within one.</param>
    public static long Of(PlanWeights weights, int outside, bool isHard)
    {
        var price = (long)outside * weights.Window;
        if (weights.WindowRiseTenths != 0)
            price += Math.Min(outside, LongestRise) * Math.Min(outside, LongestRise) * weights.WindowRiseTenths / TenthHoursTwice;
        return isHard ? price * Hard : price;
    }
}
