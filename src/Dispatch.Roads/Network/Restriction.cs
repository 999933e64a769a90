using Dispatch.Roads.Import;
using Dispatch.Roads.Profile;

namespace Dispatch.Roads.Network;

/// <summary>A turn restriction as the map tells it: members by their OpenStreetMap ids, which the extract need not hold.</summary>
/// <param name="IsOnly">Whether it names the only way on (<c>only_*</c>) rather than a forbidden one (<c>no_*</c>).</param>
/// <param name="From">Ways that one comes from; several with <c>no_entry</c>.</param>
/// <param name="ViaNode">The node in between, or null when there are ways in between.</param>
/// <param name="ViaWays">The ways in between, in order.</param>
/// <param name="To">Ways that one goes to; several with <c>no_exit</c>.</param>
/// <remarks>
/// Source: OSM wiki, "Relation:restriction" (members, <c>except</c>, <c>restriction:motorcar</c>), "Conditional restrictions". A
/// restriction under a condition that is not read (months, weather) is not held against anyone.
/// </remarks>
internal sealed record Restriction(bool IsOnly, long[] From, long? ViaNode, long[] ViaWays, long[] To)
{
    /// <summary>When it holds.</summary>
    public WeekTimes When { get; init; } = WeekTimes.Always;

    /// <summary>Further nodes in between, in order after <see cref="ViaNode"/>; as a rule there are none.</summary>
    public long[] OnwardNodes { get; init; } = [];

    /// <summary>Reads the relation; null when it is none that concerns cars, or when it lacks a member it cannot do without.</summary>
    public static Restriction? Read(in OsmRelation relation, VehicleData vehicle)
    {
        var tags = relation.Tags;
        if (tags["type"] is not ("restriction" or "restriction:motorcar" or "restriction:motor_vehicle") || ExceptsCars(tags["except"]))
            return null;

        var kind = tags["restriction:motorcar"] ?? tags["restriction:motor_vehicle"] ?? tags["restriction"];
        var when = WhenOlder(tags);
        if (kind is null)
        {
            var conditional = tags["restriction:motorcar:conditional"] ?? tags["restriction:motor_vehicle:conditional"] ?? tags["restriction:conditional"];
            if (Conditionals.Read(conditional, vehicle) is not [var first, ..])
                return null;
            (kind, when) = first;
        }

        var isOnly = kind.StartsWith("only_", StringComparison.Ordinal);
        if (!(isOnly || kind.StartsWith("no_", StringComparison.Ordinal)))
            return null;

        var (from, via, to, viaNodes) = (new List<long>(), new List<long>(), new List<long>(), new List<long>());
        for (var i = 0; i < relation.MemberCount; i++)
        {
            var member = relation.Member(i);
            switch (member.Role, member.Kind)
            {
                case ("from", OsmKind.Way):
                    from.Add(member.Id);
                    break;
                case ("via", OsmKind.Node):
                    viaNodes.Add(member.Id);
                    break;
                case ("via", OsmKind.Way):
                    via.Add(member.Id);
                    break;
                case ("to", OsmKind.Way):
                    to.Add(member.Id);
                    break;
            }
        }

        if (from.Count == 0 || to.Count == 0 || viaNodes.Count == 0 == (via.Count == 0))
            return null;

        return new Restriction(isOnly, [.. from], viaNodes.Count > 0 ? viaNodes[0] : null, [.. via], [.. to])
        {
            When = when,
            OnwardNodes = [.. viaNodes.Skip(1)],
        };
    }

    /// <summary>The older form of a condition: <c>day_on</c> to <c>day_off</c>, <c>hour_on</c> to <c>hour_off</c>.</summary>
    private static WeekTimes WhenOlder(in OsmTags tags)
    {
        var days = tags["day_on"] is { } first ? $"{first}-{tags["day_off"] ?? first}" : "";
        var hours = tags["hour_on"] is { } from && tags["hour_off"] is { } to ? $"{from}-{to}" : "";
        return days.Length + hours.Length > 0 && OpeningTimes.Read($"{days} {hours}") is { } when ? when : WeekTimes.Always;
    }

    private static bool ExceptsCars(string? except) =>
        except is not null
        && except.Split(';', StringSplitOptions.TrimEntries).Any(who => who is "motorcar" or "motor_vehicle" or "vehicle");
}
