using System.Buffers;
using System.Text.Json;
using Dispatch.Roads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dispatch.Web.Osrm;

/// <summary>Speaks OSRM's HTTP API, version 1, on one map: route, table, nearest, match, trip.</summary>
/// <remarks>
/// Source: the documentation of OSRM's HTTP API (docs/http.md of Project-OSRM/osrm-backend). A request is GET, an answer JSON; what
/// cannot be answered is status 400 with one of OSRM's codes and a message. Places alone pass here: who asks, and for whom, is not known.
/// </remarks>
public sealed class OsrmServer : IDisposable
{
    private readonly OsrmAnswers answers;
    private readonly SemaphoreSlim atWork = new(Environment.ProcessorCount);

    /// <summary>A server for a map.</summary>
    public OsrmServer(RoadMap map, OsrmLimits limits) => answers = new OsrmAnswers(map, limits);

    /// <summary>Answers everything that comes in.</summary>
    public void Map(IApplicationBuilder app) => app.Run(AnswerAsync);

    /// <inheritdoc />
    public void Dispose() => atWork.Dispose();

    private async Task AnswerAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        headers.AccessControlAllowHeaders = "X-Requested-With, Content-Type";
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var body = new ArrayBufferWriter<byte>(4096);
        var status = StatusCodes.Status200OK;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            status = StatusCodes.Status405MethodNotAllowed;
            headers.Allow = "GET, HEAD, OPTIONS";
            Write(body, new OsrmError("InvalidMethod", "Method not allowed. Use GET, HEAD or OPTIONS."));
        }
        else
        {
            await atWork.WaitAsync(http.RequestAborted);
            try
            {
                status = Answer(http, body);
            }
            finally
            {
                atWork.Release();
            }
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=UTF-8";
        http.Response.ContentLength = body.WrittenCount;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }

    private int Answer(HttpContext http, ArrayBufferWriter<byte> body)
    {
        try
        {
            using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            answers.Answer(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, json, http.RequestAborted);
            return StatusCodes.Status200OK;
        }
        catch (OsrmError error)
        {
            body.ResetWrittenCount();
            Write(body, error);
            return StatusCodes.Status400BadRequest;
        }
    }

    private static void Write(ArrayBufferWriter<byte> body, OsrmError error)
    {
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
