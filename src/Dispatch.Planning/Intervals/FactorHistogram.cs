namespace Dispatch.Planning.Intervals;

/// <summary>How long things took against what was planned: a histogram over the ratio, on a logarithmic scale.</summary>
/// <remarks>
/// 96 bins from a quarter to four times the plan, about 2.9 % each; what lies beyond counts in the outermost. Small, addable, and
/// enough to sample from and to read quantiles of.
/// </remarks>
public sealed class FactorHistogram
{
    /// <summary>How many bins there are.</summary>
    public const int BinCount = 96;

    private const int Steps = 256;

    private static readonly double Widest = Math.Log(4);
    private readonly double[] counts;
    private readonly double[] until = new double[BinCount];
    private float[]? steps;

    /// <param name="counts">One number a bin, none negative; kept, not copied.</param>
    /// <exception cref="ArgumentException">There are not <see cref="BinCount"/> of them.</exception>
    public FactorHistogram(double[] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Length != BinCount)
            throw new ArgumentException($"A histogram has {BinCount} bins, not {counts.Length}.", nameof(counts));
        this.counts = counts;
        for (var bin = 0; bin < BinCount; bin++)
            until[bin] = Total += counts[bin];
    }

    /// <summary>How many observations it holds.</summary>
    public double Total { get; }

    /// <summary>The bin of a ratio; any positive number.</summary>
    public static int BinOf(double factor) =>
        Math.Clamp((int)((Math.Log(Math.Max(factor, 1e-9)) + Widest) / (2 * Widest) * BinCount), 0, BinCount - 1);

    /// <summary>A ratio within a bin: 0 its lower, 1 its upper end.</summary>
    public static double Factor(int bin, double within) => Math.Exp(-Widest + 2 * Widest * (bin + within) / BinCount);

    /// <summary>Observations that lie log-normally round a median, in all so many.</summary>
    /// <param name="spread">Standard deviation of the ratio's logarithm.</param>
    public static FactorHistogram LogNormal(double median, double spread, double total)
    {
        var counts = new double[BinCount];
        var sum = 0.0;
        for (var bin = 0; bin < BinCount; bin++)
        {
            var z = (Math.Log(Factor(bin, 0.5)) - Math.Log(median)) / spread;
            sum += counts[bin] = Math.Exp(-z * z / 2);
        }

        for (var bin = 0; bin < BinCount; bin++)
            counts[bin] *= total / sum;
        return new FactorHistogram(counts);
    }

    /// <summary>The distribution of this group, drawn towards its parent's: so many of the parent's observations are counted in.</summary>
    /// <remarks>Shrinkage as in empirical Bayes (Efron and Morris 1973): a group of one tells little, one of hundreds speaks for itself.</remarks>
    public FactorHistogram DrawnTo(FactorHistogram parent, double weight)
    {
        ArgumentNullException.ThrowIfNull(parent);
        var mixed = new double[BinCount];
        for (var bin = 0; bin < BinCount; bin++)
            mixed[bin] = counts[bin] + (parent.Total == 0 ? 0 : parent.counts[bin] / parent.Total * weight);
        return new FactorHistogram(mixed);
    }

    /// <summary>The ratio below which a share lies; 0 to 1.</summary>
    public double Quantile(double share)
    {
        if (Total == 0)
            return 1;
        var wanted = Math.Clamp(share, 0, 1) * Total;
        var bin = Array.BinarySearch(until, wanted);
        bin = Math.Min(bin < 0 ? ~bin : bin, BinCount - 1);
        // Empty bins end where the one before them does.
        while (bin > 0 && (until[bin - 1] >= wanted || counts[bin] == 0))
            bin--;
        return Factor(bin, counts[bin] == 0 ? 0.5 : Math.Clamp(1 - (until[bin] - wanted) / counts[bin], 0, 1));
    }

    /// <summary>The same for drawing: linear between 256 shares, which is well within a bin but at the far ends.</summary>
    public double Draw(double share)
    {
        var table = steps ??= [.. Enumerable.Range(0, Steps + 1).Select(step => (float)Quantile((double)step / Steps))];
        var at = share * Steps;
        var step = Math.Clamp((int)at, 0, Steps - 1);
        return table[step] + (at - step) * (table[step + 1] - table[step]);
    }

    /// <summary>The counts, by bin.</summary>
    public IReadOnlyList<double> Counts => counts;
}
