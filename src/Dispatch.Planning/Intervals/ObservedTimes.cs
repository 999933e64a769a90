namespace Dispatch.Planning.Intervals;

/// <summary>
/// What was learned of how long work, drives and the minutes between them take, against what was planned: by kind of visit, by
/// technician, by time of day. Groups with few observations are drawn towards the larger group round them, and all of them towards
/// a prior, so that there is an interval before there are data.
/// </summary>
/// <remarks>
/// The prior, planning values of the trade until something has been observed: work log-normal round the plan with a spread of 0.25,
/// drives with 0.15, between two visits about two minutes with a spread of 0.5, and arrivals a little later than told (1.05, for more
/// comes in during a day than drops out) with 0.12; each as good as 20 observations.
/// Names of groups are the caller's; this class knows only that the same name is the same group.
/// </remarks>
public sealed class ObservedTimes
{
    /// <summary>Seconds between the end of a visit and setting out, against which the ratio is taken.</summary>
    public const int BetweenSeconds = 120;

    /// <summary>
    /// Seconds that are counted before the moment from which an arrival is estimated, so that the ratio of a visit that is due in ten
    /// minutes means no more than that of one due in five hours.
    /// </summary>
    public const int ToldHeadSeconds = 3600;

    private const double PriorWeight = 20;

    // Of a group within a group it takes more to be believed: the tails of sixty observations lie too close.
    private const double GroupWeight = 60;
    private static readonly FactorHistogram WorkPrior = FactorHistogram.LogNormal(1, 0.25, PriorWeight);
    private static readonly FactorHistogram DrivePrior = FactorHistogram.LogNormal(1, 0.15, PriorWeight);
    private static readonly FactorHistogram BetweenPrior = FactorHistogram.LogNormal(1, 0.5, PriorWeight);
    private static readonly FactorHistogram ToldPrior = FactorHistogram.LogNormal(1.05, 0.12, PriorWeight);

    private readonly Dictionary<string, double[]> groups;
    private readonly Dictionary<string, FactorHistogram> drawn = [];

    /// <param name="groups">Counts by group, as <see cref="Groups"/> gave them; copied. None for the prior alone.</param>
    public ObservedTimes(IReadOnlyDictionary<string, double[]>? groups = null) =>
        this.groups = groups is null ? [] : groups.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());

    /// <summary>Counts by group, <see cref="FactorHistogram.BinCount"/> each.</summary>
    public IReadOnlyDictionary<string, double[]> Groups => groups;

    /// <summary>The groups that an observation of work counts in, the largest first.</summary>
    public static string[] WorkGroups(string type, string technician) => ["work", $"work/{type}", $"work/{type}/{technician}"];

    /// <summary>The groups that an observation of a drive counts in, the largest first.</summary>
    /// <param name="hour">Of the day, 0 to 23, when it began; three hours are one band.</param>
    public static string[] DriveGroups(int hour, string technician) => ["drive", $"drive/{hour / 3}", $"drive/{hour / 3}/{technician}"];

    /// <summary>The groups that an observation of the minutes between counts in, the largest first.</summary>
    public static string[] BetweenGroups(string technician) => ["between", $"between/{technician}"];

    /// <summary>The groups that an observation of an arrival against what was told counts in, the largest first.</summary>
    /// <param name="isAhead">Whether it was told before the technician's day began: much may come in until then.</param>
    /// <param name="leadSeconds">Estimated, from when the route goes on until the arrival.</param>
    public static string[] ToldGroups(bool isAhead, int leadSeconds) => isAhead
        ? ["told", "told/ahead", $"told/ahead/{Lead(leadSeconds)}"]
        : ["told", "told/during", $"told/during/{Lead(leadSeconds)}"];

    /// <summary>The ratio of what it took until somebody was there to what was told, the head included.</summary>
    /// <param name="takenSeconds">From the same moment as <paramref name="leadSeconds"/>; may be negative.</param>
    public static double ToldFactor(int leadSeconds, int takenSeconds) => (double)Math.Max(1, ToldHeadSeconds + takenSeconds) / (ToldHeadSeconds + Math.Max(0, leadSeconds));

    /// <summary>Counts one observation in all its groups.</summary>
    public void Add(IReadOnlyList<string> names, double factor)
    {
        ArgumentNullException.ThrowIfNull(names);
        var bin = FactorHistogram.BinOf(factor);
        foreach (var name in names)
        {
            if (!groups.TryGetValue(name, out var counts))
                groups[name] = counts = new double[FactorHistogram.BinCount];
            counts[bin]++;
        }

        drawn.Clear();
    }

    /// <summary>How long work takes, against the plan.</summary>
    public FactorHistogram Work(string type, string technician) => Of(WorkGroups(type, technician), WorkPrior);

    /// <summary>How long a drive takes that begins in an hour of the day, against the plan.</summary>
    public FactorHistogram Drive(int hour, string technician) => Of(DriveGroups(hour, technician), DrivePrior);

    /// <summary>The time between, against <see cref="BetweenSeconds"/>.</summary>
    public FactorHistogram Between(string technician) => Of(BetweenGroups(technician), BetweenPrior);

    /// <summary>The arrival before which a share lies of those that were told so long ahead; seconds from the moment that the lead counts from.</summary>
    /// <param name="share">0 to 1.</param>
    public int Told(bool isAhead, int leadSeconds, double share) =>
        (int)(Of(ToldGroups(isAhead, leadSeconds), ToldPrior).Quantile(share) * (ToldHeadSeconds + Math.Max(0, leadSeconds))) - ToldHeadSeconds;

    private static int Lead(int seconds) => Math.Clamp(seconds / 3600, 0, 6);

    private FactorHistogram Of(string[] names, FactorHistogram prior)
    {
        if (drawn.TryGetValue(names[^1], out var known))
            return known;
        var parent = prior;
        foreach (var name in names)
        {
            if (groups.TryGetValue(name, out var counts))
                parent = new FactorHistogram(counts).DrawnTo(parent, name == names[0] ? PriorWeight : GroupWeight);
        }

        return drawn[names[^1]] = parent;
    }
}
