using Dispatch.Roads.Import;

namespace Dispatch.Roads.Network;

/// <summary>A turn restriction as the map tells it: members by their OpenStreetMap ids, which the extract need not hold.</summary>
/// <param name="IsOnly">Whether it names the only way on (<c>only_*</c>) rather than a forbidden one (<c>no_*</c>).</param>
/// <param name="From">Ways that one comes from; several with <c>no_entry</c>.</param>
/// <param name="ViaNode">The node in between, or null when there are ways in between.</param>
/// <param name="ViaWays">The ways in between, in order.</param>
/// <param name="To">Ways that one goes to; several with <c>no_exit</c>.</param>
/// <remarks>
/// Source: OSM wiki, "Relation:restriction" (members, <c>except</c>, <c>restriction:motorcar</c>). Restrictions for some hours of the
/// week (<c>restriction:conditional</c>) are not held against anyone.
/// </remarks>
internal sealed record Restriction(bool IsOnly, long[] From, long? ViaNode, long[] ViaWays, long[] To)
{
    /// <summary>When it holds.</summary>
    public WeekTimes When { get; init; } = WeekTimes.Always;

    /// <summary>Reads the relation; null when it is none that concerns cars, or when it lacks a member it cannot do without.</summary>
    public static Restriction? Read(in OsmRelation relation)
    {
        var type = relation.Tags["type"];
        if (type is null || !type.StartsWith("restriction", StringComparison.Ordinal) || ExceptsCars(relation.Tags["except"]))
            return null;

        var kind = relation.Tags["restriction:motorcar"] ?? relation.Tags["restriction:motor_vehicle"] ?? relation.Tags["restriction"];
        var isOnly = kind?.StartsWith("only_", StringComparison.Ordinal) ?? false;
        if (kind is null || !(isOnly || kind.StartsWith("no_", StringComparison.Ordinal)))
            return null;

        var (from, via, to) = (new List<long>(), new List<long>(), new List<long>());
        long? viaNode = null;
        for (var i = 0; i < relation.MemberCount; i++)
        {
            var member = relation.Member(i);
            switch (member.Role, member.Kind)
            {
                case ("from", OsmKind.Way):
                    from.Add(member.Id);
                    break;
                case ("via", OsmKind.Node):
                    viaNode = member.Id;
                    break;
                case ("via", OsmKind.Way):
                    via.Add(member.Id);
                    break;
                case ("to", OsmKind.Way):
                    to.Add(member.Id);
                    break;
            }
        }

        var hasOneVia = viaNode is null ? via.Count > 0 : via.Count == 0;
        return from.Count > 0 && to.Count > 0 && hasOneVia ? new Restriction(isOnly, [.. from], viaNode, [.. via], [.. to]) : null;
    }

    private static bool ExceptsCars(string? except) =>
        except is not null
        && except.Split(';', StringSplitOptions.TrimEntries).Any(who => who is "motorcar" or "motor_vehicle" or "vehicle");
}
