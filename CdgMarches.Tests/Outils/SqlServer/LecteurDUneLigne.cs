using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace CdgMarches.Tests.Outils.SqlServer;

/// <summary>One row of plausible values, whatever is asked: enough for EF to go on to the next command (split queries, batches).</summary>
internal sealed class LecteurDUneLigne : DbDataReader
{
    private bool _lue;

    public override int FieldCount => 1024;

    public override int RecordsAffected => 1;

    public override int Depth => 0;

    public override bool IsClosed => false;

    public override bool HasRows => true;

    public override object this[int ordinal] => 1;

    public override object this[string name] => 1;

    public static object? Valeur(Type type) =>
        type switch
        {
            _ when type == typeof(string) => "a",
            _ when type == typeof(byte[]) => new byte[8],
            _ when type == typeof(Guid) => Guid.NewGuid(),
            _ when type == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            _ when type == typeof(bool) => true,
            _ when type == typeof(char) => 'a',
            { IsEnum: true } => Activator.CreateInstance(type),
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(1, type, CultureInfo.InvariantCulture),
            { IsValueType: true } => Activator.CreateInstance(type),
            _ => null,
        };

    public override bool Read() => !_lue && (_lue = true);

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => false;

    public override T GetFieldValue<T>(int ordinal) => Valeur<T>();

    public override bool GetBoolean(int ordinal) => true;

    public override byte GetByte(int ordinal) => 1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => 'a';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override string GetDataTypeName(int ordinal) => "int";

    public override DateTime GetDateTime(int ordinal) => Valeur<DateTime>();

    public override decimal GetDecimal(int ordinal) => 1;

    public override double GetDouble(int ordinal) => 1;

    public override Type GetFieldType(int ordinal) => typeof(int);

    public override float GetFloat(int ordinal) => 1;

    public override Guid GetGuid(int ordinal) => Valeur<Guid>();

    public override short GetInt16(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override string GetName(int ordinal) => $"c{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override string GetString(int ordinal) => "a";

    public override object GetValue(int ordinal) => 1;

    public override int GetValues(object[] values) => 0;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    private static T Valeur<T>() => (T)Valeur(typeof(T))!;
}
