using Dispatch.Planning.Rich.Errands;

namespace Dispatch.Host.Solve.Instances;

/// <summary>The windows of a VROOM input; times may be seconds since 1970, and are counted from the first that is named.</summary>
internal sealed class VroomTimes
{
    public VroomTimes(JsonPlace input)
    {
        var first = long.MaxValue;
        foreach (var item in input.ItemsOf("jobs").Concat(input.ItemsOf("shipments").SelectMany(shipment => (JsonPlace[])[shipment["pickup"], shipment["delivery"]])))
            First(item.ItemsOf("time_windows"));
        foreach (var vehicle in input["vehicles"].Items())
        {
            if (vehicle.Has("time_window"))
                First([vehicle["time_window"]]);
            foreach (var pause in vehicle.ItemsOf("breaks"))
                First(pause.ItemsOf("time_windows"));
        }

        From = first == long.MaxValue ? 0 : first;

        void First(JsonPlace[] windows)
        {
            foreach (var window in windows)
                first = Math.Min(first, Ends(window).Start);
        }
    }

    /// <summary>What is taken from all times.</summary>
    public long From { get; }

    /// <summary>One window.</summary>
    public (int Start, int End) Window(JsonPlace window)
    {
        var (start, end) = Ends(window);
        return (Counted(start), Counted(end));
    }

    /// <summary>The windows of a task or a break, ascending.</summary>
    public (int Start, int End)[] Windows(JsonPlace item)
    {
        var windows = item.ItemsOf("time_windows").Select(Window).Order().ToArray();
        for (var i = 1; i < windows.Length; i++)
        {
            if (windows[i].Start <= windows[i - 1].End)
                throw item["time_windows"].Wrong("two windows overlap.");
        }

        return windows;
    }

    /// <summary>A time that a step names; none where it names none.</summary>
    public int? At(JsonPlace step, string name) => step.Has(name) ? Counted((long)step[name].Number(0, 1e11)) : null;

    private int Counted(long time) => (int)Math.Clamp(time - From, -(ErrandVehicle.Never - 1), ErrandVehicle.Never - 1);

    private static (long Start, long End) Ends(JsonPlace window)
    {
        var ends = window.Items();
        if (ends.Length != 2)
            throw window.Wrong("a window is [start, end].");
        var (start, end) = (ends[0].Number(0, 1e11), ends[1].Number(0, 1e11));
        return start <= end ? ((long)start, (long)end) : throw window.Wrong("the window ends before it starts.");
    }
}
