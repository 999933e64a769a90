using Dispatch.Domain.Ids;

namespace Dispatch.Grains.DayPlans;

/// <summary>
/// Visits of a day that one technician does, since they are to the same patient and the provider wants it so. Urgent ones go to
/// whoever is there first, and what dispatchers pinned apart stays apart: of those only the first to be named keeps the group.
/// </summary>
internal static class PatientGroups
{
    /// <summary>By visit of the picture, the number of its group; -1 for none.</summary>
    public static int[] Of(DayPicture picture)
    {
        var groups = new int[picture.VisitIds.Length];
        Array.Fill(groups, -1);
        if (!picture.Settings.Planning.IsOneTechnicianPerPatient)
            return groups;
        var known = new Dictionary<PatientId, (int Group, TechnicianId? Pinned)>();
        // The pinned ones first: whoever has one by hand has the others too.
        foreach (var (visit, index) in picture.VisitIds.Select((id, index) => (picture.State.Visits[id], index)).OrderBy(pair => pair.Item1.PinnedTechnician is null))
        {
            if (visit.IsSecondHalf || InsertRules.IsHigh(visit.Details.Urgency))
                continue;
            if (!known.TryGetValue(visit.Details.Patient, out var group))
                known[visit.Details.Patient] = group = (known.Count, visit.PinnedTechnician);
            if (visit.PinnedTechnician is null || visit.PinnedTechnician == group.Pinned)
                groups[index] = group.Group;
        }

        return groups;
    }

    /// <summary>Whether somebody has another visit of this one's group.</summary>
    public static bool IsWithOthers(DayPicture picture, VisitId visit, TechnicianId holder)
    {
        var index = picture.VisitIndex[visit];
        var group = picture.Problem.Visits[index].Group;
        return group >= 0 && picture.Plan.Routes[picture.TechnicianIndex[holder]].Any(other => other != index && picture.Problem.Visits[other].Group == group);
    }
}
