using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Journaling;
using Dispatch.Planning.Insertion;
using Dispatch.Planning.Repair;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>A van lacks a part: a fact, and what can no longer be done from it finds another technician at once.</summary>
internal static class PartRules
{
    private const int MostParts = 10_000;

    /// <summary>Takes it in and repairs the plan.</summary>
    /// <param name="pictureOf">The day of a state, at this moment.</param>
    public static Decided Take(DayPicture picture, ReportPartMissing command, CommandContext context, Func<DayPlanState, DayPicture> pictureOf)
    {
        if (!picture.State.Technicians.ContainsKey(command.Technician))
            return Decided.Refused(CommandResult.NotFound("technician on this day").Refusal!);
        if (Mistake(command) is { } mistake)
            return Decided.Refused(mistake);
        if (Missing(picture, command) is not { } happened)
            return Decided.Nothing;
        var after = pictureOf(picture.State.Evolve(happened));
        var repaired = PlanRepair.Run(after.Problem, after.Plan.Routes, DayLimits.Of(picture.Settings));
        if (repaired.Taken.Count == 0)
            return Decided.Happened(happened);
        var edit = new RouteEdit(after);
        edit.Take(repaired.Plan);
        var (name, part) = (DayReasons.Name(picture, command.Technician), picture.Names.Of(command.Part));
        var why = new Reason(
            "part-ran-out", $"{name} lacks {part}: {repaired.Taken.Count} visits go to others.",
            new Dictionary<string, string> { ["technician"] = name, ["part"] = part, ["count"] = $"{repaired.Taken.Count}" });
        return Decided.Happened([happened, edit.ToEvent(context, why, isUndoable: false)])
            .Remarking(repaired.Left.SelectMany(visit => DayReasons.Unassigned(after, after.VisitIds[visit])));
    }

    /// <summary>What is wrong with a report; none if nothing is.</summary>
    public static Reason? Mistake(ReportPartMissing command) => command switch
    {
        { Left: < 0 or > MostParts } => new Reason("parts-left-out-of-range", "Say how many are left, 0 to 10,000."),
        { Part.Value: null } or { Technician.Value: null } => new Reason("part-unnamed", "Say which technician's van lacks which part."),
        _ => null,
    };

    /// <summary>The fact, against what the books say is left; none if no fewer are left than that.</summary>
    public static PartMissing? Missing(DayPicture picture, ReportPartMissing report)
    {
        var books = picture.LeftOf(report.Technician, report.Part);
        return books > report.Left ? new PartMissing(report.Technician, report.Part, books - report.Left) : null;
    }
}

/// <summary>The limits that a territory sets to an insertion.</summary>
internal static class DayLimits
{
    public static InsertionLimits Of(Contracts.Territories.TerritorySettings settings) =>
        InsertionLimits.Default with { MostMoved = settings.Planning.InsertMostMoved };
}
