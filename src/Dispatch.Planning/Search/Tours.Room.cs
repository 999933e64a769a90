using System.Runtime.CompilerServices;

namespace Dispatch.Planning.Search;

/// <summary>What fits into the vans.</summary>
internal abstract partial class Tours
{
    /// <summary>Whether no hard rule keeps a visit that is on no route from this one, times and the van's room apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool MayJoin(int route, int visit) => day.MayDo(route, visit) && (Groups is null || Groups.Allows(route, visit));

    /// <summary>Whether a visit fits into the van besides what the route uses up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool HasRoom(int route, int visit)
    {
        var dimensions = day.Van.Dimensions;
        for (var k = 0; k < dimensions; k++)
        {
            if (day.Van.Needs[visit * dimensions + k] > day.Van.Room[route * dimensions + k] - used[route * dimensions + k])
                return false;
        }

        return true;
    }

    /// <summary>Whether both vans have room when two routes swap their ends.</summary>
    /// <param name="come">The first visit that the one gets.</param>
    /// <param name="go">The first that it gives, or its end.</param>
    protected bool HaveRoomForTails(int come, int go, int one, int other)
    {
        var dimensions = day.Van.Dimensions;
        for (var k = 0; k < dimensions; k++)
        {
            var more = SumFrom(come, k) - SumFrom(go, k);
            if (used[one * dimensions + k] + more > day.Van.Room[one * dimensions + k] || used[other * dimensions + k] - more > day.Van.Room[other * dimensions + k])
                return false;
        }

        return true;
    }

    private int SumFrom(int first, int dimension)
    {
        var sum = 0;
        for (var node = first; node < day.VisitCount; node = nodes[node].Next)
            sum += day.Van.Needs[node * day.Van.Dimensions + dimension];
        return sum;
    }

    /// <summary>Whether what the route uses up is there.</summary>
    protected bool IsWithinRoom(int route)
    {
        for (var k = route * day.Van.Dimensions; k < (route + 1) * day.Van.Dimensions; k++)
        {
            if (used[k] > day.Van.Room[k])
                return false;
        }

        return true;
    }
}
