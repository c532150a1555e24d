using System.IO.Compression;
using System.Text;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>
/// Une archive zip dont on ne décompresse jamais plus que permis : les tailles annoncées sont jugées d'abord, puis chaque
/// octet réellement décompressé est compté, car une archive hostile ment sur ses tailles.
/// </summary>
internal sealed class ArchiveBornee : IDisposable
{
    private const long SeuilDuRapport = 5L * 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parties = new(StringComparer.OrdinalIgnoreCase);
    private readonly LimitesDeLecture _limites;
    private readonly Refus _refus;
    private long _reste;

    /// <exception cref="InvalidDataException">Ce n'est pas une archive entière.</exception>
    public ArchiveBornee(byte[] contenu, LimitesDeLecture limites, Refus refus)
    {
        _limites = limites;
        _refus = refus;
        _reste = limites.TailleDecompressee;
        _archive = new ZipArchive(
            new MemoryStream(contenu, writable: false),
            ZipArchiveMode.Read,
            leaveOpen: false,
            Encoding.UTF8
        );
        try
        {
            Juger();
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    public IEnumerable<string> Noms => _parties.Keys;

    public bool Contient(string nom) => _parties.ContainsKey(nom);

    /// <returns>Le flux borné d'une partie, ou null si l'archive ne l'a pas.</returns>
    public Stream? Ouvrir(string nom) =>
        _parties.TryGetValue(nom, out var partie) ? new FluxBorne(this, partie.Open(), partie.CompressedLength) : null;

    public void Dispose() => _archive.Dispose();

    private void Juger()
    {
        if (_archive.Entries.Count > _limites.Parties)
        {
            throw _refus.Bombe();
        }

        var total = 0L;
        foreach (var partie in _archive.Entries)
        {
            total += partie.Length;
            var rapportExcessif =
                partie.Length > SeuilDuRapport
                && partie.Length / Math.Max(1, partie.CompressedLength) > _limites.RapportDeCompression;
            if (partie.Length < 0 || total > _limites.TailleDecompressee || rapportExcessif)
            {
                throw _refus.Bombe();
            }

            // Deux parties du même nom se liraient différemment selon le logiciel.
            if (!_parties.TryAdd(partie.FullName.Replace('\\', '/').TrimStart('/'), partie))
            {
                throw _refus.Abime();
            }
        }
    }

    private void Compter(int octets, long lusDeLaPartie, long compresses)
    {
        _reste -= octets;
        if (
            _reste < 0
            || (lusDeLaPartie > SeuilDuRapport && lusDeLaPartie / Math.Max(1, compresses) > _limites.RapportDeCompression)
        )
        {
            throw _refus.Bombe();
        }
    }

    private sealed class FluxBorne(ArchiveBornee archive, Stream source, long compresses) : Stream
    {
        private long _lus;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _lus;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var octets = source.Read(buffer);
            _lus += octets;
            archive.Compter(octets, _lus, compresses);
            return octets;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
