using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Domain.Ids;

namespace Dispatch.Grains.Patients;

/// <summary>Makes the tokens of patients' links: 256 bits that nobody can guess, made anew from a secret, so that none is stored.</summary>
/// <remarks>Token = HMAC-SHA-256 (secret, visit); only its SHA-256 is a key in the store.</remarks>
public sealed class PatientLinkTokens
{
    private const int SecretBytes = 32;
    private readonly byte[] secret;

    /// <param name="secret">At least 32 bytes, kept with the data and nowhere else.</param>
    public PatientLinkTokens(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, SecretBytes);
        this.secret = secret;
    }

    /// <summary>Reads the secret, or makes one that only this user may read.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public static PatientLinkTokens FromFile(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var made = new FileStream(file, options);
            made.Write(RandomNumberGenerator.GetBytes(SecretBytes));
            made.Flush(flushToDisk: true);
        }

        return new PatientLinkTokens(File.ReadAllBytes(file));
    }

    /// <summary>The token for a visit's page.</summary>
    public string For(VisitId visit) => Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(visit.Value)));

    /// <summary>The path of a visit's page.</summary>
    public string PathFor(VisitId visit) => "/p/" + For(visit);

    /// <summary>The key of the link grain for a token.</summary>
    public static string KeyOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
