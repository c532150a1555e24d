using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Une procédure terminée et ses marchés en exécution, une lancée dont les plis sont attendus, une en préparation.</summary>
internal static class ProceduresDeDemonstration
{
    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.Procedures.AnyAsync(annulation)
            || await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementPermanent, annulation)
                is null
        )
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var groupement = (
                    await ContexteDeDemonstration.GroupementAsync(contexte, ContexteDeDemonstration.GroupementPermanent, jeton)
                )!;
                await TermineeAsync(contexte, demonstration, groupement, jeton);
                await EnPreparationAsync(contexte, demonstration, groupement, jeton);
                await ProceduresEnCoursDeDemonstration.LancerAsync(contexte, demonstration, jeton);
            },
            annulation
        );
    }

    private static async Task TermineeAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var procedure = await NouvelleAsync(
            contexte,
            groupement,
            "Plateformes de dématérialisation des marchés, des actes et des flux comptables",
            NatureDAchat.Services,
            demonstration.LancementPasse.AddDays(-40).Ouvre(),
            ["MARCHES", "ACTES", "FLUX"],
            annulation
        );
        contexte.Add(procedure);
        procedure.Choisir(
            new ChoixDeProcedure
            {
                Forme = FormeDeProcedure.AppelDOffresOuvert,
                Contrat = FormeDeContrat.AccordCadre,
                DureeEnMois = 48,
            }
        );
        var jour = demonstration.LancementPasse;
        procedure.Lancer(jour, jour, groupement, await contexte.MembresParLotAsync(procedure, jour, annulation));
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(jour), annulation);
        await contexte.FigerMembresAsync(procedure, jour, annulation);
        await MarchesDeDemonstration.ExecuterAsync(contexte, demonstration, procedure, annulation);
        procedure.Terminer(demonstration.TermePasse, IssueDeProcedure.MarchesNotifies, demonstration.TermePasse);
        await contexte.EnregistrerAsync(
            ContexteDeDemonstration.Acteur,
            demonstration.Instant(demonstration.TermePasse),
            annulation
        );
    }

    private static async Task EnPreparationAsync(
        MarchesDbContext contexte,
        ContexteDeDemonstration demonstration,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var engagement = demonstration.Aujourdhui.AddDays(-15).Ouvre();
        var procedure = await NouvelleAsync(
            contexte,
            groupement,
            "Certificats de signature électronique et parapheurs",
            NatureDAchat.Fournitures,
            engagement,
            ["CERTIFICATS", "PARAPHEUR"],
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
        procedure.PrevoirParDefaut(
            demonstration.Aujourdhui.AddDays(40).OuvreApres(),
            demonstration.Aujourdhui.AddDays(75).OuvreApres(),
            avecCao: true
        );
        procedure.ProposerLesPieces();
        contexte.Add(procedure);
        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Instant(engagement), annulation);
    }

    internal static async Task<Procedure> NouvelleAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        string objet,
        NatureDAchat nature,
        DateOnly engageeLe,
        IReadOnlyList<string> prestations,
        CancellationToken annulation
    )
    {
        var numero = await contexte.NumeroterAsync(ReferenceDeProcedure.Serie(engageeLe.Year), annulation);
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(engageeLe.Year, numero),
            groupement.Id,
            objet,
            nature,
            engageeLe
        );
        foreach (var prestation in prestations.Select(code => groupement.Prestations.Single(p => p.Code == code)))
        {
            foreach (var lot in groupement.Lots.Where(l => l.Prestation == prestation.Id).OrderBy(l => l.Numero))
            {
                procedure.AjouterLot(
                    new DefinitionDeLotDeProcedure(lot.Intitule, prestation.Id, lot.Numero)
                    {
                        Cpv = lot.Cpv?.Valeur,
                        Estimation = MontantHt.DEuros(180_000m + (20_000m * lot.Numero)),
                        Maximum = MontantHt.DEuros(240_000m + (20_000m * lot.Numero)),
                    },
                    groupement
                );
            }
        }

        return procedure;
    }
}
