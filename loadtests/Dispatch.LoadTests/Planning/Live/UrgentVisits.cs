namespace Dispatch.LoadTests.Planning.Live;

/// <summary>Makes urgent visits like those of a day's events: at a place near one of its visits, any time from 8:00 to 15:00, to be begun within two hours.</summary>
internal static class UrgentVisits
{
    /// <summary>The same ones for the same seed.</summary>
    public static IReadOnlyList<UrgentVisit> Make(LiveDay day, int count, int seed)
    {
        var random = new Random(seed);
        var models = day.Events.Select(happened => happened.Visit).OfType<UrgentVisit>().ToList();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var near = day.Xy[random.Next(day.Xy.Length)];
            var model = models[random.Next(models.Count)];
            var at = 8 * 3600 + random.Next(7 * 3600);
            return new UrgentVisit(
                near[0] + 2 * random.NextDouble() - 1, near[1] + 2 * random.NextDouble() - 1, model.DurationSeconds, at, at + 7200, model.Skill, model.Level, model.Priority);
        })];
    }
}
