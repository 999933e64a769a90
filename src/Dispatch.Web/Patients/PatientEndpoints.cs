using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.DayPlans;
using Dispatch.Contracts.Feeds;
using Dispatch.Contracts.Patients;
using Dispatch.Contracts.Visits;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Dispatch.Web.Commands;
using Dispatch.Web.Protection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Patients;

/// <summary>A patient's page behind its link: no login, one visit, nothing else.</summary>
internal static class PatientEndpoints
{
    private const string VisitClaim = "visit";

    public static void MapPatientLink(this IEndpointRouteBuilder app) =>
        app.MapGet("/p/{token}", OpenAsync).AllowAnonymous().RequireRateLimiting(RateLimits.PatientLink).ExcludeFromDescription();

    public static void MapPatientVisit(this IEndpointRouteBuilder api)
    {
        var page = api.MapGroup("/patient-visit").RequireAuthorization(Access.Patient);
        page.MapGet("", async (HttpContext http, IGrainFactory grains) =>
            Requests.OkOrNotFound(await grains.GetGrain<IPatientFeedGrain>(http.User.VisitOf().Value).PageAsync(), "visit")).Produces<PatientVisitView>().WithName("GetPatientVisit");
        page.MapGet("/intervals", async (HttpContext http, IGrainFactory grains) =>
        {
            var visit = http.User.VisitOf();
            return await grains.GetGrain<IVisitGrain>(visit.Value).DetailsAsync() is { Date: { } date } details
                ? Results.Ok(await grains.GetGrain<IDayPlanGrain>(DayPlanKey.Of(details.Territory, date)).OfferIntervalsAsync(visit, details, 3))
                : Results.Ok(Array.Empty<OfferedInterval>());
        }).Produces<IReadOnlyList<OfferedInterval>>().WithName("GetPatientIntervals");
        page.MapPost("/answers", (PatientAnswer answer, HttpContext http, IGrainFactory grains, DomainClock clock) =>
        {
            var key = http.Command(clock);
            var context = new CommandContext(key.Id, "patient", Role.Patient, clock.Now);
            return Requests.AnswerAsync(() => grains.GetGrain<IVisitGrain>(http.User.VisitOf().Value).RecordAnswerAsync(answer, context));
        }).Produces<CommandResult>().WithName("AnswerAsPatient");
    }

    /// <summary>The visit that the link leads to.</summary>
    public static VisitId VisitOf(this ClaimsPrincipal user) => new(user.FindFirstValue(VisitClaim) ?? "");

    // The token leaves the address bar at once: a cookie that no script can read takes its place. The path is not logged.
    private static async Task<IResult> OpenAsync(string token, HttpContext http, IGrainFactory grains, DomainClock clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        var link = token.Length is >= 40 and <= 64 ? await grains.GetGrain<IPatientLinkGrain>(key).FindAsync() : null;
        if (link is null || link.ExpiresAt is { } expires && clock.Now > expires)
        {
            await http.SignOutAsync(Access.PatientScheme);
            return Results.Redirect("/p?gone");
        }

        var identity = new ClaimsIdentity([new Claim(VisitClaim, link.Visit.Value)], Access.PatientScheme);
        await http.SignInAsync(Access.PatientScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return Results.Redirect("/p");
    }
}
