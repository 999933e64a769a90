using System.Globalization;
using System.Text;
using System.Text.Json;
using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Equipment;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Serialization;
using Dispatch.Contracts.Technicians;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Grains.Visits;
using NodaTime;
using NodaTime.Text;

namespace Dispatch.Grains.Search;

/// <summary>Search and lists over the tables that the journal is folded into.</summary>
internal sealed class JournalSearch(SearchTables tables, SearchService service) : ISearch
{
    private const int MostPerPage = 200;

    /// <inheritdoc />
    public Task CatchUpAsync(CancellationToken cancellation) => service.CatchUpAsync(cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<SearchHit>> FindAsync(TerritoryId territory, string text, int limit, CancellationToken cancellation)
    {
        if (Match(text) is not { } match)
            return Task.FromResult<IReadOnlyList<SearchHit>>([]);
        using var connection = tables.Read();
        using var command = connection.CreateCommand();
        // Best match first; among equals what is open, people before visits, and the newest visits.
        command.CommandText = """
            SELECT e.kind, e.id, e.title, e.detail, e.date FROM words w JOIN entries e ON e.row = w.rowid
            WHERE words MATCH $match AND e.territory = $territory AND e.kind <> 'account'
            ORDER BY e.kind = 'visit', e.is_open DESC, rank, e.date DESC LIMIT $limit
            """;
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$territory", territory.Value);
        command.Parameters.AddWithValue("$limit", Math.Clamp(limit, 1, MostPerPage));
        var hits = new List<SearchHit>();
        using var row = command.ExecuteReader();
        while (row.Read())
            hits.Add(new SearchHit(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Date(row.GetString(4))));
        return Task.FromResult<IReadOnlyList<SearchHit>>(hits);
    }

    /// <inheritdoc />
    public Task<Page<PatientProfile>> PatientsAsync(TerritoryId territory, string text, string next, int limit, CancellationToken cancellation) =>
        List(new Wanted("patient", territory.Value, text, next, limit), (_, json) => Read<PatientProfile>(json));

    /// <inheritdoc />
    public Task<Page<EquipmentProfile>> EquipmentAsync(
        TerritoryId territory, PatientId? patient, string text, string next, int limit, CancellationToken cancellation) =>
        List(new Wanted("equipment", territory.Value, text, next, limit) { Patient = patient?.Value }, (_, json) => Read<EquipmentProfile>(json));

    /// <inheritdoc />
    public Task<Page<TechnicianProfile>> TechniciansAsync(TerritoryId territory, string text, string next, int limit, CancellationToken cancellation) =>
        List(new Wanted("technician", territory.Value, text, next, limit), (_, json) => Read<TechnicianProfile>(json));

    /// <inheritdoc />
    public Task<Page<VisitView>> VisitsAsync(
        TerritoryId territory, PatientId? patient, LocalDate? from, LocalDate? to, string text, string next, int limit, CancellationToken cancellation) =>
        List(
            new Wanted("visit", territory.Value, text, next, limit)
            {
                Patient = patient?.Value,
                From = from is { } first ? LocalDatePattern.Iso.Format(first) : null,
                To = to is { } last ? LocalDatePattern.Iso.Format(last) : null,
            },
            Visit);

    /// <inheritdoc />
    public Task<IReadOnlyList<VisitView>> BacklogAsync(TerritoryId territory, CancellationToken cancellation)
    {
        using var connection = tables.Read();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, json FROM entries WHERE territory = $territory AND kind = 'visit' AND date = '' AND is_open = 1";
        command.Parameters.AddWithValue("$territory", territory.Value);
        var visits = new List<VisitView>();
        using var row = command.ExecuteReader();
        while (row.Read())
            visits.Add(Visit(row.GetString(0), row.GetFieldValue<byte[]>(1)));
        return Task.FromResult<IReadOnlyList<VisitView>>([.. visits.OrderBy(visit => visit.DueDate ?? LocalDate.MaxIsoValue).ThenBy(visit => visit.Urgency)]);
    }

    /// <inheritdoc />
    public Task<Page<Account>> AccountsAsync(string text, string next, int limit, CancellationToken cancellation) =>
        List(new Wanted("account", null, text, next, limit), (_, json) => Read<Account>(json));

    private Task<Page<T>> List<T>(Wanted wanted, Func<string, byte[], T> read)
    {
        var match = Match(wanted.Text);
        var where = new StringBuilder("e.kind = $kind");
        if (wanted.Territory is not null)
            where.Append(" AND e.territory = $territory");
        if (match is not null)
            where.Append(" AND e.row IN (SELECT rowid FROM words WHERE words MATCH $match)");
        if (wanted.Patient is not null)
            where.Append(" AND e.patient = $patient");
        if (wanted.From is not null)
            where.Append(" AND e.date >= $from");
        if (wanted.To is not null)
            where.Append(" AND e.date <= $to AND e.date <> ''");

        using var connection = tables.Read();
        using var command = connection.CreateCommand();
        command.Parameters.AddWithValue("$kind", wanted.Kind);
        command.Parameters.AddWithValue("$territory", wanted.Territory ?? "");
        command.Parameters.AddWithValue("$match", match ?? "");
        command.Parameters.AddWithValue("$patient", wanted.Patient ?? "");
        command.Parameters.AddWithValue("$from", wanted.From ?? "");
        command.Parameters.AddWithValue("$to", wanted.To ?? "");
        var offset = int.TryParse(wanted.Next, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 0;
        var limit = Math.Clamp(wanted.Limit, 1, MostPerPage);
#pragma warning disable CA2100 // Only this file's own fragments are joined; what comes from outside is a parameter.
        command.CommandText = $"SELECT count(*) FROM entries e WHERE {where}";
        var total = (int)(long)command.ExecuteScalar()!;
        command.Parameters.AddWithValue("$limit", limit);
        command.Parameters.AddWithValue("$offset", offset);
        command.CommandText = $"SELECT e.id, e.json FROM entries e WHERE {where} ORDER BY e.date DESC, e.title, e.id LIMIT $limit OFFSET $offset";
#pragma warning restore CA2100
        var items = new List<T>();
        using var row = command.ExecuteReader();
        while (row.Read())
            items.Add(read(row.GetString(0), row.GetFieldValue<byte[]>(1)));
        var reached = offset + items.Count;
        return Task.FromResult(new Page<T>(items, total, reached < total ? reached.ToString(CultureInfo.InvariantCulture) : ""));
    }

    // Each word as a quoted prefix: what a person typed is never read as a query language.
    private static string? Match(string text)
    {
        var words = text.Split((char[])[' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries).Take(8)
            .Select(word => '"' + word.Replace("\"", "", StringComparison.Ordinal) + "\"*")
            .Where(word => word.Length > 3);
        var match = string.Join(' ', words);
        return match.Length == 0 ? null : match;
    }

    private static VisitView Visit(string id, byte[] json) => Read<VisitState>(json).View(new VisitId(id), 0)!;

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, DispatchJson.Options)!;

    private static LocalDate? Date(string text) => text.Length == 0 ? null : LocalDatePattern.Iso.Parse(text).Value;

    private sealed record Wanted(string Kind, string? Territory, string Text, string Next, int Limit)
    {
        public string? Patient { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }
    }
}
