using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Établit chaque année le rapport d'activité de l'année passée, un exemplaire par membre, et prévient ses utilisateurs.</summary>
/// <remarks>
/// RG7.03. Le jour est un réglage. Ce qui est déjà établi se lit dans les documents produits : interrompue, la tâche reprend aux
/// membres qui restent ; un membre entré depuis a le sien au passage suivant.
/// </remarks>
internal sealed class TacheDesRapports(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ProduireDocument produire,
    LireParametres parametres,
    HorlogeLegale horloge
) : ITachePlanifiee
{
    private const int ParLot = 50;

    public string Nom => "espace.rapports-activite";

    public string Libelle => "Rapports d'activité des groupements";

    public string Cron => "0 15 3 * * ?";

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        var date = (await parametres.ValeursAsync(annulation)).DelaiDUsage(CodesDesConventions.RapportDActivite, jour);
        if ((jour.Month * 100) + jour.Day < date)
        {
            return "Le jour du rapport d'activité n'est pas venu : rien à établir.";
        }

        List<GroupementId> groupements;
        await using (var contexte = await donnees.CreateDbContextAsync(annulation))
        {
            var debut = new DateOnly(jour.Year, 1, 1);
            groupements = await contexte
                .Groupements.Where(g => g.Debut < debut && (g.Fin == null || g.Fin >= debut.AddYears(-1)))
                .OrderBy(g => g.Id)
                .Select(g => g.Id)
                .ToListAsync(annulation);
        }

        var etablis = 0;
        foreach (var groupement in groupements)
        {
            etablis += await EtablirAsync(groupement, jour, annulation);
        }

        return $"{Formats.Compter(etablis, "rapport d'activité établi", "rapports d'activité établis")}.";
    }

    private async Task<int> EtablirAsync(GroupementId groupement, DateOnly jour, CancellationToken annulation)
    {
        var restants = await RestantsAsync(groupement, jour, annulation);
        if (restants.Count == 0)
        {
            return 0;
        }

        var rapport = catalogue.De(RapportDActivite.CodeDeNature);
        var contenus = (await rapport.ChargerAsync(Acteur.Systeme, groupement.Valeur, annulation))
            .Where(c => c.Collectivite is { } membre && restants.Contains(membre))
            .ToList();
        foreach (var lot in contenus.Chunk(ParLot))
        {
            await using var contexte = await donnees.CreateDbContextAsync(annulation);
            foreach (var contenu in lot)
            {
                await produire.AjouterAsync(
                    contexte,
                    Acteur.Systeme,
                    rapport,
                    groupement.Valeur,
                    contenu,
                    annulation: annulation
                );
            }

            await PrevenirAsync(contexte, groupement, [.. lot.Select(c => c.Collectivite!.Value)], jour, annulation);
            await contexte.EnregistrerAsync(Acteur.Systeme, horloge.Maintenant, annulation);
        }

        return contenus.Count;
    }

    /// <summary>Les membres du jour, et ceux de l'année écoulée, qui n'ont pas encore leur rapport.</summary>
    private async Task<HashSet<CollectiviteId>> RestantsAsync(
        GroupementId groupement,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var depuis = horloge.Minuit(new DateOnly(jour.Year, 1, 1));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .DestinatairesDuRapport(groupement, jour.Year - 1, jour)
            .Where(c =>
                !contexte.DocumentsProduits.Any(d =>
                    d.Nature == RapportDActivite.CodeDeNature
                    && d.ObjetId == groupement.Valeur
                    && d.Collectivite == c
                    && d.ProduitLe >= depuis
                )
            )
            .ToHashSetAsync(annulation);
    }

    private async Task PrevenirAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        IReadOnlyList<CollectiviteId> membres,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var nom = await contexte.AppellationAsync(groupement, annulation);
        var comptes = await (
            from lien in contexte.Rattachements
            join compte in contexte.Users on lien.Utilisateur equals compte.Id
            where membres.Contains(lien.Collectivite) && lien.Debut <= jour && (lien.Fin == null || lien.Fin >= jour)
            where compte.EstActif
            select compte.Id
        )
            .Distinct()
            .ToListAsync(annulation);
        contexte.Notifications.AddRange(
            comptes.Select(c => new Notification
            {
                Destinataire = c,
                Texte = $"Le rapport d'activité {jour.Year - 1} de {Typographie.Citer(nom)} est à votre disposition.",
                Lien = $"/espace/activite/{groupement.Valeur}",
                CreeeLe = horloge.Maintenant,
            })
        );
    }
}
