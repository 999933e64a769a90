using Dispatch.Planning.Rich.Synchronised;

namespace Dispatch.Planning.Tests.Plain;

/// <summary>Checks the times of a plan with shared visits rule by rule, and finds the best plan of a tiny day by trying all.</summary>
internal static class PlainShared
{
    /// <summary>Fails at the first rule that is broken; gives the cost recomputed.</summary>
    public static double Check(SynchronisedPlan plan)
    {
        var day = plan.Day;
        Assert.Equal(Enumerable.Range(0, day.Visits.Length), plan.Order.Order());
        var (travel, lateness) = (0.0, new List<double>());
        for (var t = 0; t < day.Skills.Length; t++)
        {
            var (place, free) = (0, 0.0);
            foreach (var task in Tasks(day).Where(task => plan.TechnicianOf[task] == t).OrderBy(task => plan.Start[task]).ThenBy(task => Array.IndexOf(plan.Order, task / 2)))
            {
                var service = day.Visits[task / 2].Services[task % 2];
                Assert.True((day.Skills[t] >> service.Skill & 1) == 1, $"technician {t} lacks skill {service.Skill}");
                Assert.True(plan.Start[task] >= free + day[place, task / 2 + 1] - 1e-9, $"task {task} starts before its technician is there");
                Assert.True(plan.Start[task] >= day.Visits[task / 2].Ready, $"task {task} starts before its window");
                travel += day[place, task / 2 + 1];
                lateness.Add(Math.Max(0, plan.Start[task] - day.Visits[task / 2].Due));
                (place, free) = (task / 2 + 1, plan.Start[task] + service.Duration);
            }

            travel += day[place, 0];
        }

        for (var v = 0; v < day.Visits.Length; v++)
        {
            if (day.Visits[v].Services.Count < 2)
                continue;
            Assert.NotEqual(plan.TechnicianOf[2 * v], plan.TechnicianOf[2 * v + 1]);
            Assert.InRange(plan.Start[2 * v + 1] - plan.Start[2 * v], day.Visits[v].LeastGap - 1e-9, day.Visits[v].MostGap + 1e-9);
        }

        return travel + lateness.Sum() + lateness.Max();
    }

    /// <summary>The least cost over all orders and all assignments.</summary>
    public static double Best(SynchronisedDay day)
    {
        var best = double.MaxValue;
        var who = new int[2 * day.Visits.Length];
        Array.Fill(who, -1);
        foreach (var order in Orders([.. Enumerable.Range(0, day.Visits.Length)]))
            Assign(0, order);
        return best;

        void Assign(int index, int[] order)
        {
            var tasks = Tasks(day).ToArray();
            if (index == tasks.Length)
            {
                best = Math.Min(best, new SynchronisedPlan(day, order, who).Cost);
                return;
            }

            var task = tasks[index];
            for (var t = 0; t < day.Skills.Length; t++)
            {
                if ((day.Skills[t] >> day.Visits[task / 2].Services[task % 2].Skill & 1) == 0 || (task % 2 == 1 && who[task - 1] == t))
                    continue;
                who[task] = t;
                Assign(index + 1, order);
            }
        }
    }

    private static IEnumerable<int> Tasks(SynchronisedDay day) =>
        Enumerable.Range(0, day.Visits.Length).SelectMany(v => Enumerable.Range(2 * v, day.Visits[v].Services.Count));

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
