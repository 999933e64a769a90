using Dispatch.Grains.Backlog;
using Dispatch.Grains.Journaling;

namespace Dispatch.Grains.DayPlans;

/// <summary>The day for whoever plans over several days.</summary>
internal sealed partial class DayPlanGrain : IDayOutlookSource
{
    /// <inheritdoc />
    public Task<DayOutlook> OutlookAsync() => Task.FromResult(new DayOutlook(Date, EventCatalogue.Write(Day)));
}
