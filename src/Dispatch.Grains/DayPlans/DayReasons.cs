using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Technicians;
using Dispatch.Planning;
using Dispatch.Planning.Reasons;

namespace Dispatch.Grains.DayPlans;

/// <summary>Says in words why nobody has a visit, and why somebody has one.</summary>
internal static class DayReasons
{
    /// <summary>Why a visit stands unassigned: one reason a rule, the technicians it stops named.</summary>
    public static IReadOnlyList<Reason> Unassigned(DayPicture picture, VisitId visit)
    {
        if (!picture.VisitIndex.TryGetValue(visit, out var index))
            return [new Reason("being-planned", "It has just come in and is being planned.")];
        var rules = Blocking.InPlan(picture.Plan, index);
        var reasons = new List<Reason>();
        foreach (var group in rules.Select((rule, t) => (Rule: rule, Technician: picture.TechnicianIds[t])).GroupBy(pair => pair.Rule).OrderBy(group => Weight(group.Key)))
        {
            if (group.Key == BlockingRule.None && picture.Problem.OtherOfTie(index) >= 0)
                reasons.Add(new Reason("no-two", "It needs two technicians at once, and no two can have it as things are."));
            else if (group.Key == BlockingRule.None)
                reasons.Add(new Reason("not-placed", "It has been taken off the routes by hand; move it to someone, or let the plan choose."));
            else
                reasons.Add(OfRule(picture, visit, group.Key, [.. group.Select(pair => pair.Technician)]));
        }

        return reasons;
    }

    /// <summary>Why one technician cannot have a visit; none if no hard rule forbids it.</summary>
    public static Reason? Hard(DayPicture picture, VisitId visit, TechnicianId technician)
    {
        var rule = Blocking.Of(picture.Problem, picture.TechnicianIndex[technician], picture.VisitIndex[visit]);
        if (rule is BlockingRule.PinnedElsewhere or BlockingRule.Excluded or BlockingRule.None)
            rule = Blocking.InPlan(picture.Plan, picture.VisitIndex[visit])[picture.TechnicianIndex[technician]];
        return rule is BlockingRule.None or BlockingRule.PinnedElsewhere or BlockingRule.Excluded or BlockingRule.GroupElsewhere ? null : OfRule(picture, visit, rule, [technician]);
    }

    /// <summary>Why who has a visit cannot have it: a hard rule that came after it was given to them; none if there is none.</summary>
    public static Reason? OfHolder(DayPicture picture, VisitId visit, TechnicianId holder)
    {
        if (!picture.VisitIndex.TryGetValue(visit, out var index))
            return null;
        var rule = Blocking.Of(picture.Problem, picture.TechnicianIndex[holder], index);
        return rule is BlockingRule.None or BlockingRule.PinnedElsewhere or BlockingRule.Excluded ? null : OfRule(picture, visit, rule, [holder]);
    }

    /// <summary>Why a visit is where it is: what the next best technician would cost.</summary>
    public static IReadOnlyList<Reason> WhyHere(DayPicture picture, VisitId visit, TechnicianId holder)
    {
        var state = picture.State.Visits[visit];
        if (OfHolder(picture, visit, holder) is { } hard)
            return [hard];
        if (picture.IsOrderKept(holder, visit))
            return [new Reason("order-kept", $"A dispatcher keeps {Name(picture, holder)}'s route in this order.", Values(("technician", Name(picture, holder))))];
        if (state.PinnedTechnician is not null)
            return [new Reason("pinned", $"A dispatcher pinned it to {Name(picture, holder)}.", Values(("technician", Name(picture, holder))))];
        if (!picture.VisitIndex.TryGetValue(visit, out var index))
            return [];
        if (picture.PartnerOf(visit) is { Name.Length: > 0 } partner)
            return [new Reason("together", $"It needs two at once: {partner.Name} has the other half.", Values(("technician", partner.Name)))];
        var without = new Plan(picture.Problem, [.. picture.Plan.Routes.Select(route => route.Where(v => v != index || IsFrozen(picture, index)).ToArray())]);
        if (without.TechnicianOf[index] >= 0)
            return [new Reason("frozen", "It is about to start.")];
        return [.. Comparison(picture, without, index, holder), .. IsPreferred(picture, visit, holder), .. Knows(picture, visit, holder), .. Area(picture, visit, holder), .. HasOthers(picture, visit, holder)];
    }

    private static IReadOnlyList<Reason> HasOthers(DayPicture picture, VisitId visit, TechnicianId holder) => PatientGroups.IsWithOthers(picture, visit, holder)
        ? [new Reason("same-patient", $"{Name(picture, holder)} has the patient's other visits that day too.", Values(("technician", Name(picture, holder))))]
        : [];

    private static IReadOnlyList<Reason> IsPreferred(DayPicture picture, VisitId visit, TechnicianId holder) =>
        picture.State.Visits[visit].Details.Preferred.Contains(holder)
            ? [new Reason("preferred-by-patient", $"The patient would rather have {Name(picture, holder)} come.", Values(("technician", Name(picture, holder))))]
            : [];

    private static IReadOnlyList<Reason> Knows(DayPicture picture, VisitId visit, TechnicianId holder) =>
        picture.State.Visits[visit].Details.KnownTo.Contains(holder)
            ? [new Reason("knows-patient", $"{Name(picture, holder)} knows the patient.", Values(("technician", Name(picture, holder))))]
            : [];

