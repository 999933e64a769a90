using Dispatch.Contracts.Clock;
using Dispatch.Contracts.Serialization;
using Dispatch.Contracts.Territories;
using Dispatch.Web.Administration;
using Dispatch.Web.Days;
using Dispatch.Web.Desk;
using Dispatch.Web.Hubs;
using Dispatch.Web.Maps;
using Dispatch.Web.OpenApi;
using Dispatch.Web.Patients;
using Dispatch.Web.Protection;
using Dispatch.Web.Sessions;
using Dispatch.Web.Technicians;
using Dispatch.Web.Visits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Scalar.AspNetCore;

namespace Dispatch.Web;

/// <summary>Adds the web tier to a host, and maps it.</summary>
public static class WebRegistration
{
    private const int LargestBodyBytes = 2 * 1024 * 1024;

    /// <summary>Adds it; the host has added a grain factory, the domain's clock, a map and a search.</summary>
    public static IServiceCollection AddDispatchWeb(this IServiceCollection services, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.ConfigureHttpJsonOptions(json => DispatchJson.Configure(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddDataProtection().SetApplicationName("Dispatch").PersistKeysToFileSystem(new DirectoryInfo(options.KeysFolder));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, cookie =>
            {
                Configure(cookie, "dispatch", TimeSpan.FromDays(14));
                cookie.Events.OnValidatePrincipal = SessionEndpoints.ValidateAsync;
            })
            .AddCookie(Access.PatientScheme, cookie => Configure(cookie, "dispatch-visit", TimeSpan.FromDays(60)));
        services.AddAuthorization(Access.Configure);
        services.AddRateLimiter(RateLimits.Configure);
        services.AddOpenApi(ContractSchemas.Configure);
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 64 * 1024).AddJsonProtocol(json => DispatchJson.Configure(json.PayloadSerializerOptions));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GuidanceEndpoint>();
        services.AddSingleton<FeedFanOut>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedFanOut>());
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/vnd.mapbox-vector-tile", "image/svg+xml"];
        });
        services.AddHealthChecks().AddCheck<PlanReadiness>("plan", tags: ["ready"]);
        return services;
    }

    /// <summary>Maps everything: headers first, then who may do what, then the doors.</summary>
    public static void MapDispatchWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.Services.GetRequiredService<WebOptions>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.Use((http, next) =>
        {
            if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = http.Request.Path.StartsWithSegments("/api/admin") ? 16 * LargestBodyBytes : LargestBodyBytes;
            return next(http);
        });
        app.UseUnsafeCallCheck();
        app.UseApps(options);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();

        var api = app.MapGroup("/api");
        api.MapSessions(options);
        api.MapMap();
        api.MapGet("/clock", async (IGrainFactory grains) => Results.Ok(await grains.GetGrain<IClockGrain>(0).ViewAsync())).AllowAnonymous().Produces<ClockView>().WithName("GetClock");
        api.MapMyDay();
        api.MapPatientVisit();
        api.MapAdministration();
        var desk = api.MapGroup("").RequireAuthorization(Access.Desk);
        desk.MapDesk();
        desk.MapDays();
        desk.MapVisits();
        desk.MapAddresses();
        desk.MapReach();
        api.MapFallback(() => Results.Problem(statusCode: 404, title: "There is no such endpoint")).ExcludeFromDescription();

        app.MapTiles();
        app.MapPatientLink();
        app.MapHub<BoardHub>("/hubs/board");
        app.MapHub<TechnicianHub>("/hubs/technician");
        app.MapHub<PatientHub>("/hubs/patient");
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/docs").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapPages(options);
    }

    private static void Configure(CookieAuthenticationOptions cookie, string name, TimeSpan lifetime)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        // Lax: a patient's link is followed from a message; every unsafe call carries its own proof besides.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = lifetime;
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = context => Refuse(context.Response, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context.Response, StatusCodes.Status403Forbidden);
    }

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static void UseApps(this IApplicationBuilder app, WebOptions options)
    {
        if (!Directory.Exists(options.AppsFolder))
            return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(options.AppsFolder),
            ServeUnknownFileTypes = false,
            OnPrepareResponse = context =>
            {
                // The build puts a hash of its content into the name of every asset.
                var isHashed = context.Context.Request.Path.StartsWithSegments("/assets");
                context.Context.Response.Headers.CacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
            },
        });
    }

    private static void MapPages(this IEndpointRouteBuilder app, WebOptions options)
    {
        Page(app, "/", options, "index.html");
        Page(app, "/admin/{page?}", options, "index.html");
        Page(app, "/tech", options, "tech.html");
        Page(app, "/p", options, "patient.html");
        // The board's app says that there is no such page, and leads back.
        app.MapFallback("{*path:nonfile}", (HttpContext http) =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Send(http, options, "index.html");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Page(IEndpointRouteBuilder app, string path, WebOptions options, string file) =>
        app.MapGet(path, (HttpContext http) => Send(http, options, file)).AllowAnonymous().ExcludeFromDescription();

    private static IResult Send(HttpContext http, WebOptions options, string file)
    {
        http.Response.Headers.CacheControl = "no-cache";
        var path = Path.Combine(options.AppsFolder, file);
        return File.Exists(path)
            ? Results.File(path, "text/html; charset=utf-8")
            : Results.Problem(statusCode: 404, title: "The apps are not built", detail: "Run 'npm ci' and 'npm run build' in src/apps, or build without -p:SkipApps=true.");
    }
}
