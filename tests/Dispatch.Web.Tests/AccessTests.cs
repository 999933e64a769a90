using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Web.Tests;

/// <summary>Walks every endpoint with every role against one table; an endpoint that is not in it fails.</summary>
public sealed partial class AccessTests(DemoHouse house)
{
    private static readonly (string Prefix, string Who)[] Table =
    [
        ("/api/session", "anybody"), ("/api/demo-accounts", "anybody"), ("/api/map", "anybody"), ("/api/clock", "anybody"), ("/api/{*path:nonfile}", "signed-in"),
        ("/api/my-day", "technician"), ("/api/patient-visit", "patient"), ("/api/admin", "administrator"),
        ("/api/clock/speed", "desk"), ("/api/territories", "desk"), ("/api/patients", "desk"), ("/api/equipment", "desk"), ("/api/technicians", "desk"),
        ("/api/visits", "desk"), ("/api/triage", "desk"), ("/api/days", "desk"), ("/api/addresses", "desk"), ("/api/reach", "desk"),
        ("/tiles", "anybody"), ("/", "anybody"), ("/admin", "anybody"), ("/p", "anybody"), ("/tech", "anybody"), ("/openapi", "anybody"), ("/docs", "anybody"), ("/health", "anybody"), ("/{*path:nonfile}", "anybody"),
        ("/hubs/board", "desk"), ("/hubs/technician", "technician"), ("/hubs/patient", "patient"),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("dispatcher")]
    [InlineData("technician")]
    [InlineData("clinician")]
    [InlineData("administrator")]
    public async Task Each_role_gets_in_where_the_table_says_and_nowhere_else(string? user)
    {
        using var client = await house.ClientAsync(user);
        var wrong = new List<string>();
        foreach (var (method, pattern) in Endpoints())
        {
            if (pattern == "/api/session" && method is "POST" or "DELETE")
                continue; // Signing in and out would change who walks.
            var who = Table.Where(row => pattern == row.Prefix || pattern.StartsWith(row.Prefix + "/", StringComparison.Ordinal)).OrderByDescending(row => row.Prefix.Length).FirstOrDefault().Who;
            if (who is null)
            {
                wrong.Add($"{method} {pattern} is not in the table");
                continue;
            }

            using var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(pattern, "1"));
            if (method is not ("GET" or "HEAD"))
                request.Content = new StringContent("{", Encoding.UTF8, pattern.Contains("/csv/", StringComparison.Ordinal) ? "text/csv" : "application/json"); // Not JSON: whoever is let in is told so, and nothing changes.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var isIn = answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
            if (isIn != MayEnter(who, user) && !(pattern == "/api/session" && user is null))
                wrong.Add($"{method} {pattern} as {user ?? "nobody"}: {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_patients_link_opens_one_page_and_no_other_door()
    {
        using var desk = await house.ClientAsync("dispatcher");
        var link = await FirstLinkAsync(desk);
        using var patient = await house.ClientAsync(null);
        using var opened = await patient.GetAsync(new Uri(link, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, "/p"), (opened.StatusCode, opened.Headers.Location!.ToString()));
        Assert.Contains("HttpOnly", string.Join(';', opened.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await patient.GetAsync(new Uri("/api/patient-visit", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await patient.GetAsync(new Uri("/api/territories", UriKind.Relative))).StatusCode);
        using var guess = await house.ClientAsync(null);
        await guess.GetAsync(new Uri("/p/" + new string('A', 43), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, (await guess.GetAsync(new Uri("/api/patient-visit", UriKind.Relative))).StatusCode);
    }

    // The first messages go out by the outbox, which may still be at it when the day is ready.
    private static async Task<string> FirstLinkAsync(HttpClient desk)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var messages = await desk.GetStringAsync(new Uri("/api/territories/demo/messages?count=50", UriKind.Relative), patience.Token);
            if (LinkPath().Match(messages) is { Success: true } found)
                return found.Groups[1].Value;
            await Task.Yield();
        }
    }

    private static bool MayEnter(string who, string? user) => who switch
    {
        "anybody" => true,
        "signed-in" => user is not null,
        "desk" => user is "dispatcher" or "administrator",
        "technician" => user == "technician",
        "administrator" => user == "administrator",
        _ => false,
    };

    private IEnumerable<(string Method, string Pattern)> Endpoints() =>
        house.House.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))))
            .Where(pair => !pair.Item2.Contains("{documentName", StringComparison.Ordinal) || pair.method == "GET").Distinct();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"link\":\"(/p/[^\"]+)\"")]
    private static partial Regex LinkPath();
}
