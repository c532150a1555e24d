using System.Globalization;
using CdgMarches.Database.Conventions;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>La grille du CDG 62 en vigueur, l'exercice en cours émis et payé en partie, le suivant à lancer, et des frais refacturés.</summary>
internal static class ContributionsDeDemonstration
{
    private static readonly (int Agents, int Consultations)[] Chiffres =
    [
        (420, 87),
        (350, 34),
        (612, 168),
        (95, 12),
        (380, 260),
        (351, 41),
        (1240, 402),
        (210, 55),
        (355, 150),
        (48, 6),
        (505, 251),
        (133, 20),
    ];

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.Grilles.AnyAsync(annulation))
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var exercice = demonstration.Aujourdhui.Year;
                var comptable = ComptableAssignataire.Creer(
                    new SaisieDeComptable(
                        "Service de gestion comptable de Bruay-la-Buissière",
                        "40 rue Augustin Caron",
                        "62700",
                        "Bruay-la-Buissière",
                        null,
                        "Le président du centre de gestion",
                        GrilleDuCdg62.Debut
                    ),
                    []
                );
                var grille = Grille.Creer(GrilleDuCdg62.Definition, null);
                grille.Adopter(GrilleDuCdg62.Deliberation, GrilleDuCdg62.DelibereeLe, GrilleDuCdg62.Debut, []);
                contexte.AddRange(comptable, grille);
                await contexte.EnregistrerAsync(
                    ContexteDeDemonstration.Acteur,
                    demonstration.Instant(new DateOnly(exercice, 1, 2).OuvreApres()),
                    jeton
                );
                await DeclarerAsync(contexte, demonstration, exercice, jeton);
                await EmettreAsync(contexte, demonstration, grille, comptable, exercice, jeton);
                await RefacturerAsync(contexte, demonstration, exercice, jeton);
            },
            annulation
        );
    }

    /// <summary>Effectifs et consultations, chiffres fictifs, pour l'exercice émis et le suivant.</summary>
    private static async Task DeclarerAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        int exercice,
        CancellationToken annulation
    )
    {
        var ids = await contexte
            .ConventionsDAcces.Where(c => c.PremierJour != null)
            .OrderBy(c => c.Reference)
            .Select(c => c.Collectivite)
            .ToListAsync(annulation);
        var collectivites = await contexte.Collectivites.Where(c => ids.Contains(c.Id)).ToListAsync(annulation);
        foreach (var (rang, id) in ids.Distinct().Index())
        {
            var (agents, consultations) = Chiffres[rang % Chiffres.Length];
            var collectivite = collectivites.Single(c => c.Id == id);
            foreach (var annee in new[] { exercice, exercice + 1 })
            {
                collectivite.DeclarerEffectif(
                    new DeclarationDEffectif(annee, agents, Source: ContexteDeDemonstration.ChiffreFictif)
                );
            }

            contexte.Add(ConsultationsDeclarees.Declarer(id, exercice - 1, consultations, null, OrigineDesConsultations.Import));
            // Two members have not declared the current year yet: the next call lists them.
            if (rang % 5 != 3)
            {
                contexte.Add(
                    ConsultationsDeclarees.Declarer(
                        id,
                        exercice,
                        consultations + (rang % 3),
                        null,
                        OrigineDesConsultations.Saisie
                    )
                );
            }
        }

        await contexte.EnregistrerAsync(
            ContexteDeDemonstration.Acteur,
            demonstration.Instant(new DateOnly(exercice, 1, 5).OuvreApres()),
            annulation
        );
    }

    private static async Task EmettreAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Grille grille,
        ComptableAssignataire comptable,
        int exercice,
        CancellationToken annulation
    )
    {
        var annee = exercice.ToString(CultureInfo.InvariantCulture);
        var date = new DateOnly(exercice, 1, 12).OuvreApres();
        var campagne = CampagneDAppel.Ouvrir(
            OrigineDeCampagne.Grille,
            grille.Lignee,
            null,
            exercice,
            annee,
            $"{grille.Type.Libelle} {annee}",
            date
        );
        contexte.Add(campagne);
        var bareme = new Bareme(grille.Definition());
        var conventions = await contexte
            .ConventionsDAcces.EnVigueurPendant(exercice)
            .OrderBy(c => c.Reference)
            .ToListAsync(annulation);
        var (premier, dernier) = (new DateOnly(exercice, 1, 1), new DateOnly(exercice, 12, 31));
        // To acts older than the grid it applies from a recorded day only: the annex was notified to each.
        contexte.AddRange(
            conventions
                .Where(c => c.PremierJour < GrilleDuCdg62.Debut)
                .Select(c => new ApplicationDeGrille(
                    grille.Id,
                    new Redevable(
                        SourceDeDette.Convention,
                        c.Id.Valeur,
                        c.Collectivite,
                        new Periode(c.PremierJour!.Value),
                        c.Reference.ToString()
                    ),
                    VoieDApplication.Notification,
                    GrilleDuCdg62.Debut,
                    demonstration.Instant(date),
                    "Camille Gestion"
                ))
        );
        List<AppelDeContribution> appels = [];
        foreach (var convention in conventions.Where(c => c.PremierJour <= date))
        {
            if (await FaitsAsync(contexte, convention, exercice, annulation) is not { } faits)
            {
                continue;
            }

            // On 12 January, no end of the year was known yet.
            var presence = new Periode(convention.PremierJour!.Value > premier ? convention.PremierJour.Value : premier, dernier);
            var resultat = bareme.Calculer(faits.Faits with { Presence = presence }, exercice);
            foreach (var cas in resultat.CasLimites.Where(c => c.AttendConfirmation))
            {
                campagne.Confirmer(
                    convention.Id.Valeur,
                    cas.Axe,
                    cas.Valeur,
                    ContexteDeDemonstration.Acteur.Nom,
                    demonstration.Instant(date),
                    "Lecture en faveur de la collectivité, confirmée par la direction."
                );
            }

            appels.Add(
                AppelDeContribution.Etablir(
                    new DetteAEtablir(
                        new CleDeDette(SourceDeDette.Convention, convention.Id.Valeur, exercice, grille.Type.Code, annee),
                        convention.Collectivite,
                        null,
                        campagne.Id,
                        grille.Id,
                        convention.Reference.ToString(),
                        date,
                        faits.Debiteur,
                        new Liquidation(
                            presence.Debut,
                            presence.Fin!.Value,
                            resultat.Prorata!.Methode,
                            resultat.Prorata.Numerateur,
                            resultat.Prorata.Denominateur,
                            resultat.Tranches,
                            resultat.Fiche,
                            Affiliee: true,
                            faits.Faits.Agents,
                            null,
                            faits.Faits.Consultations,
                            resultat.CasLimites.Count > 0
                        ),
                        resultat.Annuel,
                        resultat.Montant,
                        MontantHt.Zero,
                        AppelDeContribution.IssueDe(resultat.Montant, MontantHt.Zero, TauxTva.Zero, 15m),
                        grille.Tva,
                        grille.Imputation with
                        { },
                        new MentionsDuTitre(
                            grille.Objet.Replace("{exercice}", annee, StringComparison.Ordinal),
                            grille.Fondement,
                            grille.Deliberation,
                            comptable.Nom,
                            comptable.AdresseEnClair,
                            comptable.Iban,
                            ParametresDesContributions
                                .Lister()
                                .Single(v => v.Code == ParametresDesContributions.VoiesDeRecours)
                                .Texte!,
                            comptable.Signataire
                        ),
                        new DelaisDeRecouvrement(30, 30)
                    ),
                    resultat.Montant == MontantHt.Zero
                        ? null
                        : await contexte.NumeroterAsync(ReferenceDAppel.Serie(exercice), annulation)
                )
            );
        }

        contexte.AddRange(appels);
        var total = MontantHt.Somme(appels.Select(a => a.Propre));
        campagne.Proposer(
            new ResumeDeSimulation(appels.Count, total, new string('0', 64), 0),
            Guid.CreateVersion7(),
            "Camille Gestion",
            demonstration.Instant(date)
        );
        campagne.Valider(Guid.CreateVersion7(), "Dominique Finances", new string('0', 64), demonstration.Instant(date));
        campagne.Clore(appels.Count, demonstration.Instant(date));
        grille.Attendre(exercice + 1);
        contexte.Add(ExerciceDAppel.Ouvrir(exercice));
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(date), annulation);
        Suivre([.. appels.Where(a => a.Numero is not null)], exercice);
        await contexte.EnregistrerAsync(
            ContexteDeDemonstration.Acteur,
            demonstration.Instant(new DateOnly(exercice, 4, 15).OuvreApres()),
            annulation
        );
    }

    /// <summary>Deux appels sur trois sont payés, un est relancé.</summary>
    private static void Suivre(List<AppelDeContribution> emis, int exercice)
    {
        foreach (var (rang, appel) in emis.Index())
        {
            var numero = string.Create(CultureInfo.InvariantCulture, $"{exercice}-{118 + rang}");
            appel.Titrer(numero, new DateOnly(exercice, 1, 20).OuvreApres(), new DateOnly(exercice, 4, 15));
            if (rang % 3 != 2)
            {
                appel.Encaisser(
                    new DateOnly(exercice, 2, 10).AddDays(rang).OuvreApres(),
                    appel.ResteDu,
                    "Mandat",
                    new DateOnly(exercice, 4, 15)
                );
            }
            else
            {
                appel.Relancer(new DateOnly(exercice, 3, 2).OuvreApres(), "Dominique Finances");
            }
        }
    }

    private static async Task<FaitsLus?> FaitsAsync(
        MarchesDbContext contexte,
        ConventionDAcces convention,
        int exercice,
        CancellationToken annulation
    )
    {
        var c = await contexte.Collectivites.SingleAsync(x => x.Id == convention.Collectivite, annulation);
        var consultations = await contexte
            .ConsultationsDeclarees.Where(d => d.Collectivite == c.Id && d.Annee == exercice - 1)
            .Select(d => d.Reelles)
            .SingleOrDefaultAsync(annulation);
        return c.EffectifDe(exercice) is not { } effectif || consultations is null
            ? null
            : new FaitsLus(
                new FaitsDuRedevable(c.Categorie, new Periode(convention.PremierJour!.Value))
                {
                    Agents = effectif.Agents,
                    DefinitionDesAgents = effectif.Definition,
                    Consultations = consultations,
                    Affiliee = true,
                },
                new Debiteur(
                    c.Nom,
                    c.Siret?.Valeur,
                    c.Categorie,
                    c.AdresseDuCourrier.Ligne1,
                    c.AdresseDuCourrier.Ligne2,
                    c.AdresseDuCourrier.CodePostal,
                    c.AdresseDuCourrier.Ville
                )
            );
    }

    /// <summary>Les frais de procédure du groupement permanent, partagés à parts égales ; mission gratuite, trois frais admis.</summary>
    private static async Task RefacturerAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        int exercice,
        CancellationToken annulation
    )
    {
        if (
            await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementATrois, annulation)
            is not { } groupement
        )
        {
            return;
        }

        var regime = RegimeFinancier.Fixer(
            groupement.Id,
            missionRemuneree: false,
            ["TYPE1", "TYPE2", "SESSION"],
            "Convention constitutive, mission du coordonnateur"
        );
        var refacturation = Refacturation.Creer(groupement.Id, exercice, Definition(exercice), regime);
        refacturation.Ajouter(
            new SaisieDeFrais(
                NatureDeFrais.ProcedureDeMiseEnConcurrence,
                "Bulletin officiel des annonces (BOAMP)",
                new DateOnly(exercice, 2, 3).OuvreApres(),
                MontantHt.DEuros(864m),
                "F-2041"
            )
        );
        refacturation.Ajouter(
            new SaisieDeFrais(
                NatureDeFrais.SessionMutualisee,
                "Salle et supports de la session",
                new DateOnly(exercice, 3, 12).OuvreApres(),
                MontantHt.DEuros(136m),
                "S-118"
            )
        );
        contexte.AddRange(regime, refacturation);
        await contexte.EnregistrerAsync(
            ContexteDeDemonstration.Acteur,
            demonstration.Instant(new DateOnly(exercice, 3, 20).OuvreApres()),
            annulation
        );
    }

    private static DefinitionDeRefacturation Definition(int exercice) =>
        new()
        {
            Intitule = string.Create(CultureInfo.InvariantCulture, $"Frais de mise en concurrence {exercice}"),
            Occurrence = exercice.ToString(CultureInfo.InvariantCulture),
            Type = new TypeDeFacturation(
                "TYPE1",
                "Frais de procédure de mise en concurrence",
                Declencheur.Consultation,
                NatureDeLaDette.Frais
            ),
            Fondement = "Convention constitutive du groupement, refacturation des frais de procédure",
            Imputation = new Imputation("70878"),
        };

    private sealed record FaitsLus(FaitsDuRedevable Faits, Debiteur Debiteur);
}
