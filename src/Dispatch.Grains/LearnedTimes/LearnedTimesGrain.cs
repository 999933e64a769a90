using System.Collections.Immutable;
using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;
using Dispatch.Grains.Outbox;
using Dispatch.Planning.Intervals;

namespace Dispatch.Grains.LearnedTimes;

/// <summary>What was learned of how long things take in a territory; key: the territory's id.</summary>
[Alias("dispatch.learned-times")]
public interface ILearnedTimesGrain : IGrainWithStringKey
{
    /// <summary>Counts by group and bin, as <see cref="ObservedTimes"/> names them.</summary>
    [Alias("groups")]
    Task<IReadOnlyDictionary<string, double[]>> GroupsAsync();
}

/// <summary>One thing that took so long against the plan.</summary>
/// <param name="Groups">The groups that it counts in.</param>
/// <param name="Factor">Seconds taken by seconds planned.</param>
internal sealed record TimeObserved(IReadOnlyList<string> Groups, double Factor);

/// <summary>Tells a territory how long things took.</summary>
[JournalName("tell-times-observed", 1)]
internal sealed record TellTimesObserved(IReadOnlyList<TimeObserved> Times);

/// <summary>Things took so long.</summary>
[JournalName("times-observed", 1)]
internal sealed record TimesObserved(IReadOnlyList<TimeObserved> Times);

/// <summary>Counts by group, then by bin; bins without any are left out.</summary>
internal sealed record LearnedTimesState(ImmutableDictionary<string, ImmutableDictionary<int, int>> Groups);

/// <summary>Folds what technicians report into histograms; they hold no patient and no single visit.</summary>
internal sealed class LearnedTimesGrain(GrainServices services)
    : JournaledGrain<LearnedTimesState, TimesObserved>(services, "learned-times"), ILearnedTimesGrain, ILearnedTimesInbox
{
    /// <inheritdoc />
    protected override LearnedTimesState Initial { get; } = new(ImmutableDictionary<string, ImmutableDictionary<int, int>>.Empty);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, double[]>> GroupsAsync()
    {
        var groups = new Dictionary<string, double[]>();
        foreach (var (name, bins) in State.Groups)
        {
            var counts = groups[name] = new double[FactorHistogram.BinCount];
            foreach (var (bin, count) in bins)
                counts[bin] = count;
        }

        return Task.FromResult<IReadOnlyDictionary<string, double[]>>(groups);
    }

    /// <inheritdoc />
    protected override LearnedTimesState Evolve(LearnedTimesState state, TimesObserved happened)
    {
        var groups = state.Groups;
        foreach (var time in happened.Times)
        {
            var bin = FactorHistogram.BinOf(time.Factor);
            foreach (var name in time.Groups)
            {
                var bins = groups.GetValueOrDefault(name, ImmutableDictionary<int, int>.Empty);
                groups = groups.SetItem(name, bins.SetItem(bin, bins.GetValueOrDefault(bin) + 1));
            }
        }

        return new LearnedTimesState(groups);
    }

    /// <inheritdoc />
    protected override async Task<CommandResult> ReceiveAsync(object payload, CommandContext context) => payload is TellTimesObserved told
        ? await ExecuteAsync(context, _ => Decision<TimesObserved>.Happened(new TimesObserved(told.Times)))
        : await base.ReceiveAsync(payload, context);
}
