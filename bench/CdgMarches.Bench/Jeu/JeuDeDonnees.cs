using System.Diagnostics;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Jeu;

/// <summary>Un groupement d'une prestation, ses membres, et leurs réponses à une suite de campagnes annuelles.</summary>
/// <remarks>Les racines passent par le domaine, qui refuserait un jeu impossible ; les lignes de réponse, par un INSERT … SELECT.</remarks>
public sealed class JeuDeDonnees
{
    /// <summary>Dans la campagne ouverte, un membre sur cinq saisit encore.</summary>
    private const int UnBrouillonSur = 5;

    private JeuDeDonnees(Dimensions dimensions) => Dimensions = dimensions;

    public Dimensions Dimensions { get; }

    public IReadOnlyList<CollectiviteId> Membres { get; private set; } = [];

    /// <summary>De la plus ancienne à la campagne ouverte.</summary>
    public IReadOnlyList<CampagneId> Campagnes { get; private set; } = [];

    /// <summary>Les réponses en brouillon de la campagne ouverte, avec leur membre.</summary>
    public IReadOnlyList<(ReponseId Id, CollectiviteId Membre)> Brouillons { get; private set; } = [];

    public static async Task<JeuDeDonnees> ConstruireAsync(IDbContextFactory<MarchesDbContext> donnees, Dimensions dimensions)
    {
        var debut = Stopwatch.GetTimestamp();
        var jeu = new JeuDeDonnees(dimensions);
        var aujourdhui = FuseauLegal.Paris.Jour(TimeProvider.System.GetUtcNow());
        var groupement = await jeu.CreerGroupementAsync(donnees, aujourdhui.AddYears(-dimensions.Campagnes));
        List<CampagneId> campagnes = [];
        for (var rang = dimensions.Campagnes - 1; rang >= 0; rang--)
        {
            var precedente = campagnes.Count == 0 ? (CampagneId?)null : campagnes[^1];
            campagnes.Add(
                await jeu.CreerCampagneAsync(donnees, groupement, aujourdhui.AddYears(-rang), precedente, close: rang > 0)
            );
        }

        jeu.Campagnes = campagnes;
        await RemplirAsync(donnees);
        await jeu.VerifierAsync(donnees);
        Rapport.Dire(
            $"   {dimensions.Membres} membres × {dimensions.Lignes} lignes × {dimensions.Campagnes} campagne(s) = "
                + $"{dimensions.LignesDeReponse:N0} lignes de réponse, construites en {Stopwatch.GetElapsedTime(debut).TotalSeconds:N1} s"
        );
        return jeu;
    }

    private async Task<Groupement> CreerGroupementAsync(IDbContextFactory<MarchesDbContext> donnees, DateOnly entree)
    {
        var membres = Enumerable
            .Range(0, Dimensions.Membres)
            .Select(rang =>
                Collectivite.Creer(
                    new IdentiteDeCollectivite
                    {
                        Nom = $"Commune d'essai n° {rang + 1:D4}",
                        Categorie = CategorieDeCollectivite.Commune,
                        Siret = Numeros.Siret(rang),
                        CodeInsee = Numeros.CodeInsee(rang),
                    }
                )
            )
            .ToList();
        var groupement = Groupement.Creer(
            new ReferenceDeGroupement(entree.Year, 1),
            new IdentiteDeGroupement("Fournitures", "Acheter ensemble", membres[0].Id, entree, estPermanent: true)
        );
        var prestation = groupement.AjouterPrestation(
            new DefinitionDePrestation("FOURN", "Fournitures de bureau", NatureDAchat.Fournitures)
        );
        foreach (var lot in Lots)
        {
            groupement.AjouterLot(new DefinitionDeLot(lot, prestation, $"Fournitures, lot {lot}", NatureDAchat.Fournitures));
        }

        var faits = new FaitsDEntree(groupement.Etat, groupement.Debut, null, null, []);
        var adhesions = membres.Select(membre =>
        {
            var adhesion = Adhesion.Entrer(groupement.Id, membre.Id, entree, faits);
            adhesion.Choisir(groupement.PrestationDe(prestation), entree);
            return adhesion;
        });
        await EnregistrerAsync(donnees, [.. membres, groupement, .. adhesions], TimeProvider.System.GetUtcNow());
        Membres = [.. membres.Select(m => m.Id)];
        return groupement;
    }