    private static IReadOnlyList<Reason> Area(DayPicture picture, VisitId visit, TechnicianId holder)
    {
        var (entry, name) = (picture.State.Technicians[holder].Entry, Name(picture, holder));
        if (entry.AreaCentre is null)
            return [];
        var kilometres = $"{Math.Ceiling(entry.MetresOutside(picture.State.Visits[visit].Details.Place) / 1000)}";
        return kilometres == "0"
            ? [new Reason("in-home-area", $"It lies in {name}'s home area.", Values(("technician", name)))]
            : [new Reason("outside-home-area", $"It lies up to {kilometres} km outside {name}'s home area.", Values(("technician", name), ("kilometres", kilometres)))];
    }

    // What the next best technician would cost.
    private static IReadOnlyList<Reason> Comparison(DayPicture picture, Plan without, int index, TechnicianId holder)
    {
        var best = Planning.Insertion.VisitInsertion.Best(without, index, 4);
        var here = best.FirstOrDefault(choice => picture.TechnicianIds[choice.Technician] == holder);
        var other = best.FirstOrDefault(choice => picture.TechnicianIds[choice.Technician] != holder);
        if (other is null)
            return [new Reason("only-one", $"Only {Name(picture, holder)} can do it.", Values(("technician", Name(picture, holder))))];
        if (here is null)
            return [];
        var more = (int)Math.Round((other.Change.Cost - here.Change.Cost) / 60.0);
        var who = Name(picture, picture.TechnicianIds[other.Technician]);
        return more >= 0
            ? [new Reason("best-here", $"{who} would cost {more} min more.", Values(("technician", who), ("minutes", $"{more}")))]
            : [new Reason("better-elsewhere", $"{who} would cost {-more} min less; it stays, since people were told or it was moved by hand.", Values(("technician", who), ("minutes", $"{-more}")))];
    }

    /// <summary>A technician's name.</summary>
    public static string Name(DayPicture picture, TechnicianId id) => picture.State.Technicians[id].Entry.Name;

    private static bool IsFrozen(DayPicture picture, int visit) => picture.Problem.Technicians.Any(technician => technician.Frozen.Contains(visit));

    /// <summary>A hard rule in words, with the technicians whom it stops.</summary>
    public static Reason OfRule(DayPicture picture, VisitId visit, BlockingRule rule, TechnicianId[] technicians)
    {
        var details = picture.State.Visits[visit].Details;
        var (named, more) = (string.Join(", ", technicians.Take(3).Select(id => Name(picture, id))), Math.Max(0, technicians.Length - 3));
        var names = more > 0 ? $"{named} and {more} more" : named;
        // Whoever translates says "and so many more" too.
        var values = Values(("technicians", named), ("more", $"{more}"), ("count", $"{technicians.Length}"));
        switch (rule)
        {
            case BlockingRule.SkillMissing or BlockingRule.NotAllowed:
                var skills = string.Join(", ", details.Skills.Select(picture.Names.Of));
                var expired = technicians.Select(id => picture.State.Technicians[id].Entry).SelectMany(entry => entry.ExpiredSkills
                    .Where(skill => details.Skills.Any(need => need.Choices().Any(choice => choice.IsMetBy(skill)))).Select(skill => $"{entry.Name} ({picture.Names.Of(skill.Id)} until {skill.Expires})")).ToList();
                return expired.Count > 0
                    ? new Reason("skill-expired", $"A certificate has run out: {string.Join(", ", expired)}. Others lack {skills}.", Values(("technicians", named), ("more", $"{more}"), ("skills", skills), ("expired", string.Join(", ", expired))))
                    : new Reason("skill-missing", $"{names}: no valid {skills}.", Values(("technicians", named), ("more", $"{more}"), ("skills", skills)));
            case BlockingRule.ToolMissing:
                return InstrumentReasons.Missing(picture, details, technicians, named, more);
            case BlockingRule.RoomMissing or BlockingRule.RoomTaken:
                return RoomReasons.Missing(picture, visit, rule, technicians, named, more);
            case BlockingRule.TechnicianOut:
                var isFree = technicians.All(id => picture.State.Technicians[id] is { Duty: not DutyState.Out, Entry.ShiftStart: null });
                return isFree
                    ? new Reason("not-working", $"{names}: not working that day.", values)
                    : new Reason("technician-out", $"{names}: out or off duty.", values);
            case BlockingRule.PinnedElsewhere:
                return new Reason("pinned-elsewhere", "It is pinned to someone who cannot do it; unpin it.", values);
            case BlockingRule.Excluded:
                return new Reason("declined", $"{names} said that it cannot be done.", values);
            case BlockingRule.GroupElsewhere:
                return new Reason("group-elsewhere", $"{names}: somebody else has the rest of its group, which one technician does.", values);
            case BlockingRule.OtherDay:
                return new Reason("not-for-them", $"{names}: not on that day, or not for so little urgency.", values);
            case BlockingRule.NoRoad:
                return new Reason("no-road", $"No road leads there for {names}.", values);
            default:
                var parts = string.Join(", ", details.Parts.Select(picture.Names.Of));
                return new Reason("part-missing", $"{names}: not on the van ({parts}).", Values(("technicians", named), ("more", $"{more}"), ("parts", parts)));
        }
    }

    private static int Weight(BlockingRule rule) => rule switch
    {
        BlockingRule.None => 0,
        BlockingRule.PartUsedUp or BlockingRule.RoomTaken => 1,
        BlockingRule.PartMissing or BlockingRule.ToolMissing or BlockingRule.RoomMissing => 2,
        BlockingRule.GroupElsewhere or BlockingRule.TechnicianOut => 3,
        BlockingRule.PinnedElsewhere => 4,
        BlockingRule.Excluded => 5,
        BlockingRule.SkillMissing => 6,
        _ => 7,
    };

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in pairs)
            values[name] = value;
        return values;
    }
}
