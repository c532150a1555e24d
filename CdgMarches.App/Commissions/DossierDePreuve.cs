using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Le dossier de preuve d'une séance : un ZIP de tout ce qui la prouve, et l'empreinte de chaque fichier.</summary>
public sealed partial class DossierDePreuve(
    IDbContextFactory<MarchesDbContext> donnees,
    LirePiecesDeSeance lire,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    public const string Empreintes = "empreintes-sha256.txt";

    /// <summary>Écrit le dossier dans un flux ; les fichiers y passent un à un, jamais tous en mémoire.</summary>
    /// <returns>Faux si la séance n'existe pas ou n'est pas du périmètre : rien n'est écrit.</returns>
    public async Task<bool> EcrireAsync(Acteur acteur, SeanceId id, Stream sortie, CancellationToken annulation = default)
    {
        if (await lire.ExecuterAsync(acteur, id, annulation) is not { } pieces)
        {
            return false;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        using var archive = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true);
        var dossier = new Ecriture(archive);
        await dossier.TexteAsync("01-seance.txt", Fiche(pieces), annulation);
        await dossier.TexteAsync("02-convocations.csv", Convocations(pieces), annulation);
        await dossier.TexteAsync("03-presences.csv", Presences(pieces), annulation);
        await dossier.TexteAsync("04-decisions.txt", Decisions(pieces), annulation);
        await CourrielsAsync(contexte, dossier, pieces, annulation);
        await PiecesAsync(contexte, dossier, pieces, annulation);
        await dossier.TexteAsync("09-journal.csv", await JournalAsync(contexte, pieces, annulation), annulation);
        await dossier.FinirAsync(annulation);
        return true;
    }

    private string Fiche(PiecesDeSeance p)
    {
        var s = p.Seance;
        var texte = new StringBuilder();
        texte.AppendLine(Francais.Culture, $"{s.Reference} — {p.Commission}");
        texte.AppendLine(Francais.Culture, $"Réunion : {s.Donnees.EnClair}");
        texte.AppendLine(Francais.Culture, $"État : {s.Etat.Libelle()}");
        texte.AppendLine(
            Francais.Culture,
            $"Règles : {Formats.Compter(s.Delai, "jour franc", "jours francs")}, {s.Regles.Quorum.Libelle().ToLower(Francais.Culture)} ({s.Regles.Fondement})"
        );
        texte.AppendLine(Francais.Culture, $"Sièges : {p.Feuille.Sieges}");
        Instant("Liste figée le", s.FigeeLe);
        Instant("Ouverte le", s.OuverteLe);
        Instant("Close le", s.CloseLe);
        Facultatif("Première réunion, sans quorum", p.Premiere);
        Facultatif("Motif de l'envoi", s.MotifDEnvoi);
        Facultatif("Motif de l'ouverture", s.MotifDOuverture);
        Facultatif("Motif de la fin", s.MotifDeFin);
        return texte.ToString();

        void Instant(string libelle, DateTimeOffset? instant) =>
            Facultatif(libelle, instant is { } i ? Formats.InstantLong(i, horloge.Fuseau) : null);

        void Facultatif(string libelle, string? valeur)
        {
            if (valeur is not null)
            {
                texte.AppendLine(Francais.Culture, $"{libelle} : {valeur}");
            }
        }
    }

    private string Convocations(PiecesDeSeance p) =>
        Csv(
            [
                "numero",
                "nom",
                "qualite",
                "membre",
                "canal",
                "adresse",
                "adressee_le",
                "envoyee_le",
                "reference",
                "ouverte_le",
                "reponse",
                "repondue_le",
                "dans_le_delai",
                "echec",
            ],
            p.Convocations.Select(c =>
                new[]
                {
                    c.Convocation.Numero.ToString(CultureInfo.InvariantCulture),
                    c.Convocation.Nom,
                    c.Convocation.Qualite.Libelle(),
                    c.Convocation.Membre,
                    c.Convocation.Canal.Libelle(),
                    c.Convocation.Courriel ?? c.Convocation.Adresse,
                    c.AdresseeLe?.ToString("O", CultureInfo.InvariantCulture),
                    Iso(c.EnvoyeeLe),
                    c.MessageId ?? c.Convocation.Preuve,
                    Iso(c.Convocation.OuverteLe),
                    c.Convocation.Reponse?.Libelle(),
                    Iso(c.Convocation.RepondueLe),
                    c.EstReguliere ? "oui" : "non",
                    c.Echec,
                }
            )
        );

    private static string Presences(PiecesDeSeance p) =>
        Csv(
            ["siege", "qualite", "nom", "arrivee", "depart", "a_distance"],
            p.Feuille.Places.SelectMany(place =>
                    new[]
                    {
                        (place.Membre, Rang: "Titulaire", Personne: place.Titulaire, Nom: place.NomDuTitulaire),
                        (place.Membre, Rang: "Suppléant", Personne: place.Suppleant, Nom: place.NomDuSuppleant),
                    }
                )
                .Concat(
                    p.Seance.Invites.Select(i =>
                        (i.Role.Libelle(), Rang: "Voix consultative", Personne: (Guid?)i.Personne, Nom: (string?)i.Nom)
                    )
                )
                .Where(x => x.Personne is not null)
                .SelectMany(x =>
                    p.Presences.Where(r => r.Personne == x.Personne)
                        .OrderBy(r => r.Arrivee)
                        .Select(r => new[] { x.Item1, x.Rang, x.Nom, Iso(r.Arrivee), Iso(r.Depart), r.ADistance ? "oui" : "non" })
                )
        );

    private string Decisions(PiecesDeSeance p)
    {
        var texte = new StringBuilder();
        foreach (var point in p.Seance.Points.OrderBy(x => x.Numero))
        {
            texte.AppendLine(Francais.Culture, $"{point.Numero}. {point.Titre} ({point.Nature.Libelle()})");
            texte.AppendLine(
                Francais.Culture,
                $"   Décision : {point.Issue?.Libelle() ?? "aucune"}{(point.Attributaire is { } a ? $" à {a}" : "")}"
            );
            if (point.Pour is not null)
            {
                texte.AppendLine(
                    Francais.Culture,
                    $"   Vote : {point.Pour} pour, {point.Contre} contre, {Formats.Compter(point.Abstentions ?? 0, "abstention")} ; {Formats.Compter(point.VoixPresentes ?? 0, "voix présente", "voix présentes")}, quorum {point.QuorumRequis}"
                );
            }

            if (point.DecideLe is { } instant)
            {
                texte.AppendLine(Francais.Culture, $"   Prise le {Formats.InstantLong(instant, horloge.Fuseau)}");
            }

            foreach (var deport in p.Seance.Deports.Where(d => d.Point == point.Numero))
            {
                texte.AppendLine(
                    Francais.Culture,
                    $"   Déport : {deport.Nom}, le {Formats.InstantLong(deport.DeclareLe, horloge.Fuseau)}"
                );
            }

            if (point.Motifs is { } motifs)
            {
                texte.AppendLine(Francais.Culture, $"   Motifs : {motifs}");
            }
        }

        return texte.ToString();
    }

    /// <summary>Le texte de chaque courriel parti pour la séance et son invitation d'agenda, sans le secret des liens.</summary>
    private static async Task CourrielsAsync(
        MarchesDbContext contexte,
        Ecriture dossier,
        PiecesDeSeance pieces,
        CancellationToken annulation
    )
    {
        var (type, cle) = (nameof(Seance), pieces.Seance.Id.Valeur);
        var courriels = await contexte
            .EnvoisDeCourriel.AsNoTracking()
            .Where(e => e.ObjetType == type && e.ObjetId == cle && e.Modele != "commission.code")
            .OrderBy(e => e.DeposeLe)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                e.NomDestinataire,
                e.Destinataire,
                e.Objet,
                e.Texte,
                e.Ics,
                e.EnvoyeLe,
                e.MessageId,
            })
            .ToListAsync(annulation);
        foreach (var (c, i) in courriels.Select((c, i) => (c, i + 1)))
        {
            var texte =
                $"À : {c.NomDestinataire} <{c.Destinataire}>\nObjet : {c.Objet}\nEnvoyé : {Iso(c.EnvoyeLe) ?? "en attente"}\nMessage-ID : {c.MessageId}\n\n{SansJeton(c.Texte)}";
            var nom = $"convocations/{i.ToString("D3", CultureInfo.InvariantCulture)}";
            await dossier.TexteAsync($"{nom}.txt", texte, annulation);
            if (c.Ics is { } invitation)
            {
                await dossier.TexteAsync($"{nom}.ics", SansJeton(Deplier(invitation)), annulation);
            }
        }
    }

    private async Task PiecesAsync(
        MarchesDbContext contexte,
        Ecriture dossier,
        PiecesDeSeance pieces,
        CancellationToken annulation
    )
    {
        var seance = pieces.Seance;
        var demandees = seance
            .Documents.Select(d => (Dossier: $"documents/point-{d.Point.ToString(CultureInfo.InvariantCulture)}", d.Piece))
            .Concat(seance.PvSigne is { } pv ? [("proces-verbal", pv)] : [])
            .Concat(
                seance.Rectificatifs.Select(r =>
                    ($"proces-verbal/rectificatif-{r.Numero.ToString(CultureInfo.InvariantCulture)}", r.Piece)
                )
            )
            .ToList();
        var (type, cle) = (nameof(Seance), seance.Id.Valeur);
        demandees.AddRange(
            (
                await contexte
                    .DocumentsProduits.AsNoTracking()
                    .Where(d => d.ObjetType == type && d.ObjetId == cle)
                    .OrderBy(d => d.ProduitLe)
                    .ThenBy(d => d.Id)
                    .Select(d => d.Piece)
                    .ToListAsync(annulation)
            ).Select(piece => ("documents-produits", piece))
        );
        var ids = demandees.Select(d => d.Piece).ToList();
        var connues = await contexte
            .Pieces.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, annulation);
        foreach (var (dans, id) in demandees)
        {
            await using var contenu = magasin.Ouvrir(connues[id]);
            await dossier.FichierAsync($"{dans}/{connues[id].Nom}", contenu, annulation);
        }
    }

    private static async Task<string> JournalAsync(MarchesDbContext contexte, PiecesDeSeance pieces, CancellationToken annulation)
    {
        var cles = pieces.Convocations.Select(c => c.Convocation.Id.Valeur).Append(pieces.Seance.Id.Valeur).ToList();
        var lignes = await contexte
            .Journal.AsNoTracking()
            .Where(l => cles.Contains(l.ObjetId))
            .OrderBy(l => l.Instant)
            .ThenBy(l => l.Id)
            .ToListAsync(annulation);
        return Csv(
            ["instant", "par", "fait", "avant", "apres", "motif", "adresse"],
            lignes.Select(l => new[] { Iso(l.Instant), l.Acteur, l.Libelle, l.Avant, l.Apres, l.Motif, l.Adresse })
        );
    }

    /// <summary>Les lignes d'un agenda coupées à 75 octets, remises bout à bout : un lien peut y être coupé en deux.</summary>
    private static string Deplier(string agenda) => agenda.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string SansJeton(string texte) => Jeton().Replace(texte, "…");

    [GeneratedRegex(@"(?<=/convocation/)[^\s\\]+")]
    private static partial Regex Jeton();

    private static string? Iso(DateTimeOffset? instant) => instant?.ToString("O", CultureInfo.InvariantCulture);

    private static string Csv(IReadOnlyList<string> entetes, IEnumerable<string?[]> lignes)
    {
        var texte = new StringBuilder("\uFEFF");
        texte.AppendLine(string.Join(';', entetes));
        foreach (var ligne in lignes)
        {
            texte.AppendLine(string.Join(';', ligne.Select(Champ)));
        }

        return texte.ToString();
    }

    /// <summary>Entre guillemets, et jamais lu comme une formule par un tableur.</summary>
    private static string Champ(string? valeur)
    {
        var sur = valeur is ['=' or '+' or '-' or '@', ..] ? $"'{valeur}" : valeur ?? "";
        return $"\"{sur.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Écrit les fichiers de l'archive et retient leur empreinte.</summary>
    private sealed class Ecriture(ZipArchive archive)
    {
        private readonly StringBuilder _empreintes = new();
        private readonly HashSet<string> _noms = new(StringComparer.OrdinalIgnoreCase);

        public async Task TexteAsync(string nom, string texte, CancellationToken annulation)
        {
            using var flux = new MemoryStream(Encoding.UTF8.GetBytes(texte), writable: false);
            await FichierAsync(nom, flux, annulation);
        }

        public async Task FichierAsync(string nom, Stream contenu, CancellationToken annulation)
        {
            var unique = nom;
            for (var i = 2; !_noms.Add(unique); i++)
            {
                unique =
                    $"{Path.ChangeExtension(nom, null)} ({i.ToString(CultureInfo.InvariantCulture)}){Path.GetExtension(nom)}";
            }

            using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var entree = await archive.CreateEntry(unique, CompressionLevel.Fastest).OpenAsync(annulation);
            var tampon = new byte[64 * 1024];
            for (int lus; (lus = await contenu.ReadAsync(tampon, annulation)) > 0; )
            {
                empreinte.AppendData(tampon, 0, lus);
                await entree.WriteAsync(tampon.AsMemory(0, lus), annulation);
            }

            _empreintes.Append(Convert.ToHexStringLower(empreinte.GetHashAndReset())).Append("  ").Append(unique).Append('\n');
        }

        public async Task FinirAsync(CancellationToken annulation)
        {
            await using var entree = await archive.CreateEntry(Empreintes).OpenAsync(annulation);
            await entree.WriteAsync(Encoding.UTF8.GetBytes(_empreintes.ToString()), annulation);
        }
    }
}
