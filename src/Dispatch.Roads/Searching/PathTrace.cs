using Dispatch.Roads.Network;

namespace Dispatch.Roads.Searching;

/// <summary>Remembers for every state which one led there, and gives back the drive to one of them.</summary>
internal readonly struct PathTrace(RoadNetwork network) : ITrace
{
    private readonly int[] before = new int[network.StateCount]; // what an earlier search left is never reached by a later one

    public void Follow(int next, int state) => before[next] = state;

    /// <summary>The states of the drive to <paramref name="last"/>, in order, from the one in whose midst it begins.</summary>
    public List<int> DriveTo(int last)
    {
        var drive = new List<int> { last };
        while (before[drive[^1]] is >= 0 and var state)
            drive.Add(state);
        drive.Add(~before[drive[^1]]);
        drive.Reverse();
        return drive;
    }
}
