using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Composition = CdgMarches.App.Documents.Origine.Composition;

namespace CdgMarches.App.Commissions.Papiers;

/// <summary>Ce que toutes les pièces d'une séance ont en commun : leurs faits, leurs champs, les séances où les essayer.</summary>
public abstract class PapierDeSeance(LirePiecesDeSeance lire, IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : IModeleDeDocument,
        IModeleDOrigine
{
    public abstract string Code { get; }

    public abstract GenreDeDocument Genre { get; }

    public abstract string Titre { get; }

    public string ObjetType => nameof(Seance);

    public string Droit => Droits.GererCommissions;

    public virtual OrientationDePage Orientation => OrientationDePage.Portrait;

    public virtual bool AvecDestinataire => false;

    /// <summary>Les champs de la séance, puis ceux de la pièce.</summary>
    public IReadOnlyList<ChampDeModele> Champs => [.. Communs, .. SesChamps];

    public virtual IReadOnlyList<TableDeModele> Tables => [];

    public virtual IReadOnlyList<ConditionDeModele> Conditions => [];

    protected virtual IReadOnlyList<ChampDeModele> SesChamps => [];

    protected TimeZoneInfo Fuseau => horloge.Fuseau;

    private static IReadOnlyList<ChampDeModele> Communs { get; } =
    [
        new("reference", "Référence de la séance", "CAO-2026-002", Obligatoire: true),
        new("commission", "Commission", "CAO — Plateforme de dématérialisation", Obligatoire: true),
        new("coordonnateur", "Coordonnateur", "CDG 62", Obligatoire: true),
        new("date_seance", "Date de la séance", "lundi 16 mars 2026", Obligatoire: true),
        new("heure_seance", "Heure de la séance", "14 h 00", Obligatoire: true),
        new("mode", "Mode de réunion", "En présence"),
        new("lieu", "Lieu ou adresse de la visioconférence", "Salle des délibérations"),
        new("modalites", "Modalités à distance", "Appel nominal, huis clos"),
        new("convocation_date", "Date d'envoi des convocations", "6 mars 2026"),
        new("delai", "Délai de convocation", "5 jours francs"),
        new("fondement", "Texte qui fonde les règles", "Convention constitutive, art. 3.2"),
        new("premiere", "Première réunion, sur seconde convocation", "CAO-2026-001 du 2 mars 2026"),
        new("sieges", "Nombre de sièges", "9"),
        new("quorum", "Quorum", "5"),
    ];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        var pieces =
            await lire.ExecuterAsync(acteur, new SeanceId(objet), annulation)
            ?? throw new DroitManquantException(Droits.GererCommissions);
        return Remplir(pieces);
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var seances = await contexte
            .SeancesVisibles(acteur)
            .AsNoTracking()
            .OrderByDescending(s => s.Date)
            .Take(10)
            .Select(s => new
            {
                s.Id,
                s.Reference,
                s.Date,
            })
            .ToListAsync(annulation);
        return [.. seances.Select(s => new ObjetDApercu(s.Id.Valeur, $"{s.Reference}, {Formats.DateLongue(s.Date)}"))];
    }

    public abstract void Composer(Composition page);

    /// <summary>Un document par élément.</summary>
    protected abstract IReadOnlyList<DonneesDeFusion> Remplir(PiecesDeSeance pieces);

    /// <summary>Les données d'un document, champs communs donnés.</summary>
    protected static DonneesDeFusion Commencer(
        PiecesDeSeance p,
        string titre,
        DestinataireDeDocument? destinataire = null,
        Domain.Groupements.GroupementId? groupement = null
    )
    {
        var s = p.Seance;
        var quorum = s.QuorumDe(p.Feuille.Sieges);
        var d = new DonneesDeFusion($"{titre} — {s.Reference}")
        {
            Destinataire = destinataire,
            Groupement = groupement ?? GroupementUnique(p),
        };
        d.Champ("reference", s.Reference.ToString())
            .Champ("commission", p.Commission)
            .Champ("coordonnateur", p.Coordonnateur)
            .Champ("date_seance", Formats.DateAvecJour(s.Date))
            .Champ("heure_seance", Formats.Heure(s.Heure))
            .Champ("mode", s.Mode.Libelle())
            .Champ("lieu", string.Join("\n", new[] { s.Lieu, s.Lien }.OfType<string>()))
            .Champ("modalites", s.Modalites)
            .Champ("convocation_date", DatesDEnvoi(p))
            .Champ("delai", Formats.Compter(s.Delai, "jour franc", "jours francs"))
            .Champ("fondement", s.Regles.Fondement)
            .Champ("premiere", p.Premiere)
            .Champ("sieges", Formats.Nombre((long)p.Feuille.Sieges))
            .Champ("quorum", quorum.EstSansCondition ? "sans condition de quorum" : Formats.Nombre((long)quorum.Requis));
        return d;
    }

    /// <summary>Les jours des envois de la dernière convocation : chacun a le sien, le plus tardif commande (RG2.11).</summary>
    private static string? DatesDEnvoi(PiecesDeSeance p)
    {
        var jours = p
            .Convocations.Where(c => c.Convocation.Numero == p.Seance.NumeroDeConvocation)
            .Select(c => c.AdresseeLe)
            .OfType<DateOnly>()
            .Distinct()
            .Order()
            .ToList();
        return jours switch
        {
            [] => p.Seance.ConvoqueeLe is { } jour ? Formats.DateLongue(jour) : null,
            [var seul] => Formats.DateLongue(seul),
            [var premier, .., var dernier] => $"{Formats.DateLongue(premier)}, la dernière le {Formats.DateLongue(dernier)}",
        };
    }

    /// <summary>Le groupement de tous les points, quand c'est le même : son modèle par défaut, et qui peut lire le document.</summary>
    private static Domain.Groupements.GroupementId? GroupementUnique(PiecesDeSeance p) =>
        p.Seance.Points.Select(x => x.Groupement).Distinct().ToList() is [{ } seul] ? seul : null;

    protected string? Heure(DateTimeOffset? instant) => instant is { } i ? Formats.Heure(i, Fuseau) : null;

    /// <summary>La décision en une phrase : vote, issue, attributaire.</summary>
    protected static string Decision(PointDOrdreDuJour p) =>
        p.Issue is not { } issue
            ? "Pas de décision."
            : $"{issue.Libelle()}{(p.Attributaire is { } a ? $" à {a}" : "")}"
                + (
                    p.Pour is null
                        ? "."
                        : $" — {p.Pour} pour, {p.Contre} contre, {Formats.Compter(p.Abstentions ?? 0, "abstention")}, sur {Formats.Compter(p.VoixPresentes ?? 0, "voix présente", "voix présentes")} (quorum {p.QuorumRequis})."
                );
}