    private async Task<CampagneId> CreerCampagneAsync(
        IDbContextFactory<MarchesDbContext> donnees,
        Groupement groupement,
        DateOnly jour,
        CampagneId? precedente,
        bool close
    )
    {
        var (ouverture, cloture) = (jour.AddDays(-30), jour.AddDays(30));
        var prestation = groupement.Prestations[0];
        var campagne = Campagne.Creer(
            $"CAMP-{jour.Year + 1}-001",
            groupement.Id,
            jour.Year + 1,
            new ParametresDeCampagne($"Besoins {jour.Year + 1}", "Répondez ligne par ligne.", ouverture, cloture),
            FuseauLegal.Paris.FinDuJour(cloture),
            [new PrestationDeCampagne(prestation.Id, prestation.Code, prestation.Libelle, prestation.Nature, prestation.Ordre)],
            [.. groupement.Lots.Select(l => new LotDeCampagne(l.Numero, l.Prestation, l.Intitule, l.Nature))],
            precedente
        );
        var lignes = campagne.ModifierCatalogue([], Catalogue(prestation.Id, precedente is not null), new HashSet<int>());
        campagne.Ouvrir(ouverture, [], Dimensions.Membres);
        var reponses = Membres.Select(m => new Reponse(campagne.Id, prestation.Id, m, campagne.ClotureLe)).ToList();
        var validation = FuseauLegal.Paris.FinDuJour(jour.AddDays(-1));
        var brouillons = close ? [] : reponses.Where((_, rang) => rang % UnBrouillonSur == 0).ToList();
        foreach (var (rang, reponse) in reponses.Except(brouillons).Index())
        {
            reponse.Valider(
                new ControleDeReponse(Dimensions.Lignes, [], []),
                new SignatureDeReponse(ModeDeValidation.Compte, "Sacha Membre", "Maire"),
                $"REC-{jour.Year + 1}-{rang + 1:D6}",
                campagne.VersionDuCatalogue,
                validation
            );
        }

        if (close)
        {
            campagne.Clore(campagne.ClotureLe);
        }

        await EnregistrerAsync(donnees, [campagne, .. lignes, .. reponses], validation);
        Brouillons = [.. brouillons.Select(r => (r.Id, r.Collectivite))];
        return campagne.Id;
    }

    private static IEnumerable<int> Lots => Enumerable.Range(1, 4);

    /// <summary>Six cellules par ligne : trois quantités, l'imputation, le commentaire et la justification, toujours permise.</summary>
    private List<ModificationDeCatalogue> Catalogue(PrestationId prestation, bool avecN1) =>
        [
            .. Enumerable
                .Range(1, Dimensions.Lignes)
                .Select(numero =>
                    ModificationDeCatalogue.Ajout(
                        new DescriptionDeLigne(
                            prestation,
                            1 + ((numero - 1) * Lots.Count() / Dimensions.Lignes),
                            numero,
                            $"Article d'essai n° {numero:D3}, conditionné par cinquante",
                            "unité",
                            2.5m,
                            ChampDeReponse.Minimum
                                | ChampDeReponse.Estime
                                | ChampDeReponse.Maximum
                                | ChampDeReponse.Imputation
                                | ChampDeReponse.Commentaire,
                            avecN1 ? numero : null
                        )
                    )
                ),
        ];

    private static async Task EnregistrerAsync(
        IDbContextFactory<MarchesDbContext> donnees,
        IEnumerable<object> objets,
        DateTimeOffset instant
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync();
        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        contexte.AddRange(objets);
        await contexte.EnregistrerAsync(Acteurs.Gestionnaire, instant);
    }

    /// <summary>Toutes les lignes répondues, membre par membre, de quantités qui varient et se suivent.</summary>
    private static async Task RemplirAsync(IDbContextFactory<MarchesDbContext> donnees)
    {
        await using var contexte = await donnees.CreateDbContextAsync();
        await contexte.EnTransactionAsync(async jeton =>
        {
            var auteur = Acteurs.Gestionnaire.Nom;
            await contexte.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO LignesDeReponse
                    (Reponse, Ligne, MinimumMilliemes, EstimeMilliemes, MaximumMilliemes, ModifieLe, ModifiePar)
                SELECT Reponse, Ligne, Base * 1000, Base * 2000, CASE WHEN Base % 10 = 0 THEN NULL ELSE Base * 3000 END,
                       Instant, {auteur}
                FROM (SELECT r.Id AS Reponse, l.Numero AS Ligne, c.ClotureLe AS Instant, r.rowid AS Rang,
                             (r.rowid * 7 + l.Numero * 13) % 97 + 1 AS Base
                      FROM Reponses r
                      JOIN Campagnes c ON c.Id = r.Campagne
                      JOIN LignesDeCatalogue l ON l.Campagne = r.Campagne AND l.Prestation = r.Prestation)
                ORDER BY Rang, Ligne
                """,
                jeton
            );
            await contexte.Database.ExecuteSqlAsync($"UPDATE Reponses SET Etat = 'Brouillon' WHERE Etat = 'NonOuverte'", jeton);
        });
        await contexte.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Un jeu qui n'a pas la taille annoncée ne mesure rien.</summary>
    private async Task VerifierAsync(IDbContextFactory<MarchesDbContext> donnees)
    {
        await using var contexte = await donnees.CreateDbContextAsync();
        var lignes = await contexte.LignesDeReponse.CountAsync();
        var reponses = await contexte.Reponses.CountAsync();
        Rapport.Exiger(
            (reponses, lignes) == (Dimensions.Reponses, Dimensions.LignesDeReponse),
            $"Le jeu a {reponses} réponses et {lignes} lignes au lieu de {Dimensions.Reponses} et {Dimensions.LignesDeReponse}."
        );
        var reglages = await contexte
            .Database.SqlQuery<string>(
                $"SELECT j.journal_mode || '/' || s.synchronous AS Value FROM pragma_journal_mode j, pragma_synchronous s"
            )
            .SingleAsync();
        Rapport.Exiger(reglages == "wal/2", $"La base est en « {reglages} » et non en WAL, synchronous=FULL.");
    }
}
