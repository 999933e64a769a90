using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dispatch.Planning.Search;

/// <summary>Where a visit costs least beside those that are near it.</summary>
internal sealed partial class StrictTours
{
    // So many near visits are compared before any of them is looked at: most are too dear, and a comparison without a branch costs a
    // third of one that the processor guesses wrong (r1_4_4 and rc2_10_4: a seventh less time for the same iterations).
    private const int Together = 32;

    // The nearest first by themselves: what they cost rules out most of the others.
    private const int First = 8;

    public override (int Behind, long Change) Cheapest(int visit, bool isWide, ref Dice dice)
    {
        Prepare(visit);
        if (isWide)
            return Everywhere(visit, ref dice);
        TryBehindNear(visit, ref dice);
        TryBeforeNear(visit, ref dice);
        TryEmpties(visit, ref dice);
        // Where a near place is too dear a far one is as well.
        return best < 0 && !IsAnyTooDear(day.Near.Before(visit)) ? Everywhere(visit, ref dice) : (best, least);
    }

    private void TryBehindNear(int visit, ref Dice dice)
    {
        var nears = day.Near.Before(visit);
        for (var (from, to) = (0, Math.Min(First, nears.Length)); from < nears.Length; (from, to) = (to, Math.Min(to + Together, nears.Length)))
        {
            var part = nears[from..to];
            for (var which = MayBeLess(part, driveOut); which != 0; which &= which - 1)
            {
                var near = part[BitOperations.TrailingZeroCount(which)];
                ref var node = ref Node(near.Visit);
                if (node.Route < 0)
                    continue;
                // Another may have become the least meanwhile.
                if (!MayBeLess(near.Drive, node.DriveNext))
                    continue;

                seen[near.Visit] = stamp;
                Try(ref node, near.Visit, near.Drive, visit, ref dice);
            }
        }
    }

    private void TryBeforeNear(int visit, ref Dice dice)
    {
        var nears = day.Near.After(visit);
        for (var from = 0; from < nears.Length; from += Together)
        {
            var part = nears[from..Math.Min(from + Together, nears.Length)];
            for (var which = MayBeLess(part, driveIn); which != 0; which &= which - 1)
            {
                var near = part[BitOperations.TrailingZeroCount(which)];
                ref var node = ref Node(near.Visit);
                if (node.Route < 0)
                    continue;
                ref var before = ref Node(node.Previous);
                if (MayBeLess(near.Drive, before.DriveNext) && seen[node.Previous] != stamp)
                    Try(ref before, node.Previous, day.DriveTo(facts.Place, stops[node.Previous].Place), visit, ref dice);
            }
        }
    }

    // Whether a detour with this drive on one side may cost less than the least known. The drive on the other side is no less than
    // nothing, and where both ways take as long no shorter than the difference of the two, roads having no shortcuts through a visit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayBeLess(int drive, int without) => sureDetour == 0 || ((long)drive - without) * sureDetour < least;

    // Of some near visits those by way of which a detour may cost less, a bit each. Those on no route never do.
    private uint MayBeLess(ReadOnlySpan<NearVisit> nears, int[] without)
    {
        if (sureDetour == 0)
            return uint.MaxValue >> (Together - nears.Length);
        var most = MostDetour();
        var which = 0u;
        ref var drives = ref MemoryMarshal.GetArrayDataReference(without);
        for (var i = 0; i < nears.Length; i++)
            which |= (nears[i].Drive - Unsafe.Add(ref drives, nears[i].Visit) <= most ? 1u : 0u) << i;
        return which;
    }

    // Whole seconds of detour that still cost less, rounded down for costs below nothing as well.
    private int MostDetour() => (int)Math.Clamp((least - 1 - (least > 0 ? 0 : sureDetour - 1)) / sureDetour, -FlatDay.Never, FlatDay.Never);

    // Whether a visit on a route is too far off for a detour by way of it; asked where none was found, so that the least is still the bound.
    private bool IsAnyTooDear(ReadOnlySpan<NearVisit> nears)
    {
        foreach (var near in nears)
        {
            if (driveOut[near.Visit] is not OnNone and var drive && !MayBeLess(near.Drive, drive))
                return true;
        }

        return false;
    }
}
