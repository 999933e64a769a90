using System.Globalization;
using System.Text;

namespace Dispatch.Host.Solve;

/// <summary>Seconds, cost and unassigned at each improvement; written when the run is over, since the search waits for nothing.</summary>
internal sealed class SolveTrace(SolveClock clock)
{
    private readonly StringBuilder lines = new("seconds,cost,unassigned\n");
    private readonly Lock gate = new();

    /// <summary>Notes a better plan.</summary>
    public void Better(double cost, int unassigned)
    {
        lock (gate)
            lines.Append(CultureInfo.InvariantCulture, $"{clock.Elapsed:0.000},{cost:0.####},{unassigned}\n");
    }

    /// <summary>The file.</summary>
    public override string ToString() => lines.ToString();
}
