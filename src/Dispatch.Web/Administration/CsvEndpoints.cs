using System.Collections.Concurrent;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Search;
using Dispatch.Contracts.Territories;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Administration;

/// <summary>Sheets out and in: every mistake is told by line, and with one mistake nothing is taken.</summary>
internal static class CsvEndpoints
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 32 };

    public static void MapCsv(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/territories/{t}/csv/{sheet}", async (string t, string sheet, IGrainFactory grains, ISearch search, CancellationToken ct) =>
        {
            if (await grains.GetGrain<ITerritoryGrain>(t).ProfileAsync() is not { } territory || CsvSheets.Find(sheet) is not { } kind)
                return Requests.NotFound("sheet");
            await search.CatchUpAsync(ct);
            var rows = await kind.ExportAsync(search, territory, ct);
            return Results.Text(CsvSheet.Write(kind.Headings, rows), "text/csv; charset=utf-8");
        }).Produces(200, contentType: "text/csv").WithName("ExportCsv");
        admin.MapPost("/territories/{t}/csv/{sheet}", ImportAsync).Accepts<string>("text/csv").Produces<CsvOutcome>().Produces<CsvOutcome>(422).WithName("ImportCsv");
    }

    private static async Task<IResult> ImportAsync(string t, string sheet, HttpContext http, IGrainFactory grains, DomainClock clock)
    {
        if (await grains.GetGrain<ITerritoryGrain>(t).ProfileAsync() is not { } territory || CsvSheets.Find(sheet) is not { } kind)
            return Requests.NotFound("sheet");
        // The mark of another encoding is no reason to read by it: only UTF-8 is taken, with its mark or without.
        using var reader = new StreamReader(
            http.Request.Body, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        string text;
        try
        {
            text = (await reader.ReadToEndAsync(http.RequestAborted)).TrimStart('\uFEFF');
        }
        catch (System.Text.DecoderFallbackException)
        {
            return Results.Json(new CsvOutcome(0, [new CsvMistake(1, "", "The sheet is not UTF-8; save it as CSV UTF-8.")]), statusCode: 422);
        }

        var read = CsvSheet.Read(text, kind.Headings, kind.MayLack);
        var twice = read.Rows.GroupBy(row => row.Text("id")).Where(group => group.Count() > 1);
        foreach (var row in twice.SelectMany(group => group.Skip(1)))
            row.Mistake("id", "stands on an earlier line already.");
        var entries = read.Rows.Select(row => (row.Line, Entry: kind.Read(row, territory))).ToList();
        // Every line is judged before the first one is written, so that a sheet is taken whole or not at all.
        var mistakes = read.Mistakes.Count > 0 ? read.Mistakes : await JudgeAsync(entries, grains);
        if (mistakes.Count > 0)
            return Results.Json(new CsvOutcome(0, [.. mistakes.OrderBy(mistake => mistake.Line)]), statusCode: 422);

        var context = http.Command(clock);
        var late = new ConcurrentBag<CsvMistake>();
        await Parallel.ForEachAsync(entries, AtOnce, async (line, _) =>
        {
            var id = new CommandId($"{context.Id.Value[..Math.Min(50, context.Id.Value.Length)]}-{line.Line}");
            var result = await Requests.SendAsync(() => line.Entry.SaveAsync(grains, context with { Id = id }));
            if (!result.IsAccepted)
                late.Add(new CsvMistake(line.Line, "", $"{result.Refusal!.Text} It was changed by somebody else meanwhile; the other lines are taken, so mend this one and send it again."));
        });
        return late.IsEmpty
            ? Results.Ok(new CsvOutcome(entries.Count, []))
            : Results.Json(new CsvOutcome(entries.Count - late.Count, [.. late.OrderBy(mistake => mistake.Line)]), statusCode: 422);
    }

    private static async Task<List<CsvMistake>> JudgeAsync(List<(int Line, CsvEntry Entry)> entries, IGrainFactory grains)
    {
        var mistakes = new ConcurrentBag<CsvMistake>();
        await Parallel.ForEachAsync(entries, AtOnce, async (line, _) =>
        {
            if (await line.Entry.CheckAsync(grains) is { } mistake)
                mistakes.Add(new CsvMistake(line.Line, "", mistake.Text));
        });
        return [.. mistakes];
    }
}
