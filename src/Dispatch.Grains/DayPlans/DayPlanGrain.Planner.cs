using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Grains.Journaling;
using Dispatch.Planning;

namespace Dispatch.Grains.DayPlans;

/// <summary>The planner in the background: it searches on a picture, and what it finds is rebased onto the day as it then is.</summary>
internal sealed partial class DayPlanGrain
{
    private const long Iterations = 2_500;
    private CancellationTokenSource? searching;
    private IGrainTimer? planWake;
    private (DayPicture Then, Plan Found)? found;
    private bool searchAgain;
    private ulong searches;

    /// <summary>Lets the planner look at the day as it now is; while it is at work, once more afterwards.</summary>
    private void Search()
    {
        if (searching is not null)
        {
            searchAgain = true;
            return;
        }

        if (!State.IsOpen || State.IsClosed || Picture() is not { VisitIds.Length: > 1 } picture)
            return;
        searchAgain = false;
        searching = new CancellationTokenSource();
        var (cancellation, seed, wakeUp) = (searching.Token, ++searches, planWake!);
        planner.Queue(() =>
        {
            var better = Planner.Improve(picture.Plan, new PlannerOptions { Iterations = Iterations, Seed = seed }, null, cancellation);
            found = (picture, better);
            if (!cancellation.IsCancellationRequested)
                wakeUp.Change(Soon, Timeout.InfiniteTimeSpan);
        });
    }

    private async Task TakeFoundAsync(CancellationToken cancellation)
    {
        searching?.Dispose();
        searching = null;
        if (found is { } result && State is { IsOpen: true, IsClosed: false })
        {
            found = null;
            var context = House("planner");
            await DecideAsync(context, picture =>
            {
                if (PlanRebase.Onto(picture, result.Then, result.Found) is not { } rebased)
                    return Decision<DayPlanEvent>.Nothing;
                var moved = PlanDifference.Between(picture.Plan, rebased).Count(move => move.From != move.To);
                var saved = Math.Max(0, (picture.Plan.Score.Cost - rebased.Score.Cost) / 60);
                var edit = new RouteEdit(picture);
                edit.Take(rebased);
                return Decision<DayPlanEvent>.Happened(edit.ToEvent(
                    context,
                    new Reason("improved", $"The planner moved {moved} visits and saves {saved} min.", new Dictionary<string, string> { ["moved"] = $"{moved}", ["minutes"] = $"{saved}" }),
                    isUndoable: false));
            });
        }

        if (searchAgain)
            Search();
        else
            await PublishViewsAsync([]);
    }
}
