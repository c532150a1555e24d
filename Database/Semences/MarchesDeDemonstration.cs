using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>La suite d'une procédure lancée : plis, analyse, marchés signés, notifiés, et leurs premières commandes.</summary>
internal static class MarchesDeDemonstration
{
    /// <summary>Combien de membres figés commandent dans la démonstration.</summary>
    private const int Acheteurs = 12;

    /// <summary>Celles qui ont répondu, dans l'ordre où leurs offres se classent : la commission attribue à la première.</summary>
    internal static readonly string[] Entreprises = ["Numérique des Flandres", "Hauts Réseaux", "Artois Logiciels"];

    /// <summary>Le jour où la commission choisit les titulaires : celui de l'attribution dans la procédure et au marché.</summary>
    internal static DateOnly ChoixDesTitulaires(ContexteDeDemonstration demonstration) =>
        demonstration.TermePasse.AddDays(-45).Ouvre();

    /// <summary>Le montant d'une offre, le même dans l'analyse et devant la commission.</summary>
    internal static MontantHt Offre(int rang, int lot) => MontantHt.DEuros(150_000m + (12_000m * (rang + lot)));

    public static async Task ExecuterAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Procedure procedure,
        CancellationToken annulation
    )
    {
        var (lance, terme) = (demonstration.LancementPasse, demonstration.TermePasse);
        procedure.FixerLaLimite(lance.AddDays(45).OuvreApres().ToDateTime(new TimeOnly(12, 0)), null);
        procedure.Constater(EtapeDeProcedure.RemiseDesOffres, null, lance.AddDays(45).OuvreApres(), terme);
        procedure.Constater(EtapeDeProcedure.Ouverture, null, lance.AddDays(46).OuvreApres(), terme);
        procedure.Constater(EtapeDeProcedure.Candidatures, null, lance.AddDays(50).OuvreApres(), terme);
        contexte.Add(UnRegistre(procedure));
        foreach (var lot in procedure.Lots.OrderBy(l => l.Numero).ToList())
        {
            contexte.Add(UneAnalyse(procedure, lot, lance.AddDays(46).OuvreApres(), terme));
            await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(terme), annulation);
            await UnMarcheAsync(contexte, demonstration, procedure, lot, annulation);
        }
    }

    private static Registre UnRegistre(Procedure procedure)
    {
        var registre = new Registre(procedure.Id);
        var (limite, limites) = (procedure.LimiteDeRemise!.Value, procedure.Limites);
        registre.NoterRetrait("Lys Télécom", null, limite.AddDays(-30));
        foreach (var (entreprise, heures) in Entreprises.Zip([-50, -20, -2]))
        {
            registre.Deposer(
                new DepotDePli(entreprise, null, limite.AddHours(heures), [.. procedure.Lots.Select(l => l.Numero)]),
                limites
            );
        }

        registre.Deposer(new DepotDePli("Lys Télécom", null, limite.AddMinutes(7), [1]), limites);
        return registre;
    }

    private static AnalyseDeLot UneAnalyse(Procedure procedure, LotDeProcedure lot, DateOnly ouverture, DateOnly terme)
    {
        var analyse = new AnalyseDeLot(procedure.Id, lot.Numero);
        analyse.FixerLesCriteres([("Prix", 60m), ("Valeur technique", 40m)]);
        foreach (var (entreprise, rang) in Entreprises.Select((e, i) => (e, i)))
        {
            var offre = analyse.AjouterOffre(ouverture, entreprise, null, Offre(rang, lot.Numero));
            analyse.Noter(offre.Numero, 1, 9m - rang);
            analyse.Noter(offre.Numero, 2, 8m - (rang % 2));
        }

        analyse.Choisir(
            1,
            terme.AddDays(-45).Ouvre(),
            terme,
            "Commission d'appel d'offres, procès-verbal de la séance",
            true,
            null
        );
        analyse.DemanderLesAttestations(terme.AddDays(-44).Ouvre(), terme.AddDays(-34).Ouvre());
        analyse.RecevoirLesAttestations(terme.AddDays(-40).Ouvre());
        foreach (var evince in analyse.ARejeter.ToList())
        {
            analyse.Rejeter(
                evince.Numero,
                terme.AddDays(-38).Ouvre(),
                true,
                "Offre classée après celle retenue sur les deux critères."
            );
        }

        procedure.Constater(EtapeDeProcedure.Analyse, lot.Numero, terme.AddDays(-55).Ouvre(), terme);
        procedure.DonnerIssue(lot.Numero, IssueDeLot.Attribue, terme.AddDays(-45).Ouvre(), terme);
        procedure.Constater(EtapeDeProcedure.Attestations, lot.Numero, terme.AddDays(-40).Ouvre(), terme);
        procedure.Constater(EtapeDeProcedure.Rejets, lot.Numero, terme.AddDays(-38).Ouvre(), terme);
        procedure.Constater(
            EtapeDeProcedure.AutorisationDeSigner,
            lot.Numero,
            terme.AddDays(-30).Ouvre(),
            terme,
            "Délibération du conseil"
        );
        procedure.Constater(EtapeDeProcedure.Signature, lot.Numero, terme.AddDays(-25).OuvreApres(), terme);
        procedure.Constater(EtapeDeProcedure.Transmission, lot.Numero, terme.AddDays(-20).OuvreApres(), terme);
        procedure.Constater(EtapeDeProcedure.Notification, lot.Numero, terme, terme);
        return analyse;
    }

    private static async Task UnMarcheAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Procedure procedure,
        LotDeProcedure lot,
        CancellationToken annulation
    )
    {
        var terme = demonstration.TermePasse;
        var debut = terme.AddDays(1);
        var rang = await contexte.NumeroterAsync($"MAR-{terme.AddDays(-45).Ouvre().Year:D4}", annulation);
        var marche = Marche.Attribuer(
            $"MAR-{terme.AddDays(-45).Ouvre().Year:D4}-{rang:D3}",
            procedure,
            lot,
            new AttributionDeMarche(
                terme.AddDays(-45).Ouvre(),
                [(Entreprises[0], null)],
                lot.Valeur,
                lot.Minimum,
                lot.Maximum,
                12,
                [12, 12, 12],
                ModeDeReconduction.Expresse
            )
        );
        marche.Signer(terme.AddDays(-25).OuvreApres());
        marche.Transmettre(terme.AddDays(-20).OuvreApres());
        marche.Notifier(terme, debut, transmissionRequise: true);
        marche.NoterAttestation("Certificat de régularité fiscale", demonstration.Aujourdhui.AddDays(25 + lot.Numero));
        contexte.Add(marche);
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(terme), annulation);

        contexte.Add(
            new VersionDeBpu(
                marche.Id,
                1,
                debut,
                "30 jours à réception de la facture",
                ContexteDeDemonstration.Acteur.Nom,
                demonstration.Maintenant
            )
        );
        contexte.AddRange(
            new PrixDuBpu(marche.Id, 1, 1, "Abonnement annuel, moins de 50 agents", "an", 320m),
            new PrixDuBpu(marche.Id, 1, 2, "Abonnement annuel, 50 agents et plus", "an", 690m),
            new PrixDuBpu(marche.Id, 1, 3, "Journée de formation", "jour", 780m)
        );
        var figes = await contexte
            .MembresFiges.AsNoTracking()
            .Where(m => m.Procedure == procedure.Id && m.Lot == lot.Numero)
            .OrderBy(m => m.CleDeTri)
            .Take(Acheteurs)
            .ToListAsync(annulation);
        foreach (var (membre, i) in figes.Select((m, i) => (m, i)))
        {
            contexte.Add(
                marche.Commander(
                    membre.Collectivite,
                    membre.Nom,
                    membreFige: true,
                    debut.AddDays(10 + (i * 7)).OuvreApres(),
                    MontantHt.DEuros(lot.Numero == 1 ? 18_500m : 320m + (370m * (i % 2))),
                    EtatDeCommande.Emise,
                    $"BC-{lot.Numero:D2}-{i + 1:D3}",
                    null
                )
            );
        }

        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, annulation);
    }
}

