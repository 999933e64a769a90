using System.Text.Json;
using Dispatch.Contracts.DayPlans;
using Dispatch.Domain.Ids;
using Dispatch.Grains.DayPlans;
using Dispatch.Grains.Journaling;
using Dispatch.Journal.Sqlite;
using NodaTime.Text;

namespace Dispatch.Host.Tests;

/// <summary>Who goes where in which order, and what each patient was told: as a board was shown it, or as the journal of a house that is down has it.</summary>
/// <param name="Version">The plan's version.</param>
/// <param name="Text">The same for the same plan and promises.</param>
internal sealed record JournaledDay(long Version, string Text)
{
    /// <summary>The day as the board's feed shows it.</summary>
    public static async Task<JournaledDay> ShownAsync(HttpClient client, string date)
    {
        using var feed = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/days/demo/{date}/feed", UriKind.Relative)));
        var changes = feed.RootElement.GetProperty("changes").EnumerateArray().ToList();
        IEnumerable<JsonElement> Of(string kind) => changes.Where(change => change.GetProperty("kind").GetString() == kind).Select(change => change.GetProperty(kind));
        var version = Of("day").Single().GetProperty("version").GetInt64();
        var routes = Of("route").Select(route => Route(
            route.GetProperty("technician").GetString()!, route.GetProperty("stops").EnumerateArray().Select(stop => stop.GetProperty("visit").GetString()!)));
        var promises = Of("visit").Where(visit => visit.GetProperty("promise").ValueKind != JsonValueKind.Null).Select(visit => Promise(
            visit.GetProperty("id").GetString()!, visit.GetProperty("promise").GetProperty("start").GetString()!, visit.GetProperty("promise").GetProperty("end").GetString()!));
        return new JournaledDay(version, Lines(routes, promises));
    }

    /// <summary>The day as the journal had it at a version, folded from the start.</summary>
    /// <param name="folder">The data folder of a house that is not running.</param>
    public static async Task<JournaledDay> FoldedAsync(string folder, string date, long version)
    {
        var file = Directory.GetFiles(folder, "journal.db", SearchOption.AllDirectories).Single();
        await using var journal = SqliteJournal.Open(file);
        var (state, reached) = (DayPlanState.Empty, 0L);
        var stream = "day-plan/" + DayPlanKey.Of(new TerritoryId("demo"), LocalDatePattern.Iso.Parse(date).Value);
        await foreach (var recorded in journal.ReadStreamAsync(stream, 0, CancellationToken.None))
        {
            if (recorded.StreamVersion > version)
                break;
            state = state.Evolve((DayPlanEvent)EventCatalogue.OfThisRoom.Read(recorded.Name, recorded.Version, recorded.Data.Span));
            reached = recorded.StreamVersion;
        }

        var instant = InstantPattern.ExtendedIso;
        return new JournaledDay(reached, Lines(
            state.Technicians.Values.Select(technician => Route(technician.Entry.Id.Value, technician.Route.Select(visit => visit.Value))),
            state.Visits.Values.Where(visit => visit.Promise is not null).Select(visit => Promise(visit.Id.Value, instant.Format(visit.Promise!.Start), instant.Format(visit.Promise.End)))));
    }

    private static string Route(string technician, IEnumerable<string> visits) => $"{technician}: {string.Join(' ', visits)}";

    private static string Promise(string visit, string start, string end) => $"{visit} {start}/{end}";

    private static string Lines(IEnumerable<string> routes, IEnumerable<string> promises) =>
        string.Join('\n', routes.Order(StringComparer.Ordinal).Concat(promises.Order(StringComparer.Ordinal)));
}
