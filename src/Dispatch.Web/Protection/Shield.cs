using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dispatch.Web.Protection;

/// <summary>Headers that every answer carries, and what an unsafe call must carry.</summary>
internal static class Shield
{
    // MapLibre places its canvas and markers with style attributes; everything else comes from this origin alone.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "worker-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // The reference page of the API brings its own inline script and style.
    private const string ReferencePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs") ? ReferencePolicy : ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-store";
        return next(http);
    });

    /// <summary>An unsafe call comes from our own pages: it carries <c>X-Dispatch: 1</c>, which no foreign form can send, and our own Origin where the browser names one.</summary>
    public static void UseUnsafeCallCheck(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || request.Path.StartsWithSegments("/hubs"))
        {
            if (request.Path.StartsWithSegments("/hubs") && !IsOwnOrigin(request))
            {
                await RefuseAsync(http);
                return;
            }

            await next(http);
            return;
        }

        if (request.Headers["X-Dispatch"] == "1" && IsOwnOrigin(request))
            await next(http);
        else
            await RefuseAsync(http);
    });

    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static Task RefuseAsync(HttpContext http) => Results.Problem(
        detail: "The call did not come from this house's own pages; send the header X-Dispatch: 1 from the same origin.",
        statusCode: StatusCodes.Status403Forbidden, title: "Foreign call",
        extensions: new Dictionary<string, object?> { ["code"] = "foreign-call" }).ExecuteAsync(http);
}
