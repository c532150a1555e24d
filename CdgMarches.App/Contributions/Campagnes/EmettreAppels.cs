using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Ce qu'une émission a fait.</summary>
/// <param name="Crees">Les dettes écrites cette fois.</param>
/// <param name="Emis">Celles d'entre elles qui sont appelées.</param>
/// <param name="Deja">Les dettes qui étaient déjà écrites.</param>
/// <param name="DejaEmis">Celles d'entre elles qui étaient appelées.</param>
/// <param name="Retenus">Les redevables qui attendent une donnée ou une confirmation.</param>
public sealed record BilanDEmission(int Crees, int Emis, int Deja, int DejaEmis, int Retenus)
{
    private int SansAppel => Crees + Deja - Emis - DejaEmis;

    /// <summary>« 0 créé, 164 déjà émis ; 4 sans appel, à 0 € ou sous le seuil ».</summary>
    public string Phrase =>
        $"{Formats.Compter(Emis, "créé")}, {Formats.Nombre((long)DejaEmis)} déjà émis"
        + (SansAppel > 0 ? $" ; {Formats.Nombre((long)SansAppel)} sans appel, à 0 € ou sous le seuil" : "")
        + (Retenus > 0 ? $" ; {Formats.Compter(Retenus, "redevable retenu", "redevables retenus")}." : ".");
}

