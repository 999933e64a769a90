using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>What the planner thinks, as a dispatcher sees it.</summary>
public sealed class PlannerOnBoardTests
{
    [Fact]
    public async Task The_board_tells_the_plans_score_what_would_be_if_why_a_visit_is_where_it_is_and_what_to_offer_a_caller()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 8);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        var planned = board.Locator("button.bar[data-state='Planned']");
        await Expect(planned.First).ToBeVisibleAsync();
        var dialog = board.GetByRole(AriaRole.Dialog);

        // The score, and from it to a supposition: both plans stand side by side, and nothing is changed.
        await board.GetByRole(AriaRole.Button, new() { NameRegex = new("^Plan") }).ClickAsync();
        await Expect(dialog.GetByText("Promises kept")).ToBeVisibleAsync();
        await Expect(dialog.Locator(".spent").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "What if …" }).ClickAsync();
        var before = await house.VisitsAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Technician out" }).ClickAsync();
        await Expect(dialog.Locator(".compare tbody tr")).ToHaveCountAsync(6);
        Assert.Equal(before.Select(visit => visit.Technician), (await house.VisitsAsync()).Select(visit => visit.Technician));
        await board.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        // Why here, and who else.
        await planned.First.ClickAsync();
        await Expect(board.Locator("#details .verdicts li").First).ToBeVisibleAsync();

        // A caller is offered intervals; one click books the first.
        await board.Keyboard.PressAsync("n");
        await dialog.GetByRole(AriaRole.Combobox).First.FillAsync(before[0].PatientName);
        await dialog.GetByRole(AriaRole.Option).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Nothing, planned work" }).DispatchEventAsync("click");
        await dialog.GetByLabel("Kind of visit").SelectOptionAsync(new SelectOptionValue { Label = "Mask refit" });
        await Expect(dialog.Locator(".offer-day .option").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Book ") }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(board.GetByText("Booked.")).ToBeVisibleAsync();
        Assert.Empty(mistakes);
    }

    [Fact]
    public async Task Why_nobody_has_a_visit_stands_in_the_list_and_beside_the_visit_for_each_technician()
    {
        await using var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 4);
        await house.PauseAsync();
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();

        // Of two technicians neither knows dialysis.
        var date = (await house.GetAsync("/api/territories/demo/today")).GetProperty("date").GetString();
        var (patient, name) = await house.OxygenPatientAsync();
        using var asked = await house.Client.PostAsJsonAsync("/api/visits", new { request = new { territory = "demo", type = "dialysis-down", patient, equipment = Array.Empty<string>(), date, note = "" } });
        var visit = (await asked.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("visit").GetString();

        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await board.Locator("#tab-visits").ClickAsync();
        var row = board.Locator("button.row-visit").Filter(new() { HasText = name }).Filter(new() { HasText = "no valid Dialysis technician 2" });
        await row.ClickAsync();
        var details = board.Locator("#details");
        await Expect(details.Locator(".why-unassigned li").First).ToContainTextAsync("no valid Dialysis technician 2");
        await Expect(details.Locator(".verdicts li")).ToHaveCountAsync(2);
        Assert.Equal("", (await house.VisitsAsync()).Single(seen => seen.Id == visit).Technician);
        Assert.Empty(mistakes);
    }
}