/// <summary>Une procédure lancée, dont les plis sont attendus.</summary>
internal static class ProceduresEnCoursDeDemonstration
{
    public static async Task LancerAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        CancellationToken annulation
    )
    {
        var groupement = await ContexteDeDemonstration.GroupementAsync(
            contexte,
            ContexteDeDemonstration.GroupementATrois,
            annulation
        );
        if (groupement is null)
        {
            return;
        }

        var jour = demonstration.Aujourdhui.AddDays(-20).Ouvre();
        var procedure = await ProceduresDeDemonstration.NouvelleAsync(
            contexte,
            groupement,
            "Maintenance et évolution du profil d'acheteur",
            NatureDAchat.Services,
            jour.AddDays(-60).Ouvre(),
            ["MAINTENANCE", "DEVELOPPEMENTS"],
            annulation
        );
        procedure.Choisir(
            new ChoixDeProcedure
            {
                Forme = FormeDeProcedure.AppelDOffresOuvert,
                Contrat = FormeDeContrat.AccordCadre,
                DureeEnMois = 48,
            }
        );
        var membres = await Procedures.ListeFigee.MembresParLotAsync(contexte, procedure, jour, annulation);
        if (procedure.Lots.Any(l => membres.GetValueOrDefault(l.Numero) == 0))
        {
            return;
        }

        contexte.Add(procedure);
        procedure.PrevoirParDefaut(jour, jour.AddDays(40).OuvreApres(), avecCao: true);
        procedure.Lancer(jour, demonstration.Aujourdhui, groupement, membres);
        procedure.FixerLaLimite(jour.AddDays(40).OuvreApres().ToDateTime(new TimeOnly(12, 0)), null);
        procedure.EnvoyerUnAvis(
            SupportDAvis.Joue,
            "Avis de marché",
            jour,
            demonstration.Aujourdhui,
            "JOUE 2026/S 000-000001 (fictif)"
        );
        procedure.EnvoyerUnAvis(SupportDAvis.Boamp, "Avis de marché", jour, demonstration.Aujourdhui, "BOAMP 26-000001 (fictif)");
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(jour), annulation);
        await Procedures.ListeFigee.FigerMembresAsync(contexte, procedure, jour, annulation);
        var registre = new Registre(procedure.Id);
        registre.NoterRetrait("Numérique des Flandres", null, jour.AddDays(2).ToDateTime(new TimeOnly(9, 12)));
        registre.NoterQuestion("Le lot 2 peut-il être exécuté à distance ?", jour.AddDays(8).Ouvre());
        contexte.Add(registre);
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, annulation);
    }
}
