using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Dispatch.Web.Protection;

/// <summary>How often one may ask: sign-in seldom, everything else often enough for any person.</summary>
internal static class RateLimits
{
    /// <summary>Sign-in: 20 a minute from one address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>A patient's link: 60 a minute from one address, against guessing.</summary>
    public const string PatientLink = "patient-link";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, http => Window(http, 20));
        options.AddPolicy(PatientLink, http => Window(http, 60));
    }

    private static RateLimitPartition<string> Window(HttpContext http, int aMinute) => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
