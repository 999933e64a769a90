namespace Dispatch.Journal.Sqlite;

/// <summary>Primary result codes of SQLite that mean something to the journal (https://sqlite.org/rescode.html).</summary>
internal static class SqliteError
{
    public const int Permission = 3;
    public const int Busy = 5;
    public const int Locked = 6;
    public const int ReadOnly = 8;
    public const int InputOutput = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int NotADatabase = 26;

    /// <summary>The group in hand cannot be committed, whichever of its writes met the error.</summary>
    public static bool SpoilsGroup(int code) =>
        code is Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NotADatabase;

    /// <summary>Nothing was done, and the same may succeed later.</summary>
    public static bool MayPass(int code) => code is Busy or Locked or Full;

    /// <summary>
    /// Nothing more may be written until the file has been opened anew. After a failed sync the system may call pages clean that
    /// never reached the disk (Rebello et al., "Can Applications Recover from fsync Failures?", USENIX ATC 2020), so a later
    /// commit that succeeds would prove nothing.
    /// </summary>
    public static bool SpoilsFile(int code) => code is InputOutput or Corrupt or NotADatabase;
}
