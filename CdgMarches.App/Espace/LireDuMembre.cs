using CdgMarches.App.Conventions;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Une adhésion d'un membre, et ce que le CDG attend encore de lui.</summary>
public sealed record AdhesionDuMembre(
    GroupementId Groupement,
    string Nom,
    string Membre,
    DateOnly? Entree,
    DateOnly? Sortie,
    IReadOnlyList<string> Prestations,
    IReadOnlyList<string> Attendus,
    DateOnly? AttendusLe
)
{
    /// <summary>Le dossier en cours, ou celui dont l'adhésion est née ; nul si elle n'en a pas eu.</summary>
    public DossierDAdhesionId? Dossier { get; init; }

    /// <summary>Le retrait annoncé et pas encore constaté ; nul sinon.</summary>
    public RetraitDuMembre? Retrait { get; init; }

    /// <summary>La fin du groupement, s'il se dissout ou s'il est clos.</summary>
    public FinDuGroupement? Fin { get; init; }

    /// <summary>Le dernier jour de l'adhésion : le sien, ou celui du groupement clos s'il vient avant.</summary>
    public DateOnly? DernierJour => Fin is { EstClos: true, DernierJour: { } clos } && !(Sortie < clos) ? clos : Sortie;
}

/// <summary>Un retrait en cours, tel que le membre qui part le lit.</summary>
/// <param name="Etat">Où il en est.</param>
/// <param name="AnnonceLe">Le jour de l'annonce.</param>
/// <param name="SortieLe">Le dernier jour prévu ; nul tant que rien ne le fixe.</param>
/// <param name="ResteAFaire">Ce que l'on attend encore de lui.</param>
public sealed record RetraitDuMembre(EtatDeRetrait Etat, DateOnly AnnonceLe, DateOnly? SortieLe, string ResteAFaire);

/// <summary>Une pièce de la convention d'un membre.</summary>
public sealed record PieceDuMembre(int Numero, string Libelle, Domain.Conventions.EtatDePiece Etat, string? Motif);

/// <summary>La convention d'accès d'un membre.</summary>
public sealed record ConventionDuMembre(
    ConventionDAccesId Id,
    int Version,
    string Reference,
    string Membre,
    EtatDeConvention Etat,
    ActesDAcces Actes,
    DateOnly? PremierJour,
    DateOnly? DernierJour,
    string? PhraseDeLEffet,
    string? Texte,
    IReadOnlyList<PieceDuMembre> Pieces,
    IReadOnlyList<Domain.Conventions.NatureDePiece> Attendues,
    bool DocumentsADisposition,
    RestitutionDeLaFiche? Restitution
);

