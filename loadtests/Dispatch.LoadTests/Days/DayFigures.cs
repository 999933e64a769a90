using System.Globalization;

namespace Dispatch.LoadTests.Days;

/// <summary>What a demo day came to, by what was done and not by what was planned.</summary>
/// <param name="DriveHours">Driving of all technicians, the way home included.</param>
/// <param name="KeptFirstPercent">Of the visits that were done and had been told an interval the evening before: arrivals that were no later than its end.</param>
/// <param name="KeptLastPercent">The same against what the patient was told last.</param>
/// <param name="LateMinutes">Minutes past the deadline, by urgency, P0 first.</param>
/// <param name="MovedByPlanner">Promised visits that the planner gave to another technician of its own accord.</param>
/// <param name="OtherTechnician">Visits that were done by another technician than the one who had them the evening before, whatever the cause.</param>
/// <param name="Unassigned">Visits that nobody had at the end.</param>
/// <param name="WidthMinutes">Of the intervals told the evening before, on average.</param>
internal sealed record DayFigures(
    int Seed, bool Improves, double DriveHours, double KeptFirstPercent, double KeptLastPercent, IReadOnlyList<int> LateMinutes,
    int MovedByPlanner, int OtherTechnician, int Unassigned, int Done, double WidthMinutes)
{
    public const string Header = "seed,improves,drive_hours,kept_first_percent,kept_last_percent,late_p0,late_p1,late_p2,late_p3,late_p4,moved_by_planner,other_technician,unassigned,done,width";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Seed},{(Improves ? 1 : 0)},{DriveHours:0.00},{KeptFirstPercent:0.0},{KeptLastPercent:0.0},{string.Join(',', LateMinutes)},{MovedByPlanner},{OtherTechnician},{Unassigned},{Done},{WidthMinutes:0.0}");

    /// <summary>A line as <see cref="ToString"/> wrote it; none of another shape.</summary>
    public static DayFigures? Read(string line)
    {
        var cells = line.Split(',');
        double Number(int at) => double.Parse(cells[at], CultureInfo.InvariantCulture);
        return cells.Length != 15 || !int.TryParse(cells[0], CultureInfo.InvariantCulture, out var seed)
            ? null
            : new DayFigures(seed, cells[1] == "1", Number(2), Number(3), Number(4), [.. Enumerable.Range(5, 5).Select(at => (int)Number(at))],
                (int)Number(10), (int)Number(11), (int)Number(12), (int)Number(13), Number(14));
    }
}
