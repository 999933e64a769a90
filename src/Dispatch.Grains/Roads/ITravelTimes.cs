using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Places;
using NodaTime;

namespace Dispatch.Grains.Roads;

/// <summary>The seam to the road engine: whole seconds and metres between places, by the map and traffic of a version.</summary>
public interface ITravelTimes
{
    /// <summary>Stands for "no road leads there".</summary>
    const int NoRoad = int.MaxValue;

    /// <summary>Version of map and traffic that answers come from.</summary>
    string Version { get; }

    /// <summary>Takes in what is otherwise on the streets of a territory, in place of what it said before; a version of its own follows.</summary>
    /// <param name="number">The territory's own; what is older than what is known is passed over.</param>
    void Change(TerritoryId territory, long number, IReadOnlyList<ClosureView> closures);

    /// <summary>Whether a place lies on the map.</summary>
    bool Covers(GeoPoint place);

    /// <summary>The place on the nearest road, and how far off it is in metres; none beyond a kilometre.</summary>
    (GeoPoint Position, double DistanceMetres)? Snap(GeoPoint place);

    /// <summary>From which seconds of a day on drives take another time than before, and the part of the day that begins then; one alone, from second 0, where it is the same all day.</summary>
    IReadOnlyList<(int Second, int Part)> PartsOf(IsoDayOfWeek day);

    /// <summary>Drive times between all sources and targets.</summary>
    /// <param name="seconds">Row-major, sources × targets; <see cref="NoRoad"/> where no road leads.</param>
    /// <param name="metres">As <paramref name="seconds"/>, of the quickest way.</param>
    /// <param name="part">The part of the day, see <see cref="PartsOf"/>.</param>
    void Table(IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, int part, Span<int> seconds, Span<int> metres, CancellationToken cancellation);

    /// <summary>The line of the quickest way in a part of the day; empty if no road leads there.</summary>
    IReadOnlyList<GeoPoint> Path(GeoPoint from, GeoPoint to, int part);
}
