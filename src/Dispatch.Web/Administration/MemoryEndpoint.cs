using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Administration;

/// <summary>What this process holds in memory.</summary>
/// <param name="AliveBytes">Managed memory in use; after a full collection, what is alive.</param>
/// <param name="CommittedBytes">Managed memory taken from the system.</param>
/// <param name="ProcessBytes">All of the process that is in memory, the map's file included.</param>
/// <param name="Collections">Full collections so far.</param>
public sealed record MemoryView(long AliveBytes, long CommittedBytes, long ProcessBytes, int Collections);

/// <summary>Tells an administrator what the process holds, and whether that is garbage: what grows over a day is seen by asking twice.</summary>
internal static class MemoryEndpoint
{
    public static void MapMemory(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/memory", (bool? collect, HttpContext http) =>
        {
            if (collect == true)
            {
                // It stops everybody for a moment, so only somebody on this machine may ask for it.
                if (http.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
                    return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "On this machine only", detail: "Ask for a full collection from the machine that the program runs on.");
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
            }

            return Results.Ok(new MemoryView(
                GC.GetTotalMemory(forceFullCollection: false), GC.GetGCMemoryInfo().TotalCommittedBytes, Environment.WorkingSet, GC.CollectionCount(GC.MaxGeneration)));
        }).ExcludeFromDescription();
}
