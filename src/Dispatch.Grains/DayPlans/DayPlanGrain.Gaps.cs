using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Backlog;

namespace Dispatch.Grains.DayPlans;

/// <summary>What is booked onto the day from the waiting list.</summary>
internal sealed partial class DayPlanGrain : IDayGapBook
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<VisitId>> FittingAsync(IReadOnlyList<GapWanted> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (territory is null || State.IsClosed)
            return [];
        await table.AddAsync(wanted.Select(gap => gap.Details.Place));
        return new GapRules(gap => new DayVisitAdded(gap.Visit, gap.Details, "", ""), PictureOf).Fitting(Picture(), wanted, House("waiting-list"));
    }

    /// <inheritdoc />
    public async Task<CommandResult> BookGapsAsync(IReadOnlyList<GapWanted> wanted, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await table.AddAsync(wanted.Select(gap => gap.Details.Place));
        var names = new Dictionary<VisitId, (string Type, string Patient)>();
        foreach (var gap in wanted)
            names[gap.Visit] = await NamesAsync(gap.Details);
        var rules = new GapRules(gap => new DayVisitAdded(gap.Visit, gap.Details, names[gap.Visit].Type, names[gap.Visit].Patient), PictureOf);
        var result = await DecideAsync(context, picture => rules.Book(picture, wanted, context));
        Search();
        return result;
    }

    /// <inheritdoc />
    public async Task<CommandResult> TakeGapsBackAsync(IReadOnlyList<GapWithdrawn> withdrawn, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        var rules = new GapRules(gap => new DayVisitAdded(gap.Visit, gap.Details, "", ""), PictureOf);
        var result = await DecideAsync(context, picture => rules.TakeBack(picture, withdrawn, context));
        Search();
        return result;
    }
}