/// <summary>Écrit les appels d'une campagne validée ; reprend là où une émission s'est interrompue, sans double (RG6.14).</summary>
/// <remarks>
/// Par paquets, chacun dans sa transaction, qui prend d'abord la ligne du compteur de l'exercice : deux émissions à la fois se
/// suivent, la seconde relit ce que la première a écrit. Un paquet interrompu n'écrit rien et ne perd aucun numéro.
/// </remarks>
public sealed class EmettreAppels(
    IDbContextFactory<MarchesDbContext> donnees,
    Simuler simuler,
    LireMentions lireMentions,
    HorlogeLegale horloge
)
{
    private const int Paquet = 500;

    /// <exception cref="RegleMetierException">La campagne n'est pas validée, ses données ont changé, ou une mention manque.</exception>
    public async Task<BilanDEmission> ExecuterAsync(
        Acteur acteur,
        CampagneDAppelId id,
        IProgress<int>? avancement = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ValiderContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneDAppelAsync(acteur, id, annulation);
        var simulation = await simuler.CalculerAsync(contexte, campagne, annulation);
        var retenus = simulation.Manquantes + simulation.EnAttente;
        if (campagne.Etat is EtatDeCampagneDAppel.Emise)
        {
            return new BilanDEmission(
                0,
                0,
                simulation.DejaEtablies,
                simulation.Lignes.Count(l => l.Deja?.Numero is not null),
                retenus
            );
        }

        var modele = await ModeleAsync(contexte, campagne, annulation);
        campagne
            .PeutEmettre(
                simulation.Resume.Empreinte,
                modele.Mentions,
                await contexte.ClotureAsync(campagne.Imputation, annulation)
            )
            .Exiger();
        var (crees, emis) = (0, 0);
        foreach (var paquet in simulation.AEtablir.Chunk(Paquet))
        {
            var ecrits = await contexte.EnTransactionAsync(
                jeton => EcrireAsync(contexte, acteur, campagne.Id, modele, paquet, jeton),
                annulation
            );
            (crees, emis) = (crees + ecrits.Crees, emis + ecrits.Emis);
            avancement?.Report(crees);
        }

        await CloreAsync(contexte, acteur, campagne, crees, annulation);
        return new BilanDEmission(
            crees,
            emis,
            simulation.Lignes.Count(l => l.Retenu is not null) - crees,
            simulation.Lignes.Count(l => l.Deja?.Numero is not null || l.Issue is EtatDAppel.Emis) - emis,
            retenus
        );
    }

    private async Task<(int Crees, int Emis)> EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CampagneDAppelId id,
        ModeleDAppel modele,
        LigneDeSimulation[] paquet,
        CancellationToken annulation
    )
    {
        var serie = ReferenceDAppel.Serie(modele.Exercice);
        // Taking the counter's row first makes two runs follow each other: what is read next is what the other one wrote.
        await contexte.NumeroterEnSerieAsync(serie, 0, annulation);
        var etat = await contexte.CampagnesDAppel.Where(c => c.Id == id).Select(c => c.Etat).SingleAsync(annulation);
        if (etat is not EtatDeCampagneDAppel.Validee)
        {
            return (0, 0);
        }

        // The closing takes the same row: it may have won since the check made before the first batch.
        Verdict
            .De(new ExerciceOuvertAuxAppels(modele.Exercice, await contexte.ClotureAsync(modele.Exercice, annulation)))
            .Exiger();

        var sources = paquet.Select(l => l.SourceId).ToList();
        var deja = (
            await contexte
                .Appels.Where(a =>
                    (a.Exercice == modele.Exercice || a.Exercice == modele.ExerciceCalcule)
                    && a.Type == modele.Type
                    && a.Occurrence == modele.Occurrence
                    && a.Rang == 0
                    && sources.Contains(a.SourceId)
                )
                .Select(a => a.SourceId)
                .ToListAsync(annulation)
        ).ToHashSet();
        List<LigneDeSimulation> aEcrire = [.. paquet.Where(l => !deja.Contains(l.SourceId))];
        var numero = await contexte.NumeroterEnSerieAsync(serie, aEcrire.Count(l => l.Issue is EtatDAppel.Emis), annulation);
        var reports = await ReportsAsync(contexte, aEcrire, modele, annulation);
        List<AppelDeContribution> appels = new(aEcrire.Count);
        foreach (var ligne in aEcrire)
        {
            var dus = ligne.Report == MontantHt.Zero ? [] : reports[(ligne.Faits.Redevable.Collectivite, modele.Tva(ligne))];
            var appel = AppelDeContribution.Etablir(modele.Dette(ligne, dus), ligne.Issue is EtatDAppel.Emis ? ++numero : null);
            appels.Add(appel);
            foreach (var report in dus)
            {
                report.ReprendreDans(appel.Id, appel.Reference!);
            }
        }

        contexte.AddRange(appels);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return (appels.Count, appels.Count(a => a.Etat is EtatDAppel.Emis));
    }

    private static async Task<ILookup<(CollectiviteId, TauxTva), AppelDeContribution>> ReportsAsync(
        MarchesDbContext contexte,
        List<LigneDeSimulation> lignes,
        ModeleDAppel modele,
        CancellationToken annulation
    )
    {
        List<CollectiviteId> debiteurs =
        [
            .. lignes.Where(l => l.Report != MontantHt.Zero).Select(l => l.Faits.Redevable.Collectivite),
        ];
        return debiteurs.Count == 0
            ? Array.Empty<AppelDeContribution>().ToLookup(a => (a.Collectivite, a.Tva))
            : (
                await contexte
                    .Appels.Reportables(modele.Exercice, modele.Date)
                    .Where(a => debiteurs.Contains(a.Collectivite))
                    .ToListAsync(annulation)
            ).ToLookup(a => (a.Collectivite, a.Tva));
    }

    private Task CloreAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CampagneDAppel lue,
        int crees,
        CancellationToken annulation
    ) =>
        contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.NumeroterEnSerieAsync(ReferenceDAppel.Serie(lue.Imputation), 0, jeton);
                // A concurrent run may have closed it: nothing is left to do then.
                var campagne = await contexte.CampagnesDAppel.SingleAsync(c => c.Id == lue.Id, jeton);
                if (campagne.Etat is EtatDeCampagneDAppel.Validee)
                {
                    campagne.Clore(crees, horloge.Maintenant);
                    await TenirLExerciceAsync(contexte, campagne, jeton);
                    await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                }
            },
            annulation
        );

    /// <summary>L'exercice s'ouvre à son premier appel, et la grille attend le suivant : c'est ce que l'échéancier montre.</summary>
    private static async Task TenirLExerciceAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        CancellationToken annulation
    )
    {
        if (!await contexte.ExercicesDAppel.AnyAsync(e => e.Annee == campagne.Imputation, annulation))
        {
            contexte.Add(ExerciceDAppel.Ouvrir(campagne.Imputation));
        }

        foreach (
            var grille in await contexte
                .Grilles.Where(g => g.Lignee == campagne.Assiette && g.Etat == EtatDeGrille.Adoptee && g.Fin == null)
                .ToListAsync(annulation)
        )
        {
            grille.Attendre(campagne.Exercice + 1);
        }
    }

    private async Task<ModeleDAppel> ModeleAsync(MarchesDbContext contexte, CampagneDAppel campagne, CancellationToken annulation)
    {
        // The day the calls exist decides of the comptable, the delays and the ways of appeal they state.
        var date = campagne.JourDesAppels(horloge.Aujourdhui);
        var delais = await lireMentions.DelaisAsync(date, annulation);
        if (campagne.Origine is OrigineDeCampagne.Refacturation)
        {
            var id = new RefacturationId(campagne.Assiette);
            var r = await contexte.Refacturations.AsNoTracking().SingleAsync(x => x.Id == id, annulation);
            var mentions = await lireMentions.ExecuterAsync(contexte, r.Intitule, r.Fondement, null, date, annulation);
            return new ModeleDAppel(campagne, date, r.Type.Code, r.Tva, r.Imputation, mentions, delais);
        }

        var grilles = await contexte
            .Grilles.AsNoTracking()
            .Where(g => g.Lignee == campagne.Assiette && g.Etat == EtatDeGrille.Adoptee)
            .OrderByDescending(g => g.Debut)
            .ToListAsync(annulation);
        var derniere = grilles[0];
        return new ModeleDAppel(
            campagne,
            date,
            derniere.Type.Code,
            derniere.Tva,
            derniere.Imputation,
            await lireMentions.ExecuterAsync(
                contexte,
                Simuler.Objet(derniere.Objet, campagne.Exercice),
                derniere.Fondement,
                derniere.Deliberation,
                date,
                annulation
            ),
            delais
        );
    }

    /// <summary>Ce que tous les appels d'une campagne ont en commun.</summary>
    private sealed class ModeleDAppel(
        CampagneDAppel campagne,
        DateOnly date,
        string type,
        TauxTva tva,
        Imputation imputation,
        MentionsDuTitre mentions,
        DelaisDeRecouvrement delais
    )
    {
        /// <summary>L'exercice où les appels s'écrivent et se numérotent.</summary>
        public int Exercice => campagne.Imputation;

        /// <summary>L'exercice dont on appelle les dettes.</summary>
        public int ExerciceCalcule => campagne.Exercice;

        /// <summary>Le jour que portent les appels, sauf celui d'un acte qui ne vaut pas encore.</summary>
        public DateOnly Date => date;

        public string Occurrence => campagne.Occurrence;

        public string Type => type;

        public MentionsDuTitre Mentions => mentions;

        public TauxTva Tva(LigneDeSimulation ligne) => ligne.Grille?.Bareme.Grille.Tva ?? tva;

        /// <param name="ligne">La ligne à établir.</param>
        /// <param name="reprises">Les dettes reportées que l'appel reprend.</param>
        public DetteAEtablir Dette(LigneDeSimulation ligne, IEnumerable<AppelDeContribution> reprises)
        {
            var grille = ligne.Grille?.Bareme.Grille;
            var redevable = ligne.Faits.Redevable;
            return new DetteAEtablir(
                new CleDeDette(redevable.Source, redevable.SourceId, campagne.Imputation, type, campagne.Occurrence),
                redevable.Collectivite,
                ligne.Faits.Groupement,
                campagne.Id,
                ligne.Grille?.Id,
                redevable.Reference,
                campagne.JourDeLAppel(date, redevable.Presence.Debut),
                ligne.Faits.Debiteur,
                Liquider(ligne, reprises, campagne),
                ligne.Resultat.Annuel,
                ligne.Resultat.Montant,
                ligne.Report,
                ligne.Issue!.Value,
                Tva(ligne),
                (grille?.Imputation ?? imputation) with
                { },
                mentions with
                {
                    Deliberation = ligne.Grille?.Deliberation ?? mentions.Deliberation,
                    Fondement = grille?.Fondement ?? mentions.Fondement,
                },
                delais
            );
        }

        private static Liquidation Liquider(
            LigneDeSimulation ligne,
            IEnumerable<AppelDeContribution> reprises,
            CampagneDAppel campagne
        )
        {
            var faits = ligne.Faits.Faits;
            var annee = Periode.Annee(campagne.Exercice);
            var comptee = faits.Presence.Intersection(annee) ?? annee;
            var prorata = ligne.Resultat.Prorata;
            var fiche =
                ligne.Report == MontantHt.Zero
                    ? ligne.Resultat.Fiche
                    : FicheDeCalcul.AvecReport(
                        ligne.Resultat.Fiche,
                        ligne.Report,
                        reprises,
                        ligne.Resultat.Montant + ligne.Report
                    );
            if (campagne.Imputation != campagne.Exercice)
            {
                fiche = FicheDeCalcul.Rattachee(fiche, campagne.Exercice, campagne.Imputation);
            }

            return new Liquidation(
                comptee.Debut,
                comptee.Fin!.Value,
                prorata?.Methode ?? MethodeDeProrata.Aucune,
                prorata?.Numerateur ?? 1,
                prorata?.Denominateur ?? 1,
                Borner(ligne.Resultat.Tranches, Liquidation.LongueurDesTranches),
                Borner(fiche, Liquidation.LongueurDeLaFiche),
                faits.Affiliee,
                faits.Agents,
                faits.Population,
                faits.Consultations,
                ligne.Resultat.CasLimites.Count > 0
            )
            {
                AgentsDesEtablissements = ligne.Grille?.Bareme.Grille.Lectures.AvecEtablissements is true
                    ? faits.AgentsDesEtablissements
                    : null,
                AnneeDesConsultations = faits.AnneeDesConsultations,
                ConsultationsEstimees = faits.ConsultationsEstimees,
            };
        }

        private static string Borner(string texte, int maximum) => texte.Length <= maximum ? texte : texte[..maximum];
    }
}
