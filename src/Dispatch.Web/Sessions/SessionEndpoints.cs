using System.Security.Claims;
using Dispatch.Contracts.Accounts;
using Dispatch.Contracts.Commands;
using Dispatch.Contracts.Technicians;
using Dispatch.Domain.Ids;
using Dispatch.Domain.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Dispatch.Web.Sessions;

/// <summary>Name and password; neither is ever logged.</summary>
public sealed record Credentials(string User, string Password);

/// <summary>Who is signed in.</summary>
/// <param name="Demo">Whether the demo's data is in use.</param>
public sealed record SessionView(string UserName, string DisplayName, Role Role, TerritoryId? Territory, TechnicianId? Technician, bool Demo);

/// <summary>An account that the sign-in page offers while the demo's data is in use.</summary>
public sealed record OfferedAccount(string User, string Password, Role Role);

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    /// <summary>Claim that changes when all sessions of an account must end.</summary>
    public const string StampClaim = "stamp";

    private const string TerritoryClaim = "territory";
    private const string TechnicianClaim = "technician";
    private const string NameClaim = "display-name";

    public static void MapSessions(this IEndpointRouteBuilder api, WebOptions options)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().RequireRateLimiting(Protection.RateLimits.SignIn)
            .Produces<SessionView>().ProducesProblem(401).WithName("SignIn");
        api.MapGet("/session", (HttpContext http) => Results.Ok(ViewOf(http.User, options))).Produces<SessionView>().WithName("GetSession");
        api.MapDelete("/session", async (HttpContext http) =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.NoContent();
        }).AllowAnonymous().Produces(204).WithName("SignOut");
        api.MapGet("/demo-accounts", () => Results.Ok(options.DemoAccounts)).AllowAnonymous().Produces<IReadOnlyList<OfferedAccount>>().WithName("GetDemoAccounts");
    }

    /// <summary>The technician whose phone this is; none for other accounts.</summary>
    public static TechnicianId? TechnicianOf(this ClaimsPrincipal user) =>
        user.FindFirstValue(TechnicianClaim) is { Length: > 0 } id ? new TechnicianId(id) : null;

    /// <summary>The territory of the account; none for one that belongs to none.</summary>
    public static TerritoryId? TerritoryOf(this ClaimsPrincipal user) =>
        user.FindFirstValue(TerritoryClaim) is { Length: > 0 } id ? new TerritoryId(id) : null;

    /// <summary>Ends the session of an account that was switched off, or whose stamp changed.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var grains = (IGrainFactory)context.HttpContext.RequestServices.GetService(typeof(IGrainFactory))!;
        var account = context.Principal?.Identity?.Name is { } name ? await grains.GetGrain<IAccountGrain>(name).FindAsync() : null;
        if (account is { IsActive: true } && account.SecurityStamp == context.Principal!.FindFirstValue(StampClaim))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> SignInAsync(Credentials credentials, HttpContext http, IGrainFactory grains, DomainClock clock, WebOptions options)
    {
        var name = credentials.User?.Trim().ToLowerInvariant() ?? "";
        var account = IdText.IsValid(name) ? await grains.GetGrain<IAccountGrain>(name).FindAsync() : null;
        var hasher = new PasswordHasher<Account>();
        // An unknown name takes as long as a wrong password, and is told the same.
        var isRight = account is { IsActive: true }
            ? hasher.VerifyHashedPassword(account, account.PasswordHash, credentials.Password ?? "") != PasswordVerificationResult.Failed
            : hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, credentials.Password ?? "") == PasswordVerificationResult.Success && false;
        if (!isRight)
        {
            return Results.Problem(
                detail: "Name or password is wrong.", statusCode: 401, title: "Not signed in",
                extensions: new Dictionary<string, object?> { ["code"] = "wrong-credentials", ["values"] = new Dictionary<string, string>() });
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account!.UserName), new Claim(ClaimTypes.Role, account.Role.ToString()),
                new Claim(NameClaim, account.DisplayName), new Claim(StampClaim, account.SecurityStamp),
                new Claim(TerritoryClaim, account.Territory?.Value ?? ""), new Claim(TechnicianClaim, account.Technician?.Value ?? ""),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var principal = new ClaimsPrincipal(identity);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal, new AuthenticationProperties { IsPersistent = true });
        if (account is { Role: Role.Technician, Technician: { } technician })
        {
            await grains.GetGrain<ITechnicianGrain>(technician.Value).NoteSignInAsync(
                new CommandContext(CommandId.Fresh(), account.UserName, account.Role, clock.Now));
        }

        return Results.Ok(ViewOf(principal, options));
    }

    private static SessionView ViewOf(ClaimsPrincipal user, WebOptions options) => new(
        user.Identity!.Name!, user.FindFirstValue(NameClaim) ?? "", user.RoleOf(), user.TerritoryOf(), user.TechnicianOf(), options.DemoAccounts.Count > 0);

    private static Role RoleOf(this ClaimsPrincipal user) => Commands.Requests.RoleOf(user);

    private static readonly Account Nobody = new("nobody", "", Role.Clinician, null, null, "", "", false);
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString()));
}
