using CsCheck;
using Dispatch.Planning.Rich.Synchronised;
using Dispatch.Planning.Tests.Plain;

namespace Dispatch.Planning.Tests.Rich;

public sealed class SynchronisedTests
{
    [Fact]
    public void Plans_keep_every_rule_and_cost_what_the_plain_check_finds() =>
        Days(12, 4).Sample(
            day =>
            {
                var first = SynchronisedSearch.Run(day, new PlannerOptions { Iterations = 0 });
                var plan = SynchronisedSearch.Run(day, new PlannerOptions { Iterations = 3_000, Seed = 5 });
                Assert.Equal(PlainShared.Check(plan), plan.Cost, 1e-6);
                Assert.True(plan.Cost <= first.Cost + 1e-9);
            },
            iter: 300);

    [Fact]
    public void The_best_of_a_tiny_day_is_found() =>
        Days(4, 3).Sample(
            day => Assert.Equal(PlainShared.Best(day), SynchronisedSearch.Run(day, new PlannerOptions { Iterations = 30_000 }).Cost, 1e-6),
            iter: 40);

    [Fact]
    public void A_change_costs_what_planning_anew_would_find() =>
        Gen.Select(Days(10, 4), Gen.ULong).Sample(
            (day, seed) =>
            {
                var routes = new SynchronisedRoutes(SynchronisedStart.Of(day));
                var random = new Random((int)(seed % int.MaxValue));
                for (var i = 0; i < 60; i++)
                {
                    var (before, order) = (routes.Cost, routes.Order.ToArray());
                    var visit = random.Next(day.Visits.Length);
                    if (random.Next(2) == 0)
                        routes.Move(visit, random.Next(day.Visits.Length));
                    else
                        routes.Swap(visit, random.Next(day.Visits.Length));
                    var able = day.Able(2 * visit);
                    var technician = able[random.Next(able.Length)];
                    if (!routes.IsDouble(visit) || routes.TechnicianOf[2 * visit + 1] != technician)
                        routes.Give(2 * visit, technician);
                    var least = routes.LeastLoss();
                    var change = routes.Weigh();
                    Assert.True(least <= change + 1e-6);
                    Assert.Equal(routes.ToPlan().Cost - before, change, 1e-6);
                    if (random.Next(2) == 0)
                    {
                        routes.Keep();
                        continue;
                    }

                    routes.Undo();
                    Assert.Equal(order, routes.Order.ToArray());
                    Assert.Equal(before, routes.ToPlan().Cost, 1e-6);
                }
            },
            iter: 200);

    [Fact]
    public void What_nobody_can_do_is_refused_by_name()
    {
        var visit = new SharedVisit(0, 10, [new SharedService(1, 5)]);
        var error = Assert.Throws<ArgumentException>(() => new SynchronisedDay([visit], [1], [0, 1, 1, 0]));
        Assert.Contains("visit 0", error.Message, StringComparison.Ordinal);
    }

    private static Gen<SynchronisedDay> Days(int mostVisits, int mostTechnicians) =>
        Gen.Select(Gen.Int[2, mostVisits], Gen.Int[2, mostTechnicians], Gen.Int[0, int.MaxValue - 1]).Select((visits, technicians, seed) =>
        {
            var random = new Random(seed);
            var travel = Enumerable.Range(0, (visits + 1) * (visits + 1)).Select(_ => (double)random.Next(1, 40)).ToArray();
            var skills = Enumerable.Range(0, technicians).Select(t => t < 2 ? 3UL : (ulong)random.Next(1, 4)).ToArray();
            var all = Enumerable.Range(0, visits).Select(_ =>
            {
                var ready = random.Next(0, 200);
                var isDouble = random.Next(3) == 0;
                var gap = random.Next(2) == 0 ? 0 : random.Next(5, 30);
                var services = Enumerable.Range(0, isDouble ? 2 : 1).Select(i => new SharedService(isDouble ? i : random.Next(2), random.Next(5, 30))).ToArray();
                return new SharedVisit(ready, ready + random.Next(0, 80), services, isDouble ? gap : 0, isDouble ? gap + (gap == 0 ? 0 : random.Next(0, 20)) : 0);
            });
            return new SynchronisedDay([.. all], skills, travel);
        });
}
