using Dispatch.Contracts.Commands;
using Dispatch.Domain.Ids;
using Dispatch.Planning.Reasons;

namespace Dispatch.Grains.DayPlans;

/// <summary>Says in words for what a van has no room.</summary>
internal static class RoomReasons
{
    /// <summary>Why these vans cannot take what a visit brings or takes along.</summary>
    /// <param name="named">The first technicians' names.</param>
    /// <param name="more">How many more there are.</param>
    public static Reason Missing(DayPicture picture, VisitId visit, BlockingRule rule, TechnicianId[] technicians, string named, int more)
    {
        var names = more > 0 ? $"{named} and {more} more" : named;
        var spaces = string.Join(", ", technicians
            .SelectMany(id => Blocking.RoomShort(picture.Plan, picture.TechnicianIndex[id], picture.VisitIndex[visit]))
            .Select(lacking => lacking.Dimension).Distinct().Order().Select(dimension => picture.Names.Of(picture.Spaces[dimension])));
        var values = new Dictionary<string, string> { ["technicians"] = named, ["more"] = $"{more}", ["spaces"] = spaces };
        return rule == BlockingRule.RoomTaken
            ? new Reason("room-taken", $"{names}: no room left on the van for {spaces}, with the visits that are on the route.", values)
            : new Reason("room-missing", $"{names}: no room on the van for {spaces}.", values);
    }

    /// <summary>How much more room would let this technician have it.</summary>
    public static Reason Relax(DayPicture picture, TechnicianId id, string name, Relaxation relaxation)
    {
        var space = picture.Names.Of(picture.Spaces[relaxation.Part]);
        return new Reason(
            "relax-room", $"{name}, with room for {relaxation.Amount} more on the van: {space}.",
            new Dictionary<string, string> { ["technician"] = name, ["count"] = $"{relaxation.Amount}", ["space"] = space, ["van"] = picture.State.Technicians[id].Entry.Van });
    }
}
