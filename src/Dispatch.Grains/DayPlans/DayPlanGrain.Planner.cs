using System.Diagnostics;
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
    private long fruitlessAt = -1;
    private long searchedAt;
    private TimeSpan searchTook;

    /// <summary>Lets the planner look at the day as it now is; while it is at work, once more afterwards.</summary>
    private void Search()
    {
        if (searching is not null)
        {
            searchAgain = true;
            return;
        }

        // A provider who lets it move nobody's visit wants a published day left alone.
        if (State.PublishedAt is not null && territory?.Settings.Planning.MostVisitsMoved == 0)
            return;
        if (!State.IsOpen || State.IsClosed || Picture() is not { VisitIds.Length: > 1 } picture)
            return;
        searchAgain = false;
        searchedAt = Stopwatch.GetTimestamp();
        searching = new CancellationTokenSource();
        var (cancellation, seed, wakeUp) = (searching.Token, ++searches, planWake!);
        planner.Queue(() =>
        {
            var better = Planner.Improve(WithinChurn(picture), new PlannerOptions { Iterations = Iterations, Seed = seed }, null, cancellation);
            found = (picture, better);
            if (!cancellation.IsCancellationRequested)
                wakeUp.Change(Soon, Timeout.InfiniteTimeSpan);
        });
    }

    // Once the day's churn is spent, promised visits stay with whom they are: the search looks for nothing that could not be taken.
    private static Plan WithinChurn(DayPicture picture)
    {
        if (picture.State.PlannerMoved < picture.Settings.Planning.MostVisitsMoved)
            return picture.Plan;
        var (plan, problem, keepsGroups) = (picture.Plan, picture.Problem, picture.Plan.KeepsGroups);
        var stays = new Problem(
            problem.Technicians,
            [.. problem.Visits.Select((visit, v) => visit.PromiseEnd != PlanVisit.None && visit.PinnedTechnician < 0 && plan.TechnicianOf[v] >= 0 ? visit with { PinnedTechnician = plan.TechnicianOf[v], Group = keepsGroups ? visit.Group : -1 } : visit)],
            problem.Travel, problem.Weights);
        return new Plan(stays, plan.Routes);
    }

    // As time passes the planner looks again, unless it has looked at this very plan before and found nothing. Where a clock runs
    // through hours, that takes no more than a third of its time.
    private void SearchOn()
    {
        if (Version != fruitlessAt && Stopwatch.GetElapsedTime(searchedAt) >= 3 * searchTook)
            Search();
    }

    private async Task TakeFoundAsync(CancellationToken cancellation)
    {
        searching?.Dispose();
        searching = null;
        searchTook = Stopwatch.GetElapsedTime(searchedAt);
        if (found is { } result && State is { IsOpen: true, IsClosed: false })
        {
            found = null;
            var before = Version;
            var context = House("planner");
            await DecideAsync(context, picture =>
            {
                if (PlanRebase.Onto(picture, result.Then, result.Found) is not { } rebased)
                    return Decision<DayPlanEvent>.Nothing;
                var plan = rebased.Plan;
                var edit = new RouteEdit(picture);
                edit.Take(plan);
                return Decision<DayPlanEvent>.Happened(edit.ToEvent(
                    context,
                    ImprovementReason.Of(picture.Plan, plan),
                    isUndoable: false) with
                {
                    Gains = [.. rebased.Gains.Select(gain => new VisitGain(picture.VisitIds[gain.Visit], PlanReasons.Gained(picture, plan, gain.Visit, gain.Gain)))],
                    PromisedMoved = rebased.Moved,
                    PromisesBroken = rebased.Promises,
                });
            });
            fruitlessAt = Version == before && !searchAgain ? Version : -1;
        }

        if (searchAgain)
            Search();
        else
            await PublishViewsAsync([]);
    }
}
