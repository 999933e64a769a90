namespace Dispatch.Planning.Rich.Errands;

/// <summary>A day of errands as a <see cref="Problem"/>, where it has only what that can say: the search of days is then the faster one.</summary>
internal static class ErrandProblem
{
    private const int Classes = 5;
    private const long MostPairs = 5_000_000;

    /// <summary>The problem, whose visits are the errands and whose technicians are the vehicles; none where it cannot say all of the day.</summary>
    /// <remarks>
    /// What is left out counts by its price, or, where prices are beyond all driving, by classes of them in order; the best by prices is
    /// found from there.
    /// </remarks>
    public static Problem? Of(ErrandDay day)
    {
        if (!Covers(day))
            return null;
        var table = day.Tables[0];
        var seconds = new int[table.Seconds.Length];
        for (var i = 0; i < seconds.Length; i++)
            seconds[i] = table.Seconds[i] >= ErrandVehicle.Never ? TravelMatrix.NoRoad : table.Seconds[i];
        var isPaidByTime = ReferenceEquals(table.Costs, table.Seconds);
        var travel = new TravelMatrix(seconds, day.PlaceCount, isPaidByTime ? null : table.Costs);
        var weights = isPaidByTime ? PlanWeights.DrivingAlone : PlanWeights.DrivingAlone with { DriveSecond = 0, Distance = 1 };
        var dear = day.Errands.Select(errand => errand.SkipCost).Distinct().OrderDescending().ToList();
        var areClasses = dear[^1] > 20L * Typical(day);
        var visits = day.Errands.Select(errand => new PlanVisit
        {
            Place = errand.Place,
            DurationSeconds = errand.Service,
            Windows = [.. errand.Windows.Select(window => new PlanWindow(window.Start, window.End, true))],
            IsWindowStrict = true,
            Brings = errand.Brings,
            Takes = errand.Takes,
            SkipCost = areClasses ? PlanVisit.NoPrice : errand.SkipCost,
            Urgency = areClasses ? dear.IndexOf(errand.SkipCost) * Math.Min(Classes, dear.Count) / dear.Count : Classes - 1,
        });
        return new Problem([.. day.Vehicles.Select((vehicle, v) => Technician(day, vehicle, v))], [.. visits], travel, weights);
    }

    private static bool Covers(ErrandDay day) =>
        day.Errands.Length > 0 && day.Vehicles.Length > 0 && day.Tables.Length == 1 && (long)day.Errands.Length * day.Vehicles.Length <= MostPairs
        && day.Errands.All(errand => errand is { Setup: 0, PickedUpAt: -1, SkipCost: > 0, ServiceByType.Count: 0, SetupByType.Count: 0 } && !errand.Windows.Any(window => window.Start < 0))
        && day.Vehicles.All(vehicle => vehicle is { Start: >= 0, End: >= 0, Earliest: >= 0, TaskHourCost: 0, MostErrands: int.MaxValue, MostDriving: int.MaxValue, MostMetres: int.MaxValue, FixedCost: >= 0 and < 1 << 30 }
            && vehicle.Breaks.Count <= 1 && vehicle.Breaks.All(pause => pause.Windows.Count <= 1 && pause.MostLoad.Count == 0 && !pause.Windows.Any(window => window.Start < 0)));

    // What a way costs on average.
    private static long Typical(ErrandDay day)
    {
        var (sum, count) = (0L, 1L);
        for (var e = 0; e < day.Errands.Length; e++)
        {
            var other = day.Places[(e * 7 + 1) % day.Errands.Length];
            sum += Math.Min(day.Tables[0].Costs[day.Places[e] * day.PlaceCount + other], ErrandVehicle.Never >> 8);
            count++;
        }

        return Math.Max(1, sum / count);
    }

    private static PlanTechnician Technician(ErrandDay day, ErrandVehicle vehicle, int number)
    {
        var allowed = Enumerable.Range(0, day.Errands.Length).Where(errand => day.May(errand, number)).ToHashSet();
        return new PlanTechnician
        {
            StartPlace = vehicle.Start,
            EndPlace = vehicle.End,
            AvailableFrom = vehicle.Earliest,
            ShiftEnd = vehicle.Latest,
            IsShiftStrict = true,
            FixedCost = (int)vehicle.FixedCost,
            Capacity = [.. Enumerable.Range(0, day.Dimensions).Select(d => d < vehicle.Capacity.Count ? vehicle.Capacity[d] : 0)],
            AllowedVisits = allowed.Count == day.Errands.Length ? null : allowed,
            Break = vehicle.Breaks is not [var pause] ? null : new PlanBreak(
                pause.Windows is [var window] ? window.Start : 0, pause.Windows is [var same] ? same.End : ErrandVehicle.Never, pause.Seconds)
            { IsStrict = true, MayInterruptDrive = true },
        };
    }
}
