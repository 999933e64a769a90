namespace Dispatch.Planning.Tests.Plain;

/// <summary>Tries every assignment in every order. For four visits and two technicians at the most.</summary>
internal static class PlainBruteForce
{
    public static Score Best(Problem problem)
    {
        var best = Plan.Empty(problem).Score;
        Extend(problem, 0, [.. problem.Technicians.Select(_ => new List<int>())], ref best);
        return best;
    }

    private static void Extend(Problem problem, int visit, List<int>[] routes, ref Score best)
    {
        if (visit == problem.Visits.Length)
        {
            if (routes.Select((route, t) => Possible(problem, t, route)).All(possible => possible))
            {
                var plan = new Plan(problem, routes);
                best = plan.KeepsTies && Together(plan) && plan.Score < best ? plan.Score : best;
            }

            return;
        }

        Extend(problem, visit + 1, routes, ref best);
        for (var t = 0; t < routes.Length; t++)
        {
            if (!problem.CanDo(t, visit))
                continue;
            for (var p = 0; p <= routes[t].Count; p++)
            {
                routes[t].Insert(p, visit);
                Extend(problem, visit + 1, routes, ref best);
                routes[t].RemoveAt(p);
            }
        }
    }

    private static bool Together(Plan plan) => Enumerable.Range(0, plan.TechnicianOf.Count).All(a => Enumerable.Range(0, a).All(b =>
        plan.Problem.Visits[a].Group < 0 || plan.Problem.Visits[a].Group != plan.Problem.Visits[b].Group || plan.TechnicianOf[a] < 0 || plan.TechnicianOf[b] < 0 || Person(plan, a) == Person(plan, b)));

    private static int Person(Plan plan, int visit) => plan.Problem.Technicians[plan.TechnicianOf[visit]].Person is >= 0 and var person ? person : -1 - plan.TechnicianOf[visit];

    private static bool Possible(Problem problem, int technician, List<int> route)
    {
        var times = new RouteTimes();
        times.Compute(problem, technician, [.. route]);
        return times.IsPossible;
    }
}
