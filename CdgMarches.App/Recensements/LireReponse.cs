using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>L'en-tête d'une réponse : tout ce que la page montre autour de la grille, et rien de ses lignes.</summary>
public sealed record ReponseAffichee(
    ReponseId Id,
    int Version,
    CampagneId Campagne,
    string ReferenceDeCampagne,
    string IntituleDeCampagne,
    string? Consigne,
    PeriodeDesQuantites Periode,
    CollectiviteId Collectivite,
    string Membre,
    PrestationId Prestation,
    string LibelleDePrestation,
    EtatDeReponse Etat,
    bool HorsDelai,
    DateOnly JourLimite,
    string? ReponduePar,
    DateTimeOffset? RepondueLe,
    string? NumeroDeRecu,
    string? Motif,
    Verdict PeutSaisir,
    bool ADesN1,
    int Lignes,
    IReadOnlyList<ReponseSoeur> Soeurs,
    AgentDuCdg? Agent,
    bool AuNomDe,
    bool PeutAgir
);

/// <summary>La réponse du même membre à une autre prestation.</summary>
public sealed record ReponseSoeur(ReponseId Id, string Libelle, EtatDeReponse Etat);

/// <summary>Une ligne de la grille, telle qu'elle s'affiche une fois.</summary>
public sealed record LigneDeGrille(
    int Numero,
    int Lot,
    string Designation,
    string Unite,
    ChampDeReponse Demandes,
    bool EstNouvelle,
    LigneDeReponse? Saisie,
    long? N1
);

/// <summary>La grille d'une réponse.</summary>
public sealed record GrilleDeReponse(
    ReponseId Id,
    string Legende,
    bool Ouverte,
    ChampDeReponse Champs,
    bool AvecN1,
    IReadOnlyList<LotDeCampagne> Lots,
    IReadOnlyList<LigneDeGrille> Lignes
);

/// <summary>Lit une réponse : son en-tête pour la page, sa grille pour l'envoi unique des lignes.</summary>
public sealed class LireReponse(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, ControlerReponse controler)
{
    /// <returns>L'en-tête, ou null si la réponse n'est pas du périmètre.</returns>
    public async Task<ReponseAffichee?> ExecuterAsync(Acteur acteur, ReponseId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponse = await contexte.ReponsesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, annulation);
        if (reponse is null)
        {
            return null;
        }

        var campagne = await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == reponse.Campagne, annulation);
        var membre = await contexte
            .Collectivites.Where(c => c.Id == reponse.Collectivite)
            .Select(c => c.Nom)
            .SingleAsync(annulation);
        var soeurs = await contexte
            .Reponses.Where(r => r.Campagne == reponse.Campagne && r.Collectivite == reponse.Collectivite)
            .Select(r => new
            {
                r.Id,
                r.Prestation,
                r.Etat,
            })
            .ToListAsync(annulation);
        var lignes = await contexte.LignesDeCatalogue.CountAsync(
            l => l.Campagne == reponse.Campagne && l.Prestation == reponse.Prestation && l.RetireeALaVersion == null,
            annulation
        );
        var aDesN1 = await ValeursN1.ExistentAsync(contexte, reponse, campagne.Precedente, annulation);
        var ordre = campagne.Prestations.ToDictionary(p => p.Prestation);
        return new ReponseAffichee(
            reponse.Id,
            reponse.Version,
            campagne.Id,
            campagne.Reference,
            campagne.Intitule,
            campagne.Consigne,
            campagne.Periode,
            reponse.Collectivite,
            membre,
            reponse.Prestation,
            ordre[reponse.Prestation].Libelle,
            reponse.Etat,
            reponse.Etat.EstSaisissable() && reponse.OuverteJusqua <= horloge.Maintenant,
            horloge.Jour(reponse.OuverteJusqua.AddMilliseconds(-1)),
            reponse.ReponduePar,
            reponse.RepondueLe,
            reponse.NumeroDeRecu,
            reponse.Motif,
            reponse.PeutSaisir(horloge.Maintenant),
            aDesN1,
            lignes,
            [
                .. soeurs
                    .OrderBy(s => ordre[s.Prestation].Ordre)
                    .Select(s => new ReponseSoeur(s.Id, ordre[s.Prestation].Libelle, s.Etat)),
            ],
            await LireCampagne.AgentAsync(contexte, campagne, annulation),
            acteur.Perimetre.EstCdg,
            acteur.Peut(Droits.SaisirRecensement)
        );
    }

    /// <summary>Les lignes de la grille, lues une fois pour être envoyées au navigateur et oubliées.</summary>
    public async Task<GrilleDeReponse?> GrilleAsync(Acteur acteur, ReponseId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponse = await contexte.ReponsesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, annulation);
        return reponse is null ? null : await GrilleAsync(contexte, reponse, acteur.Peut(Droits.SaisirRecensement), annulation);
    }

    internal async Task<GrilleDeReponse> GrilleAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        bool saisissable,
        CancellationToken annulation
    )
    {
        var campagne = await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == reponse.Campagne, annulation);
        var catalogue = await contexte
            .LignesDeCatalogue.AsNoTracking()
            .Where(l => l.Campagne == reponse.Campagne && l.Prestation == reponse.Prestation && l.RetireeALaVersion == null)
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ThenBy(l => l.Numero)
            .ToListAsync(annulation);
        var saisies = await contexte
            .LignesDeReponse.AsNoTracking()
            .Where(l => l.Reponse == reponse.Id)
            .ToDictionaryAsync(l => l.Ligne, annulation);
        var n1 = await ValeursN1.DeLaReponseAsync(contexte, reponse, annulation);
        var membre = await contexte
            .Collectivites.Where(c => c.Id == reponse.Collectivite)
            .Select(c => c.Nom)
            .SingleAsync(annulation);
        var prestation = campagne.Prestations.Single(p => p.Prestation == reponse.Prestation).Libelle;
        return new GrilleDeReponse(
            reponse.Id,
            $"Besoins {GrammaireDuNom.De(membre)} : {prestation}",
            saisissable && reponse.PeutSaisir(horloge.Maintenant).EstFavorable,
            catalogue.Aggregate(ChampDeReponse.Aucun, (champs, l) => champs | l.Demandes),
            n1.Count > 0,
            [.. campagne.Lots.Where(l => l.Prestation == reponse.Prestation).OrderBy(l => l.Numero)],
            [
                .. catalogue.Select(l => new LigneDeGrille(
                    l.Numero,
                    l.NumeroDeLot,
                    l.Designation,
                    l.Unite,
                    l.Demandes,
                    campagne.VersionDuCatalogue > 1 && l.VersionDeModification == campagne.VersionDuCatalogue,
                    saisies.GetValueOrDefault(l.Numero),
                    n1.GetValueOrDefault(l.Numero).Reference()
                )),
            ]
        );
    }

    /// <summary>Ce qui surprend ou ne tient pas, à la demande et avant de valider.</summary>
    public async Task<ExamenDeReponse?> ExaminerAsync(Acteur acteur, ReponseId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponse = await contexte.ReponsesVisibles(acteur).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, annulation);
        return reponse is null ? null : await controler.ExecuterAsync(contexte, reponse, annulation);
    }
}
