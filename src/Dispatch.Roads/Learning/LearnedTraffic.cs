using Dispatch.Roads.Network;

namespace Dispatch.Roads.Learning;

/// <summary>How streets of which something was learned go in one part of the day.</summary>
/// <param name="Version">Names what was learned; empty while that is nothing.</param>
/// <param name="Known">Of how many streets enough is known in that part, each direction counted.</param>
/// <param name="Slower">Those of them that are slower than the map says, the slowest first.</param>
public sealed record LearnedTraffic(string Version, int Known, IReadOnlyList<SlowerStreet> Slower)
{
    internal static LearnedTraffic Of(RoadNetwork network, LearnedFactors? learned, int part, double least, int fewestDrives)
    {
        if (learned?.ByPart[part] is not { } factors)
            return new LearnedTraffic(learned?.Version ?? "", 0, []);
        (int Directed, int Drives)[] known = [.. learned.DrivenByPart[part].Where(street => street.Drives >= fewestDrives)];
        return new LearnedTraffic(learned.Version, known.Length,
        [
            .. known.Where(street => factors[street.Directed] >= least).OrderByDescending(street => factors[street.Directed]).ThenBy(street => street.Directed)
                .Select(street => StreetOf(network, street.Directed, factors[street.Directed], street.Drives)),
        ]);
    }

    private static SlowerStreet StreetOf(RoadNetwork network, int directed, float factor, int drives)
    {
        var (segment, isBack) = (directed >> 1, (directed & 1) != 0);
        var points = Enumerable.Range(network.FirstPoint[segment], network.FirstPoint[segment + 1] - network.FirstPoint[segment])
            .Select(point => MapPoint.FromE7(network.PointLatitudesE7[point], network.PointLongitudesE7[point]));
        var side = !network.MayDrive(directed ^ 1) ? StreetSide.Middle
            : (network.SegmentKinds[segment] & SegmentKind.LeftHand) != 0 ? StreetSide.Left : StreetSide.Right;
        return new SlowerStreet([.. isBack ? points.Reverse() : points], network.Names[network.SegmentNames[segment]], factor, drives, side);
    }
}

/// <summary>A street, from junction to junction and in one direction, that takes longer than the map says.</summary>
/// <param name="Line">In the direction of driving.</param>
/// <param name="Name">Its name, or else its number; empty where it has neither.</param>
/// <param name="Factor">How many times as long as on the prepared map, as plans reckon with it.</param>
/// <param name="Drives">From how many drives that was learned, as far as they are kept.</param>
/// <param name="Side">Where one drives.</param>
public sealed record SlowerStreet(IReadOnlyList<MapPoint> Line, string Name, double Factor, int Drives, StreetSide Side);

/// <summary>The side of a street on which one drives.</summary>
public enum StreetSide
{
    /// <summary>All of it: one way only.</summary>
    Middle,

    /// <summary>Left of its middle.</summary>
    Left,

    /// <summary>Right of its middle.</summary>
    Right,
}