/// <summary>Les adhésions d'un membre : en vigueur, passées, et les dossiers en cours.</summary>
public sealed class LireAdhesionsDuMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IReadOnlyList<AdhesionDuMembre>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adhesions = await contexte
            .Adhesions.AsNoTracking()
            .AsSplitQuery()
            .Where(a => siennes.Contains(a.Collectivite))
            .ToListAsync(annulation);
        var dossiers = await contexte
            .DossiersDAdhesion.AsNoTracking()
            .AsSplitQuery()
            .Where(d => siennes.Contains(d.Collectivite))
            .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            .ToListAsync(annulation);
        var aboutis = await contexte
            .DossiersDAdhesion.Where(d => siennes.Contains(d.Collectivite) && d.Adhesion != null)
            .Select(d => new { Adhesion = d.Adhesion!.Value, d.Id })
            .ToDictionaryAsync(d => d.Adhesion, d => (DossierDAdhesionId?)d.Id, annulation);
        var groupements = adhesions.Select(a => a.Groupement).Concat(dossiers.Select(d => d.Groupement)).Distinct().ToList();
        var noms = await contexte
            .Groupements.AsNoTracking()
            .AsSplitQuery()
            .Where(g => groupements.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, annulation);
        var retraits = await contexte
            .DossiersDeRetrait.AsNoTracking()
            .Where(d => siennes.Contains(d.Collectivite) && d.Etat == EtatDeRetrait.Annonce)
            .ToListAsync(annulation);
        var fins = await FinDuGroupement.LireAsync(contexte, groupements, horloge.Aujourdhui, annulation);
        var membres = await contexte
            .Collectivites.Where(c => siennes.Contains(c.Id))
            .Select(c => new { c.Id, c.Nom })
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
        return
        [
            .. dossiers.Select(d => new AdhesionDuMembre(
                d.Groupement,
                Nom(d.Groupement),
                membres[d.Collectivite],
                null,
                null,
                [],
                Attendus(d),
                d.AttenduLe
            )
            {
                Dossier = d.Id,
                Fin = fins.GetValueOrDefault(d.Groupement),
            }),
            .. adhesions
                .OrderByDescending(a => a.Entree)
                .ThenBy(a => a.Id.Valeur)
                .Select(a => new AdhesionDuMembre(
                    a.Groupement,
                    Nom(a.Groupement),
                    membres[a.Collectivite],
                    a.Entree,
                    a.Sortie,
                    [
                        .. noms[a.Groupement]
                            .Prestations.Where(p => a.ChoixAu(horloge.Aujourdhui).Any(c => c.Prestation == p.Id))
                            .OrderBy(p => p.Ordre)
                            .Select(p => p.Libelle),
                    ],
                    [],
                    null
                )
                {
                    Dossier = aboutis.GetValueOrDefault(a.Id),
                    Retrait = Retrait(a),
                    Fin = fins.GetValueOrDefault(a.Groupement),
                }),
        ];

        RetraitDuMembre? Retrait(Adhesion adhesion) =>
            retraits.Find(r => r.Adhesion == adhesion.Id) is { } retrait
                ? new(
                    retrait.Etat,
                    retrait.AnnonceLe,
                    retrait.SortieLe,
                    retrait.ResteAFaire(noms[adhesion.Groupement].Regles, horloge.Aujourdhui)
                )
                : null;

        string Nom(GroupementId id) => AppellationDuGroupement.AvecMillesime(noms[id].Nom, noms[id].Millesime);
    }

    /// <summary>Les pièces attendues ou à refaire, dans les mots de la demande de correction quand il y en a une.</summary>
    internal static IReadOnlyList<string> Attendus(DossierDAdhesion dossier) =>
        [
            .. dossier
                .Pieces.Where(p => p.Etat is Domain.Groupements.EtatDePiece.Attendue or Domain.Groupements.EtatDePiece.ACorriger)
                .Select(p =>
                    dossier.CorrectionEnCours is { } correction && correction.Piece == p.Id
                        ? $"{p.Libelle}, à refaire : {correction.Texte}"
                        : p.Libelle
                ),
        ];
}

/// <summary>Les conventions d'accès d'un membre et les documents qu'il doit rendre.</summary>
public sealed class LireConventionsDuMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IReadOnlyList<ConventionDuMembre>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var conventions = await contexte
            .ConventionsDAcces.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .ToListAsync(annulation);
        var ids = conventions.Select(c => c.Collectivite).Distinct().ToList();
        var noms = await contexte
            .Collectivites.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Nom })
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
        var jour = horloge.Aujourdhui;
        return
        [
            .. conventions
                .OrderByDescending(c => c.PrepareeLe)
                .ThenBy(c => c.Id.Valeur)
                .Select(c => new ConventionDuMembre(
                    c.Id,
                    c.Version,
                    c.Reference.ToString(),
                    noms[c.Collectivite],
                    c.EtatAu(jour),
                    c.Actes,
                    c.PremierJour,
                    c.DernierJour,
                    c.EffetDeLaDenonciation?.Phrase,
                    c.TexteAu(jour),
                    [
                        .. c
                            .Pieces.OrderByDescending(p => p.Numero)
                            .Select(p => new PieceDuMembre(p.Numero, p.Nature.Libelle(), p.Etat, p.Motif)),
                    ],
                    c.PiecesAttendues,
                    c.PrendFin && c.Restitution is { MiseADispositionLe: not null, EstTerminee: false },
                    c.Restitution is { } r ? LireFicheConvention.De(r) : null
                )),
        ];
    }
}
