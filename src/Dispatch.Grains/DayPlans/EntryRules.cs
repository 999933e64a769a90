using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Grains.Journaling;
using Dispatch.Planning;
using Dispatch.Planning.Repair;

namespace Dispatch.Grains.DayPlans;

using Decided = Decision<DayPlanEvent>;

/// <summary>A technician's entry in the books has changed: what that technician may no longer have goes to others.</summary>
internal static class EntryRules
{
    /// <summary>Hands on what a technician may no longer have, and what the van no longer carries.</summary>
    public static Decided HandOn(DayPicture picture, TechnicianId technician, CommandContext context)
    {
        if (picture.State.Technicians[technician].Duty is DutyState.Out)
            return Decided.Nothing;
        var lost = Lost(picture, technician).Where(visit => !picture.State.Proposals.Values.Any(proposal => proposal.Moves.Any(move => move.Visit == visit))).ToList();
        if (lost.Count == 0)
            return Decided.Nothing;
        var name = DayReasons.Name(picture, technician);
        var why = new Reason(
            "may-no-longer", $"By the books {name} may no longer have {lost.Count} visits.",
            new Dictionary<string, string> { ["technician"] = name, ["count"] = $"{lost.Count}" });
        return Decided.Happened(HandOver.Of(picture, lost, why, context));
    }

    private static List<VisitId> Lost(DayPicture picture, TechnicianId technician)
    {
        var (t, times) = (picture.TechnicianIndex[technician], new RouteTimes());
        var route = picture.Plan.Routes[t];
        int[] mayHave = [.. route.Where(visit => DayReasons.OfHolder(picture, picture.VisitIds[visit], technician) is null)];
        times.Compute(picture.Problem, t, mayHave, picture.Plan.Holds);
        // The van has too little for all that is left.
        var tooMany = mayHave.Length == 0 || times.IsPossible ? [] : PlanRepair.Run(picture.Problem, picture.Plan.Routes, DayLimits.Of(picture.Settings)).Taken.Intersect(mayHave);
        return [.. route.Except(mayHave).Union(tooMany).Select(visit => picture.VisitIds[visit])];
    }
}
