using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using static Dispatch.Grains.Tests.House;

namespace Dispatch.Grains.Tests.DayPlans;

public sealed class ReportTests
{
    [Fact]
    public async Task Reports_sent_together_are_taken_as_if_each_were_sent_alone_and_once()
    {
        var (alone, together) = (await TakenAsync(isTogether: false), await TakenAsync(isTogether: true));
        Assert.Equal(alone, together);
    }

    private static async Task<IReadOnlyList<string>> TakenAsync(bool isTogether)
    {
        await using var house = await OpenAsync();
        await house.FurnishAsync();
        var visits = await house.PromiseAsync("t1", "t2");
        await house.AdvanceAsync(8, 30);
        TechnicianReport[] reports =
        [
            Report("t1", new DutyStarted()), Report("t2", new DutyStarted()), Report("t1", new SetOut(visits[0])), Report("t2", new SetOut(visits[1])),
            Report("t1", new ArrivedAtVisit(visits[0])), Report("t2", new RunsLate(visits[1], 15)), Report("t1", new FinishedVisit(visits[0], "Done.")),
            Report("t1", new SetOut(new VisitId("nowhere"))),
        ];
        if (isTogether)
        {
            await house.Plan.ReportTogetherAsync(reports[..^1]);
            await house.Plan.ReportTogetherAsync(reports);
        }
        else
        {
            foreach (var report in reports)
                await house.Plan.ReportAsync(report.Technician, report.Fact, report.Context);
        }

        return [.. (await house.Plan.VisitsAsync()).OrderBy(visit => visit.Id.Value).Select(visit => $"{visit.Id} {visit.Status} {visit.Technician} {visit.EstimatedArrival} {visit.Promise}")];

        TechnicianReport Report(string technician, TechnicianFact fact) => new(new(technician), fact, house.Command($"{technician}-{fact}", technician));
    }
}
