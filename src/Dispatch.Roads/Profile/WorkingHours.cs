using Dispatch.Roads.Network;

namespace Dispatch.Roads.Profile;

/// <summary>The hours in which technicians drive, Monday to Friday 07:00 to 19:00: they decide where one value must stand for the week.</summary>
internal static class WorkingHours
{
    private const int StepMinutes = 15;

    /// <summary>Whether the times cover more than half of them.</summary>
    public static bool AreMostly(WeekTimes times)
    {
        var (covered, all) = (0, 0);
        for (var day = 0; day < 5; day++)
        {
            for (var minute = 7 * 60; minute < 19 * 60; minute += StepMinutes)
            {
                all++;
                covered += times.Holds(day * 24 * 60 + minute) ? 1 : 0;
            }
        }

        return 2 * covered > all;
    }
}
