namespace Dispatch.Planning.Reasons;

/// <summary>The hard rule that keeps a visit from a technician.</summary>
public enum BlockingRule
{
    /// <summary>None does.</summary>
    None,

    /// <summary>A skill or its level is missing, or has expired.</summary>
    SkillMissing,

    /// <summary>The technician is out.</summary>
    TechnicianOut,

    /// <summary>A dispatcher pinned it to someone else.</summary>
    PinnedElsewhere,

    /// <summary>The technician said that it cannot be done.</summary>
    Excluded,

    /// <summary>The technician may have only certain visits, or only those of a certain urgency, and this is none of them.</summary>
    NotAllowed,

    /// <summary>No road leads there, or back.</summary>
    NoRoad,

    /// <summary>The van does not carry the parts, even empty of other visits.</summary>
    PartMissing,

    /// <summary>The van would carry the parts, but for the visits that are on the route.</summary>
    PartUsedUp,

    /// <summary>Other visits of its group are with somebody else, and one technician does them all.</summary>
    GroupElsewhere,

    /// <summary>It is not to be done on the technician's day.</summary>
    OtherDay,

    /// <summary>The van lacks a tool or test instrument, or its calibration has run out.</summary>
    ToolMissing,

    /// <summary>The van has no room for what it brings or takes, even empty of other visits.</summary>
    RoomMissing,

    /// <summary>The van would have the room, but for what the visits of the route bring and take.</summary>
    RoomTaken,
}

/// <summary>Why a technician cannot have a visit.</summary>
public static class Blocking
{
    /// <summary>The first hard rule in the way, whatever else is on the route.</summary>
    public static BlockingRule Of(Problem problem, int technician, int visit)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (who, what) = (problem.Technicians[technician], problem.Visits[visit]);
        if (!HasSkills(who, what))
            return BlockingRule.SkillMissing;
        if (who.IsOut)
            return BlockingRule.TechnicianOut;
        if (what.PinnedTechnician >= 0 && what.PinnedTechnician != technician)
            return BlockingRule.PinnedElsewhere;
        if (what.Excluded.Contains(technician))
            return BlockingRule.Excluded;
        if (!IsOnDay(who, what))
            return BlockingRule.OtherDay;
        if (what.Urgency > who.LowestUrgency)
            return BlockingRule.NotAllowed;
        if (who.AllowedVisits is { } allowed && !allowed.Contains(visit))
            return BlockingRule.NotAllowed;
        if (problem.TravelOf(technician)[who.StartPlace, what.Place] == TravelMatrix.NoRoad || problem.TravelOf(technician)[what.Place, who.EndPlace] == TravelMatrix.NoRoad)
            return BlockingRule.NoRoad;
        // A part that the van lacks, or a tool, can be fetched where routes may have a restock.
        if ((what.Tools & ~who.Tools) != 0 && !problem.HasRestock)
            return BlockingRule.ToolMissing;
        for (var part = 0; part < what.Parts.Count && !problem.HasRestock; part++)
        {
            if (what.Parts[part] > 0 && what.Parts[part] > (part < who.Stock.Count ? who.Stock[part] : 0))
                return BlockingRule.PartMissing;
        }

        if (problem.HasLoads && !VanLoad.HasRoom(problem, who, [visit]))
            return BlockingRule.RoomMissing;
        return BlockingRule.None;
    }

    /// <summary>For each technician what keeps this visit from the route as it now is; a technician who could have it says <see cref="BlockingRule.None"/>.</summary>
    public static BlockingRule[] InPlan(Plan plan, int visit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var rules = new BlockingRule[plan.Problem.Technicians.Length];
        for (var t = 0; t < rules.Length; t++)
        {
            rules[t] = Of(plan.Problem, t, visit);
            if (rules[t] == BlockingRule.None && !Carries(plan, t, visit))
                rules[t] = BlockingRule.PartUsedUp;
            if (rules[t] == BlockingRule.None && RoomShort(plan, t, visit).Count > 0)
                rules[t] = BlockingRule.RoomTaken;
            if (rules[t] == BlockingRule.None && !plan.MayHave(t, visit))
                rules[t] = BlockingRule.GroupElsewhere;
        }

        return rules;
    }

    /// <summary>By dimension of load how much more room the van would need to take a visit beside the others of its route, wherever on it that is least; empty if it has the room.</summary>
    public static IReadOnlyList<(int Dimension, int Amount)> RoomShort(Plan plan, int technician, int visit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (problem, who) = (plan.Problem, plan.Problem.Technicians[technician]);
        if (!problem.HasLoads || who.Capacity.Count == 0)
            return [];
        int[] others = [.. plan.Routes[technician].Where(stop => stop != visit)];
        (IReadOnlyList<(int, int)> Short, int Sum)? least = null;
        for (var position = Math.Min(who.Frozen.Count, others.Length); position <= others.Length; position++)
        {
            int[] route = [.. others[..position], visit, .. others[position..]];
            var lacking = Enumerable.Range(0, who.Capacity.Count).Select(d => (Dimension: d, Amount: VanLoad.Most(problem, route, d) - who.Capacity[d])).Where(d => d.Amount > 0).ToList();
            if (least is not { } known || lacking.Sum(d => d.Amount) < known.Sum)
                least = (lacking, lacking.Sum(d => d.Amount));
        }

        return least!.Value.Short;
    }

    private static bool IsOnDay(PlanTechnician who, PlanVisit what)
    {
        for (var i = 0; i < what.Days.Count; i++)
        {
            if (what.Days[i].Day == who.Day)
                return true;
        }

        return what.Days.Count == 0;
    }

    /// <summary>Whether a technician has all the skills that a visit asks for, and one of each group.</summary>
    internal static bool HasSkills(PlanTechnician who, PlanVisit what)
    {
        if ((what.Skills & ~who.Skills) != 0)
            return false;
        for (var group = 0; group < what.AnySkills.Count; group++)
        {
            if ((what.AnySkills[group] & who.Skills) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether the van carries the visit's parts beside those of the other visits of its route.</summary>
    internal static bool Carries(Plan plan, int technician, int visit)
    {
        var (stock, needed) = (plan.Problem.Technicians[technician].Stock, plan.Problem.Visits[visit].Parts);
        for (var part = 0; part < needed.Count; part++)
        {
            var used = plan.Routes[technician].Sum(stop => stop != visit && plan.Problem.Visits[stop].Parts is { } parts && part < parts.Count ? parts[part] : 0);
            if (needed[part] > 0 && used + needed[part] > (part < stock.Count ? stock[part] : 0))
                return false;
        }

        return true;
    }
}
