using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Semences;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Les deux campagnes de la démonstration : celle de l'an passé close et consolidée, la nouvelle ouverte à tous les états.</summary>
/// <remarks>
/// Les agrégats passent par leurs propres intentions, à l'instant qu'il faut ; seules les lignes sont écrites en masse. Chaque
/// campagne est une transaction et n'est créée qu'une fois. Les quantités sont inventées.
/// </remarks>
internal sealed class RecensementsDeDemonstration(HorlogeLegale horloge, Reglages reglages)
{
    /// <summary>Les membres des comptes de démonstration restent libres de répondre.</summary>
    private const int MembresAVenir = 4;

    /// <summary>Une étape de la démonstration, après les groupements et leurs membres.</summary>
    public async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        var groupement = await ContexteDeDemonstration.GroupementAsync(
            contexte,
            ContexteDeDemonstration.GroupementPermanent,
            annulation
        );
        if (groupement is null || await contexte.Campagnes.AnyAsync(annulation))
        {
            return;
        }

        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        var jour = horloge.Aujourdhui;
        var passee = await PasseeAsync(contexte, groupement, jour, annulation);
        await new GelerConsolidation(demonstration.Donnees, A(jour.AddDays(-315).Ouvre())).ExecuterAsync(
            ContexteDeDemonstration.Acteur,
            passee,
            await contexte.Campagnes.Where(c => c.Id == passee).Select(c => c.Version).SingleAsync(annulation),
            annulation: annulation
        );
        await EnCoursAsync(contexte, groupement, passee, jour, annulation);
    }

    private static ParametresDeCampagne Parametres(string intitule, DateOnly ouverture, DateOnly cloture, DateOnly lancement) =>
        new(
            intitule,
            "Indiquez vos besoins pour une année. Un besoin nul se dit : choisissez « Besoin néant » plutôt que de laisser vide.",
            ouverture,
            cloture,
            LancementPrevu: lancement
        );

    /// <summary>La campagne de l'an passé : presque tous ont répondu, le CDG a décidé des silencieux, le besoin est gelé.</summary>
    private async Task<CampagneId> PasseeAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var (ouverture, cloture) = (jour.AddDays(-390).Ouvre(), jour.AddDays(-330).Ouvre());
        var exercice = jour.Year;
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (campagne, lignes) = await NouvelleAsync(
                    contexte,
                    groupement,
                    exercice,
                    Parametres($"Besoins {exercice} — dématérialisation", ouverture, cloture, jour.AddDays(-300).Ouvre()),
                    precedente: null,
                    jeton
                );
                var remplissage = await RemplissageAsync(contexte, lignes, A(jour.AddDays(-350).Ouvre()).Maintenant, jeton);
                var reponses = await OuvrirAsync(contexte, campagne, ouverture, jeton);
                foreach (var (membre, rang) in reponses.GroupBy(r => r.Collectivite).Select((g, i) => (g, i)))
                {
                    foreach (var reponse in membre)
                    {
                        if (rang % 17 == 16)
                        {
                            reponse.Decider(
                                rang % 2 == 0 ? DecisionDOffice.PresumerNeant : DecisionDOffice.Exclure,
                                ContexteDeDemonstration.Acteur.Nom,
                                "Aucune réponse après deux relances.",
                                aUneReponseN1: false,
                                A(jour.AddDays(-325).Ouvre()).Maintenant
                            );
                        }
                        else if (rang % 11 == 10)
                        {
                            remplissage.DireNeant(reponse);
                        }
                        else
                        {
                            remplissage.Repondre(reponse, rang);
                            remplissage.Valider(reponse, rang);
                        }
                    }
                }

                await remplissage.RetenirLesRecusAsync(jeton);
                campagne.Clore(campagne.ClotureLe);
                await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, A(jour.AddDays(-325).Ouvre()).Maintenant, jeton);
                return campagne.Id;
            },
            annulation
        );
    }

    /// <summary>La campagne ouverte : non ouvertes, brouillons, à revoir, validées et besoins néant.</summary>
    private async Task EnCoursAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        CampagneId passee,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var exercice = jour.Year + 1;
        var (ouverture, cloture) = (jour.AddDays(-24).Ouvre(), jour.AddDays(21).OuvreApres());
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (campagne, lignes) = await NouvelleAsync(
                    contexte,
                    groupement,
                    exercice,
                    Parametres($"Besoins {exercice} — dématérialisation", ouverture, cloture, jour.AddDays(60).OuvreApres()),
                    passee,
                    jeton
                );
                var remplissage = await RemplissageAsync(contexte, lignes, A(jour.AddDays(-12).Ouvre()).Maintenant, jeton);
                var reponses = await OuvrirAsync(contexte, campagne, ouverture, jeton);
                var parMembre = reponses.GroupBy(r => r.Collectivite).ToList();
                foreach (var premiers in parMembre.Skip(MembresAVenir).Take(5))
                {
                    foreach (var reponse in premiers)
                    {
                        remplissage.Repondre(reponse, rang: 1);
                        remplissage.Valider(reponse, rang: 1);
                    }
                }

                Corriger(campagne, lignes, parMembre.Skip(MembresAVenir).Take(5).SelectMany(g => g));
                foreach (var (membre, rang) in parMembre.Skip(MembresAVenir + 5).Select((g, i) => (g, i)))
                {
                    foreach (var reponse in membre)
                    {
                        RepondreSelon(remplissage, reponse, rang);
                    }
                }

                await remplissage.RetenirLesRecusAsync(jeton);
                contexte.ChangeTracker.DetectChanges();
                await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, A(jour.AddDays(-6).Ouvre()).Maintenant, jeton);
            },
            annulation
        );
    }

    private static void RepondreSelon(RemplissageDeDemonstration remplissage, Reponse reponse, int rang)
    {
        switch (rang % 9)
        {
            case 0 or 1 or 2 or 3:
                remplissage.Repondre(reponse, rang);
                remplissage.Valider(reponse, rang);
                break;
            case 4:
                remplissage.DireNeant(reponse);
                break;
            case 5 or 6:
                remplissage.Repondre(reponse, rang);
                remplissage.LaisserEnBrouillon(reponse);
                break;
        }
    }

    private static async Task<RemplissageDeDemonstration> RemplissageAsync(
        MarchesDbContext contexte,
        IReadOnlyList<LigneDeCatalogue> lignes,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var serie = $"RECU-{instant.Year}";
        var dernier = await contexte
            .Compteurs.Where(c => c.Serie == serie)
            .Select(c => c.Dernier)
            .SingleOrDefaultAsync(annulation);
        return new RemplissageDeDemonstration(contexte, lignes, instant, dernier);
    }

    /// <summary>Une ligne corrigée après l'ouverture : les premiers à avoir répondu doivent revoir leur réponse.</summary>
    private static void Corriger(Campagne campagne, IReadOnlyList<LigneDeCatalogue> lignes, IEnumerable<Reponse> repondues)
    {
        var ligne = lignes[0];
        campagne.ModifierCatalogue(
            lignes,
            [
                ModificationDeCatalogue.Correction(
                    ligne.Numero,
                    ligne.Description with
                    {
                        Designation = $"{ligne.Designation}, maintenance comprise",
                    }
                ),
            ],
            new HashSet<int> { ligne.Numero }
        );
        foreach (var reponse in repondues.Where(r => r.Prestation == ligne.Prestation))
        {
            reponse.DemanderRevision(campagne.VersionDuCatalogue);
        }
    }

    private async Task<(Campagne Campagne, IReadOnlyList<LigneDeCatalogue> Lignes)> NouvelleAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        int exercice,
        ParametresDeCampagne parametres,
        CampagneId? precedente,
        CancellationToken annulation
    )
    {
        var numero = await contexte.NumeroterAsync($"CAMPAGNE-{exercice}", annulation);
        var campagne = Campagne.Creer(
            $"CAMP-{exercice}-{numero:D3}",
            groupement.Id,
            exercice,
            parametres,
            horloge.FinDuJour(parametres.Cloture),
            [.. groupement.Prestations.Select(p => new PrestationDeCampagne(p.Id, p.Code, p.Libelle, p.Nature, p.Ordre))],
            [.. groupement.Lots.Select(l => new LotDeCampagne(l.Numero, l.Prestation, l.Intitule, l.Nature))],
            precedente
        );
        var lignes = campagne.ModifierCatalogue(
            [],
            [.. CatalogueDeDemonstration.Lignes(groupement, precedente is not null).Select(ModificationDeCatalogue.Ajout)],
            new HashSet<int>()
        );
        contexte.Campagnes.Add(campagne);
        contexte.LignesDeCatalogue.AddRange(lignes);
        return (campagne, lignes);
    }

    private static async Task<List<Reponse>> OuvrirAsync(
        MarchesDbContext contexte,
        Campagne campagne,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var noms = await contexte
            .Adhesions.ChoixEnVigueur(campagne.Groupement, jour)
            .Join(
                contexte.Collectivites,
                c => c.Collectivite,
                m => m.Id,
                (c, m) =>
                    new
                    {
                        c.Collectivite,
                        c.Prestation,
                        m.CleDeTri,
                        m.Categorie,
                    }
            )
            .ToListAsync(annulation);
        var reponses = noms.OrderBy(c => c.Categorie != CategorieDeCollectivite.Commune)
            .ThenBy(c => c.CleDeTri, StringComparer.Ordinal)
            .Select(c => new Reponse(campagne.Id, c.Prestation, c.Collectivite, campagne.ClotureLe))
            .ToList();
        campagne.Ouvrir(jour, [], reponses.Count);
        contexte.Reponses.AddRange(reponses);
        return reponses;
    }

    /// <summary>L'horloge du CDG, arrêtée au matin d'un jour passé.</summary>
    private HorlogeLegale A(DateOnly jour) =>
        new(new MatinDe(new DateTimeOffset(jour.ToDateTime(new TimeOnly(9, 30)), TimeSpan.Zero)), reglages);

    private sealed class MatinDe(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
