using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Un besoin, écrit pour être lu et signé.</summary>
public sealed record BesoinLu(
    int Ligne,
    int Lot,
    string Designation,
    string Unite,
    IReadOnlyList<(ChampDeReponse Champ, string Valeur)> Valeurs
);

/// <summary>Les besoins d'un membre pour une prestation.</summary>
public sealed record PrestationLue(
    ReponseId Reponse,
    int Version,
    string Libelle,
    EtatDeReponse Etat,
    string? NumeroDeRecu,
    IReadOnlyList<BesoinLu> Besoins,
    Verdict PeutValider
);

/// <summary>L'état des besoins d'un membre : ce qu'il relit, signe, ou reçoit en reçu.</summary>
public sealed record EtatDesBesoins(
    CampagneId Campagne,
    string ReferenceDeCampagne,
    string IntituleDeCampagne,
    string Groupement,
    PeriodeDesQuantites Periode,
    DateOnly JourLimite,
    CollectiviteId Collectivite,
    string Membre,
    string? Siret,
    IReadOnlyList<PrestationLue> Prestations,
    AgentDuCdg? Agent,
    string? ValidePar = null,
    string? Qualite = null,
    DateTimeOffset? ValideLe = null,
    string? Voie = null,
    string? Motif = null
);

/// <summary>Lit l'état des besoins d'un membre, pour le papier à signer, le lien personnel et le reçu.</summary>
public sealed class LireEtatDesBesoins(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    ControlerReponse controler
)
{
    private static readonly SignatureDeReponse SignatureDEssai = new(ModeDeValidation.Lien, "—", "—");

    public async Task<EtatDesBesoins?> ExecuterAsync(
        Acteur acteur,
        CampagneId campagne,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await contexte.ReponsesDuMembreAsync(acteur, campagne, collectivite, annulation);
        return reponses.Count == 0 ? null : await LireAsync(contexte, reponses, annulation);
    }

    /// <summary>Le reçu d'une validation, par son numéro.</summary>
    public async Task<EtatDesBesoins?> RecuAsync(Acteur acteur, string numero, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await RecuAsync(contexte, contexte.ReponsesVisibles(acteur), numero, annulation);
    }

    internal async Task<EtatDesBesoins?> RecuAsync(
        MarchesDbContext contexte,
        IQueryable<Reponse> visibles,
        string numero,
        CancellationToken annulation
    )
    {
        var reponses = await visibles.AsNoTracking().Where(r => r.NumeroDeRecu == numero).ToListAsync(annulation);
        if (reponses.Count == 0)
        {
            return null;
        }

        var etat = await LireAsync(contexte, reponses, annulation);
        return etat with
        {
            ValidePar = reponses[0].ReponduePar,
            Qualite = reponses[0].QualiteDuValidateur,
            ValideLe = reponses[0].RepondueLe,
            Voie = reponses[0].Mode?.Libelle(),
            Motif = reponses[0].Motif,
        };
    }

    internal async Task<EtatDesBesoins> LireAsync(MarchesDbContext contexte, List<Reponse> reponses, CancellationToken annulation)
    {
        var (campagneId, collectivite) = (reponses[0].Campagne, reponses[0].Collectivite);
        var campagne = await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == campagneId, annulation);
        var membre = await contexte
            .Collectivites.Where(c => c.Id == collectivite)
            .Select(c => new { c.Nom, c.Siret })
            .SingleAsync(annulation);
        var groupement = await contexte.AppellationAsync(campagne.Groupement, annulation);
        var ordre = campagne.Prestations.ToDictionary(p => p.Prestation);
        List<PrestationLue> prestations = [];
        foreach (var reponse in reponses.OrderBy(r => ordre[r.Prestation].Ordre))
        {
            var examen = await controler.ExecuterAsync(contexte, reponse, annulation);
            prestations.Add(
                new PrestationLue(
                    reponse.Id,
                    reponse.Version,
                    ordre[reponse.Prestation].Libelle,
                    reponse.Etat,
                    reponse.NumeroDeRecu,
                    await BesoinsAsync(contexte, reponse, annulation),
                    reponse.PeutValider(examen.Controle, SignatureDEssai, horloge.Maintenant)
                )
            );
        }

        return new EtatDesBesoins(
            campagneId,
            campagne.Reference,
            campagne.Intitule,
            groupement,
            campagne.Periode,
            horloge.Jour(reponses.Max(r => r.OuverteJusqua).AddMilliseconds(-1)),
            collectivite,
            membre.Nom,
            membre.Siret?.Formater(),
            prestations,
            await LireCampagne.AgentAsync(contexte, campagne, annulation)
        );
    }

    private static async Task<IReadOnlyList<BesoinLu>> BesoinsAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        CancellationToken annulation
    )
    {
        var lignes = await (
            from saisie in contexte.LignesDeReponse
            join ligne in contexte.LignesDeCatalogue
                on new { reponse.Campagne, Numero = saisie.Ligne } equals new { ligne.Campagne, ligne.Numero }
            where saisie.Reponse == reponse.Id && ligne.RetireeALaVersion == null
            orderby ligne.NumeroDeLot, ligne.Ordre, ligne.Numero
            select new { Catalogue = ligne, Saisie = saisie }
        )
            .AsNoTracking()
            .ToListAsync(annulation);
        return
        [
            .. lignes
                .Where(l => l.Saisie.DitUnBesoin)
                .Select(l => new BesoinLu(
                    l.Catalogue.Numero,
                    l.Catalogue.NumeroDeLot,
                    l.Catalogue.Designation,
                    l.Catalogue.Unite,
                    [
                        .. ChampsDeReponse
                            .Tous.Select(c => (c, l.Saisie.Valeur(c).EnTexte(c)))
                            .Where(v => v.Item2.Length > 0 && v.c is not ChampDeReponse.Justification),
                    ]
                )),
        ];
    }
}
