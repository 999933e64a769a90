using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dispatch.Browser.Tests;

/// <summary>A visit that takes two technicians at once, on every screen that it concerns.</summary>
public sealed class TwoPersonVisitTests
{
    [Fact]
    public async Task A_visit_for_two_stands_on_both_rows_moves_with_both_is_on_both_phones_and_the_patient_knows()
    {
        var (opened, visit, patientName) = await OpenWithVisitForTwoAsync();
        await using var house = opened;
        await using var browser = await Browser.StartAsync();
        var mistakes = new List<string>();
        await RunningHouse.EventuallyAsync(async () => (await house.StartsAsync(visit)).Select(half => half.Technician).Order().SequenceEqual(["t001", "t002"]) ? visit : null);

        var booked = (await house.StartsAsync(visit))[0].Start;

        // On both rows, and each bar says with whom.
        var board = await browser.OpenAsync(house.Url, "/", "dispatcher", 1440, 900, mistakes);
        await board.GetByRole(AriaRole.Button, new() { Name = "Whole day", Exact = true }).ClickAsync();
        var bars = board.Locator($"button.bar[data-visit^='{visit}']");
        await Expect(bars).ToHaveCountAsync(2);
        await Expect(bars.First).ToHaveAttributeAsync("aria-label", new Regex(", with "));

        // Moved to another time, both halves begin at that time.
        await board.Locator($"button.bar[data-visit='{visit}']").FocusAsync();
        await board.Keyboard.PressAsync("m");
        var dialog = board.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "At" }).CheckAsync();
        await dialog.Locator(".time-input [role='spinbutton']").First.FocusAsync();
        await board.Keyboard.TypeAsync("1215");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await RunningHouse.EventuallyAsync(async () => await house.StartsAsync(visit) is [var one, var other] && one.Start == other.Start && one.Start != booked ? visit : null);

        // On both phones, each with the other's name.
        foreach (var user in new[] { "technician", "technician2" })
        {
            var phone = await browser.OpenAsync(house.Url, "/tech", user, 390, 844, mistakes);
            // The changed route waits for an answer, and lets itself be put aside.
            await phone.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
            await phone.Locator(".route-line").ClickAsync();
            var stop = phone.Locator(".route-stop").Filter(new() { HasText = patientName });
            await Expect(stop).ToBeVisibleAsync();
            await stop.ClickAsync();
            await Expect(phone.GetByText("Together with ")).ToBeVisibleAsync();
        }

        // The patient reads that two come; no name of anybody.
        var page = await browser.OpenAsync(house.Url, await house.LinkOfAsync(visit), null, 390, 844, mistakes);
        await Expect(page.GetByText("Two of us come to you.")).ToBeVisibleAsync();
        Assert.Empty(mistakes);
    }

    // On some dates a demo day has such a visit of its own, which takes the only ventilators on the van: then another day of the demo is opened.
    private static async Task<(RunningHouse House, string Visit, string PatientName)> OpenWithVisitForTwoAsync()
    {
        for (var seed = 1; ; seed++)
        {
            var house = await RunningHouse.OpenAsync(null, technicians: 2, visits: 4, seed: seed);
            await house.PauseAsync();
            if (await BookForTwoAsync(house) is var (visit, name))
                return (house, visit, name);
            await house.DisposeAsync();
            Assert.True(seed < 5, "no demo day leaves ventilators on the van");
        }
    }

    // A new ventilator patient: the one kind of visit of the demo that takes two; none where nobody can have it.
    private static async Task<(string Visit, string PatientName)?> BookForTwoAsync(RunningHouse house)
    {
        var date = (await house.GetAsync("/api/territories/demo/today")).GetProperty("date").GetString();
        var (patient, name) = await house.OxygenPatientAsync();
        var request = new { territory = "demo", type = "ventilator-new", patient, equipment = Array.Empty<string>(), date, urgency = "P2", note = "" };
        using var offered = await house.Client.PostAsJsonAsync("/api/visits/options", new { request });
        var options = await offered.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        if (options.GetProperty("options").GetArrayLength() == 0)
            return null;
        var option = options.GetProperty("options")[0];
        using var booked = await house.Client.PostAsJsonAsync("/api/visits", new { request, option, planVersion = options.GetProperty("planVersion").GetInt64() });
        return ((await booked.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("visit").GetString()!, name);
    }
}
