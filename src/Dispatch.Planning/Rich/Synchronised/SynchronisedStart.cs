namespace Dispatch.Planning.Rich.Synchronised;

/// <summary>A first plan: visits by the end of their windows, each by whoever starts it soonest, the shorter drive deciding between equals.</summary>
internal static class SynchronisedStart
{
    public static SynchronisedPlan Of(SynchronisedDay day)
    {
        var order = Enumerable.Range(0, day.Visits.Length).OrderBy(v => day.Visits[v].Due).ThenBy(v => day.Visits[v].Ready).ToArray();
        var who = new int[2 * day.Visits.Length];
        Array.Fill(who, -1);
        var (place, time) = (new int[day.Skills.Length], new double[day.Skills.Length]);
        foreach (var v in order)
        {
            var visit = day.Visits[v];
            // The service that fewest can do chooses first, and leaves one for the other.
            var one = visit.Services.Count == 2 && day.Able(2 * v + 1).Length < day.Able(2 * v).Length ? 1 : 0;
            for (var k = 0; k < visit.Services.Count; k++)
            {
                var task = 2 * v + (k == 0 ? one : 1 - one);
                var other = visit.Services.Count == 2 ? 2 * v + (k == 0 ? 1 - one : one) : -1;
                who[task] = day.Able(task)
                    .Where(t => other < 0 || (k == 0 ? day.Able(other).Any(another => another != t) : who[other] != t))
                    .MinBy(t => (Math.Max(visit.Ready, time[t] + day[place[t], v + 1]), day[place[t], v + 1]));
            }

            var start = Enumerable.Range(2 * v, visit.Services.Count).Max(task => Math.Max(visit.Ready, time[who[task]] + day[place[who[task]], v + 1]));
            for (var i = 0; i < visit.Services.Count; i++)
                (place[who[2 * v + i]], time[who[2 * v + i]]) = (v + 1, start + i * visit.LeastGap + visit.Services[i].Duration);
        }

        return new SynchronisedPlan(day, order, who);
    }
}
